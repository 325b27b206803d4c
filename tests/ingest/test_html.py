"""Web pages: the article and nothing else, whatever the site and however its editors set the text."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from drafter.ingest.reader import read

HERE = Path("报告.html")
PAGES = Path(__file__).parent / "pages"
SITES = ("trs", "jiyuehua", "dede", "vsb", "plain_divs")

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
