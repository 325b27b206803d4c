"""Comments on Word files: on the very words, beside those that are there, all else as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from drafter.errors import ReadError
from drafter.ingest.word import read_word, text_places
from drafter.model import CheckResult, Report, Span
from drafter.render.check_comments import check_comments
from drafter.render.word import write_word
from drafter.render.word_comments import Comment, write_comments

from ..uncommented import W, canonical, commented_words, new_ids, part

HERE = Path("稿.docx")
PREFIXES = nsdecls("w") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def word_file(*paragraphs: str) -> bytes:
    """Return a Word file of paragraphs, given as what stands between their tags."""
    document = docx.Document()
    for content in paragraphs:
        document.element.body.insert_element_before(parse_xml(f"<w:p {PREFIXES}>{content}</w:p>"), "w:sectPr")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def run(text: str, look: str = "") -> str:
    """Return a run."""
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def changed(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a zip archive with some entries replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return buffer.getvalue()


def commented(content: bytes, folder: Path, *words: str) -> bytes:
    """Return the file with a comment on each of `words`, where they first stand in its text."""
    raw = read_word(content, HERE).text
    spans = [Span(raw.index(each), raw.index(each) + len(each)) for each in words]
    comments = [Comment(span, (f"说：{each}",)) for span, each in zip(spans, words, strict=True)]
    write_comments(content, text_places(content, HERE), comments, HERE, folder / "out.docx")
    return (folder / "out.docx").read_bytes()


@pytest.mark.parametrize("words", ["乙", "甲乙丙丁", "丙丁戊", "戊\n己", "庚\t辛", "壬", "壬\n癸", "癸"])
def test_a_comment_stands_on_the_very_words(words: str, tmp_path: Path) -> None:
    link = f"<w:hyperlink>{run('丁戊')}</w:hyperlink>"
    mixed = "<w:r><w:t>庚</w:t><w:tab/><w:t>辛壬</w:t><w:br/><w:t>癸</w:t></w:r>"
    content = word_file(run("甲乙丙", "<w:b/>") + link, run("己") + mixed)
    out = commented(content, tmp_path, words)
    assert list(commented_words(out).values()) == ["".join(words.split())]
    assert canonical(out, new_ids(content, out)) == canonical(content)
    assert read_word(out, HERE).text == read_word(content, HERE).text


def test_comments_may_cross_and_nest(tmp_path: Path) -> None:
    content = word_file(run("甲乙丙丁戊"))
    out = commented(content, tmp_path, "甲乙丙", "乙丙丁", "丙", "甲乙丙丁戊", "甲")
    assert commented_words(out) == {"0": "甲乙丙", "1": "乙丙丁", "2": "丙", "3": "甲乙丙丁戊", "4": "甲"}
    assert canonical(out, new_ids(content, out)) == canonical(content)
    assert [comment.text for comment in docx.Document(io.BytesIO(out)).comments] == [
        f"说：{each}" for each in ("甲乙丙", "乙丙丁", "丙", "甲乙丙丁戊", "甲")
    ]


def test_what_bears_no_comments_is_taken_in_whole(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run('框里的话')}</w:p></w:txbxContent>"
    shape = f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
    choice = f"<mc:AlternateContent><mc:Choice Requires='wps'>{shape}</mc:Choice></mc:AlternateContent>"
    ruby = f"<w:r><w:ruby><w:rt>{run('geng')}</w:rt><w:rubyBase>{run('庚辛')}</w:rubyBase></w:ruby></w:r>"
    formula = "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>"
    content = word_file(run("前") + f"<w:r>{choice}</w:r>" + ruby + formula + run("后"))
    out = commented(content, tmp_path, "的话", "庚", "+")
    holders = [mark.getnext().tag for mark in part(out).iter(f"{W}commentRangeStart")]
    assert [holder.rpartition("}")[2] for holder in holders] == ["r", "r", "oMath"]
    assert all(mark.getparent().getparent().tag == f"{W}body" for mark in part(out).iter(f"{W}commentRangeEnd"))
    assert canonical(out, new_ids(content, out)) == canonical(content)


def test_a_note_is_commented_at_its_mark(tmp_path: Path) -> None:
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    note = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="7"><w:p>{run("注里的话")}</w:p></w:footnote></w:footnotes>'
    content = word_file(run("甲") + mark + run("乙"))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        relations = package.read("word/_rels/document.xml.rels")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    own = f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode()
    content = changed(
        content,
        {
            "word/footnotes.xml": note.encode(),
            "word/_rels/document.xml.rels": relations.replace(b"</Relationships>", own),
        },
    )
    out = commented(content, tmp_path, "里的")
    (begin,) = part(out).iter(f"{W}commentRangeStart")
    assert begin.getnext().find(f"{W}footnoteReference") is not None
    assert canonical(out, new_ids(content, out)) == canonical(content)


def test_what_no_run_prints_is_commented_at_the_next_one(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("甲")
    document.add_paragraph("乙", style="List Number")
    buffer = io.BytesIO()
    document.save(buffer)
    raw = read_word(buffer.getvalue(), HERE).text
    assert raw == "甲\n1.乙"
    out = commented(buffer.getvalue(), tmp_path, "1.")
    assert list(commented_words(out).values()) == ["乙"]


def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    document = docx.Document()
    first, second = (document.add_paragraph().add_run(text) for text in ("甲乙", "丙丁"))
    document.add_comment(first, "科长：再核", author="科长")
    document.add_comment([first, second], "镇长：很好", author="镇长")
    buffer = io.BytesIO()
    document.save(buffer)
    out = commented(buffer.getvalue(), tmp_path, "乙\n丙")
    comments = list(docx.Document(io.BytesIO(out)).comments)
    assert [comment.author for comment in comments] == ["科长", "镇长", "drafter"]
    assert len({comment.comment_id for comment in comments}) == 3
    assert commented_words(out) == {"0": "甲乙", "1": "甲乙丙丁", "2": "乙丙"}
    assert canonical(out, new_ids(buffer.getvalue(), out)) == canonical(buffer.getvalue())


def test_all_other_parts_stay_byte_for_byte_and_two_runs_agree(tmp_path: Path) -> None:
    content = changed(word_file(run("甲乙")), {"word/media/图.png": b"\x89PNG" + bytes(range(256))})
    out = commented(content, tmp_path, "乙")
    assert out == commented(content, tmp_path, "乙")
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (content, out))
    ours = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert set(after.namelist()) - set(before.namelist()) == {"word/comments.xml"}
    for name in set(before.namelist()) - ours:
        assert after.read(name) == before.read(name)


def test_nothing_to_say_changes_nothing(tmp_path: Path) -> None:
    content = word_file(run("甲乙"))
    out = commented(content, tmp_path)
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (content, out))
    assert {name: before.read(name) for name in before.namelist()} == {
        name: after.read(name) for name in after.namelist()
    }


def test_no_clock_and_no_name_of_the_machine_is_in_it(tmp_path: Path) -> None:
    comments = part(commented(word_file(run("甲乙")), tmp_path, "乙"), "word/comments.xml")
    (comment,) = comments
    assert dict(comment.attrib) == {f"{W}id": "0", f"{W}author": "drafter", f"{W}initials": "D"}


@pytest.mark.parametrize("kind", ["document.macroEnabled.main", "template.main"])
def test_other_files_of_word_are_refused(kind: str, tmp_path: Path) -> None:
    content = word_file(run("甲"))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        types = package.read("[Content_Types].xml")
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    other = f"application/vnd.ms-word.{kind}+xml".encode()
    with pytest.raises(ReadError, match="可能带宏"):
        commented(changed(content, {"[Content_Types].xml": types.replace(usual, other)}), tmp_path, "甲")


def test_a_finding_is_told_with_its_source_and_the_whole_at_the_end(checked: CheckResult) -> None:
    comments = check_comments(checked)
    assert [comment.span for comment in comments[:2]] == [finding.span for finding in checked.findings[:2]]
    assert comments[-1].span.start == len(checked.raw)
    assert ["\n".join(comment.lines) for comment in comments] == [
        "【改写】警告　编号 a1\n只换了字词和数据\n"
        "出处：《桃源镇2023年<工作>报告》（corpus/桃源镇_2023年.txt），相同 91%\n"
        "改动：数字 3.2→4.5亿元；字句 扎实→深入、增“同比增长12%”\n"
        "原文：上半年，我们扎实推进乡村振兴，完成固定资产投资3.2亿元，建成高标准农田1200亩\n也见：corpus/汇编.txt#4",
        "【残留：村名】错误　编号 b2\n这是别处的村名\n建议：换成本镇的村名",
        "全文：\n【篇幅】提示　编号 d4\n全稿不足要求篇幅的一半",
    ]


def test_a_draft_tells_where_its_words_come_from(sample: Report, tmp_path: Path) -> None:
    write_word(sample, tmp_path / "plain.docx")
    write_word(sample, tmp_path / "told.docx", comments=True)
    plain, told = ((tmp_path / name).read_bytes() for name in ("plain.docx", "told.docx"))
    assert list(commented_words(told).values()) == [
        "【待补：固定资产投资（亿元）】",
        "，早稻面积",
        "【待更新：旧值 2.05万亩】",
    ]
    assert canonical(told, new_ids(plain, told)) == canonical(plain)
    assert "word/comments.xml" not in zipfile.ZipFile(tmp_path / "plain.docx").namelist()
    texts = [comment.text.split("\n")[0] for comment in docx.Document(str(tmp_path / "told.docx")).comments]
    assert [text[:4] for text in texts] == ["【待补】", "【语料库", "【待补】"]
