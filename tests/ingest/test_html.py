"""Web pages: the article and nothing else, whatever the site and however its editors set the text."""

from __future__ import annotations

import codecs
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from itertools import product
from pathlib import Path

import pytest

from drafter.errors import ReadError
from drafter.ingest.html import read_html
from drafter.ingest.mhtml import read_mhtml
from drafter.ingest.raw import RawText
from drafter.ingest.reader import read, read_raw
from drafter.model import Locality, Period

HERE = Path("报告.html")
PAGES = Path(__file__).parent / "pages"
SITES = sorted(path.stem for path in PAGES.glob("*.html"))

REPORT = (
    "——2024年1月10日在云岭镇第十九届人民代表大会第五次会议上",
    "镇长　李某某",
    "各位代表：",
    "现在，我代表镇人民政府，向大会报告工作，请予审议，并请列席人员提出意见。",
    "一、2023年工作回顾",
    "2023年，全镇上下团结一心、真抓实干，完成固定资产投资6.7亿元，增长3.2%，各项工作取得新的成效。",
    "（一）产业发展提质增效",
    "新建高标准农田2000亩，粮食总产稳定在1.2万吨；培育合作社12家，带动农户800余户。",
    "二、2024年工作安排",
    "我们将坚持稳中求进工作总基调，抓好产业、民生、环境三件大事，办好十件民生实事。",
    "各位代表，征程万里风正劲，重任千钧再奋蹄。让我们携手同心，为建设美丽云岭而努力奋斗！",
)
TITLES = {"政府工作报告", "云岭镇2023年政府工作报告"}


def tagged(before: str, after: str) -> str:
    """Return the report with each line between two tags."""
    return "\n".join(f"{before}{line}{after}" for line in REPORT)


BODIES = {
    "paragraphs": tagged("<p>　　", "</p>"),
    "spans": tagged(
        '<p style="text-indent:2em"><span style="font-family:仿宋_GB2312">&nbsp;&nbsp;&nbsp; ', "</span></p>"
    ),
    "one paragraph": f"<p>{tagged('&nbsp;&nbsp;&nbsp;&nbsp;', '<br />')}</p>",
    "text and breaks": tagged("　　", "<br><br>"),
    "divs": tagged("<div>", "</div>"),
    "divs in divs": f"<div><div>{tagged('<div><span>', '</span></div>')}</div></div>",
    "nested tables": f"<table><tr><td><table><tr><td>{tagged('<p>', '</p>')}</td></tr></table></td></tr></table>",
    "one cell a line": f"<table>{tagged('<tr><td>', '</td></tr>')}</table>",
    "word": tagged(
        "<p class=MsoNormal style='text-indent:32.0pt'><!--[if gte mso 9]><xml></xml><![endif]-->"
        "<span lang=EN-US><o:p></o:p></span><span>",
        "<o:p></o:p></span></p>",
    ),
    "strong": "\n".join(f"<p><strong>{line}</strong></p>" if len(line) < 14 else f"<p>{line}</p>" for line in REPORT),
    "headings": "\n".join(f"<h2>{line}</h2>" if line[:2] in {"一、", "二、"} else f"<p>{line}</p>" for line in REPORT),
    "unclosed": "\n".join(f"<p><font size=3>　　{line}" for line in REPORT),
    "source wrapped": "\n".join(f"<p>{line[:9]}\n      {line[9:]}</p>" for line in REPORT),
    "blocks of spans": tagged('<span style="display:block">', "</span>"),
    "sections of Word": f"<div class=Section1>{tagged('<p>', '</p>')}</div>".replace(
        "<p>二、", "</div><div class=Section2><p>二、"
    ),
}


def page(site: str, body: str) -> bytes:
    """Return a site's page with a body in it, as a browser saves it."""
    text = (PAGES / f"{site}.html").read_text(encoding="utf-8").replace("{{正文}}", body)
    return text.encode("gb18030" if "gb2312" in text.lower()[:400] else "utf-8")


def bare(text: str) -> str:
    """Return text without white space."""
    return "".join(text.split())


@pytest.mark.parametrize(("site", "body"), list(product(SITES, BODIES)))
def test_the_article_alone_is_read(tmp_path: Path, site: str, body: str) -> None:
    path = tmp_path / "报告.html"
    path.write_bytes(page(site, BODIES[body]))
    (document,) = read(path, path.name)
    found = [bare(line) for line in document.text.split("\n")]
    assert found[0] in TITLES
    assert found[1:] == [bare(line) for line in REPORT]
    assert document.source.period == Period(2023, "year")
    assert document.source.locality == Locality("云岭镇")


def read_body(body: str, head: str = "") -> RawText:
    """Read a page that is nothing but its article."""
    return read_html(f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode(), HERE)


PROSE = "<p>今年以来，全镇上下团结一心、真抓实干，各项工作取得新的成效，现将有关情况报告如下，请予审议。</p>" * 2


def test_table_cells_are_lines_and_no_headings() -> None:
    row = "<tr><td>{}</td><td>{}</td></tr>".format
    table = f"<table>{row('项目', '进展')}{row('<h3>公路</h3>', '<p>完工</p>验收<br>合格')}{row('', '在建')}</table>"
    raw = read_body(PROSE + table)
    cells = ["项目", "进展", "公路", "完工", "验收", "合格", "在建"]
    assert raw.text.split("\n")[2:] == cells
    assert [hint.span.of(raw.text) for hint in raw.hints if hint.role == "paragraph"] == cells


def test_headings_are_hints_and_large_letters_are_not() -> None:
    raw = read_body(f"<h1>工作总结</h1>{PROSE}<h2>一、工作回顾</h2>{PROSE}<h3>（一）抓产业</h3><h2>{'大字' * 40}</h2>")
    assert [(hint.span.of(raw.text), hint.role, hint.level) for hint in raw.hints] == [
        ("工作总结", "title", 0),
        ("一、工作回顾", "heading", 2),
        ("（一）抓产业", "heading", 3),
    ]


def test_numbers_that_the_browser_writes_become_text() -> None:
    items = "<ol start=3><li>抓产业</li><li>抓民生<ol><li>办实事</li></ol></li><li>6、已编号</li></ol>"
    assert read_body(PROSE + items).text.split("\n")[2:] == ["3.抓产业", "4.抓民生", "1.办实事", "6、已编号"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>全镇\n  上下</p>", "全镇上下"),
        ("<p>共 6.7\n亿元</p>", "共 6.7亿元"),
        ("<p>see\n  you</p>", "see you"),
        ("<pre>第一行\n第二行</pre>", "第一行\n第二行"),
        ('<div style="white-space: pre-wrap">第一行\n第二行</div>', "第一行\n第二行"),
        ("<p>甲<!-- 暗 -->乙<script>暗</script>丙</p>", "甲乙丙"),
        ('<p>甲<span style="display:none">暗</span>乙<b hidden>暗</b></p>', "甲乙"),
        ("<p>甲&nbsp;&mdash;&ldquo;乙&rdquo;&#20108;</p>", "甲\xa0—“乙”二"),
        ("<p><ruby>庚<rt>geng</rt></ruby></p>", "庚"),
    ],
)
def test_text_is_what_a_reader_sees(html: str, text: str) -> None:
    assert read_body(PROSE + html).text.split("\n", 2)[2] == text


def test_the_title_of_the_page_stands_for_a_shorter_one() -> None:
    raw = read_body(f"<p>政府工作报告</p>{PROSE}", "<title>云岭镇2023年政府工作报告-云岭县人民政府</title>")
    assert raw.text.split("\n")[0] == "云岭镇2023年政府工作报告"
    assert raw.text.count("政府工作报告") == 1


def test_a_heading_says_the_title_on_its_first_line() -> None:
    heading = "<h1>工作总结<br><span>2024-01-10 09:00 来源：办公室 点击：</span></h1>"
    assert read_body(f"{heading}<div>{PROSE}</div>").text.split("\n")[0] == "工作总结"
    assert "来源" not in read_body(f"{heading}{PROSE}").text


def test_a_subtitle_above_the_article_is_its_own() -> None:
    head = "<div><h1>工作总结</h1><div>——2024年1月10日在全镇会议上</div><div>发布时间：2024-01-15</div></div>"
    assert read_body(f"{head}<div id=zoom>{PROSE}</div>").text.split("\n")[:2] == [
        "工作总结",
        "——2024年1月10日在全镇会议上",
    ]


def test_an_article_that_the_page_shows_by_script_is_read() -> None:
    assert read_body(f"<div id=zoom style='display:none'>{PROSE}</div>").text.startswith("今年以来")


def test_what_is_named_like_chrome_and_is_the_article_stays() -> None:
    note = "<p class=footnote>注：含街道。</p>"
    assert read_body(f"<div class=article-share-box>{PROSE}</div>").text.count("\n") == 1
    assert read_body(f"<div>{PROSE}{note}</div>").text.endswith("注：含街道。")


LINK = '<li><a href="{0}">云岭镇{0}年政府工作报告，经镇人民代表大会审议通过。</a>{1}<span>{0}-01-15</span></li>'.format
SUMMARY = "<p>全镇上下团结一心、真抓实干，各项工作取得新的成效。<a href=x>[详细]</a></p>"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<p>短</p>",
        "".join(LINK(year, "") for year in range(2000, 2024)),
        "".join(LINK(year, SUMMARY) for year in range(2000, 2024)),
        "<script>document.write('正文要联网才显示。')</script><noscript>请打开脚本，再看正文，谢谢合作。</noscript>",
    ],
    ids=["empty", "short", "links", "links with summaries", "script"],
)
def test_a_page_without_an_article_is_named(body: str) -> None:
    with pytest.raises(ReadError, match="没有文章") as error:
        read_body(body)
    assert error.value.problems[0].remedy


TEXT = f"<p>濊水河治理，完成投资6.7亿元。</p>{PROSE}"


@pytest.mark.parametrize(
    "content",
    [
        codecs.BOM_UTF8 + f"<meta charset=gb2312>{TEXT}".encode(),
        f"<meta charset=utf-8>{TEXT}".encode("gb18030"),  # a browser wrote it anew, and left what it said
        f"<meta charset=gb2312>{TEXT}".encode("gb18030"),
        f"<meta charset=iso-8859-1>{TEXT}".encode(),
        f"<meta charset=hex>{TEXT}".encode(),  # Python knows it, and cannot decode text with it
        f"<meta charset=undefined>{TEXT}".encode(),
        f"<meta charset=iso-8859-2>{TEXT}".encode(),
        f"<meta charset=utf-16>{TEXT}".encode(),
        f"<meta charset=乱>{TEXT}".encode(),
        f"<?xml version='1.0' encoding='utf-8'?>{TEXT}".encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode() + "截断".encode()[:-1],
        TEXT.replace("投资", "投\0资").encode(),
    ],
)
def test_the_encoding_is_told(content: bytes) -> None:
    assert read_html(content, HERE).text.startswith("濊水河治理，完成投资6.7亿元。")


def test_an_encoding_that_cannot_be_told_is_named() -> None:
    with pytest.raises(ReadError, match="编码"):
        read_html(bytes(range(128, 256)) * 9, HERE)


@pytest.mark.parametrize("opening", ["<div>", "<font>", "<table><tr><td>", "<span><p>"])
def test_tags_that_are_never_closed_lose_no_text(opening: str) -> None:
    lines = [f"第{number}件，全镇上下团结一心、真抓实干。" for number in range(1500)]
    assert read_body("".join(f"{opening * 3}<p>{line}" for line in lines)).text.split("\n") == lines


def test_entities_are_never_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    declared = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    assert "机密" not in read_html(f"{declared}<p>&x;</p>{PROSE}".encode(), HERE).text


def test_a_page_saved_as_one_file_is_read(tmp_path: Path) -> None:
    page = MIMEMultipart("related")
    page.attach(MIMEText(f"<html><body>{TEXT}</body></html>", "html", "gb18030"))
    page.attach(MIMEText("body { color: red }", "css", "utf-8"))
    for name in ("报告.mht", "报告.doc"):
        (tmp_path / name).write_bytes(page.as_bytes())
        assert read_raw(tmp_path / name).startswith("濊水河治理，完成投资6.7亿元。")


def test_a_saved_page_without_a_page_is_named() -> None:
    with pytest.raises(ReadError, match="没有网页"):
        read_mhtml(MIMEText("x", "plain").as_bytes(), HERE)
