"""Laws of rolling forward: an outline always, and in its draft no figure of the old report but as an old value."""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compose.compose import compose
from drafter.compose.outline import parse_outline
from drafter.compose.rollforward import roll_forward
from drafter.config import shipped
from drafter.ingest.reader import read
from drafter.model import Document, Period
from drafter.text import numbering
from drafter.text.gaps import cut_at_gaps

CORPUS = Path(__file__).parents[2] / "corpus"
PERIODS = [Period(2023, "year"), Period(2024, "first_half"), Period(2024, "first_three_quarters"), Period(2031, "year")]
HOTLINE = re.compile(r"12\d{3}(?=热线|平台|政务|工单)")
TITLE = re.compile(r"(?:单位|报告人|题目|部分标题).*|.*(?:标题|部分)|(?:问题|建议|民生实事)\[\d+\]")  # whose words stay
NUMBERS: list[numbering.Style] = ["一、", "（一）", "1.", "（1）", "①", "一是", "一要", "第一，", "首先，", "——", "●"]
HEADINGS = [
    "狠抓招商引资，发展动力更强",
    "全力改善民生",
    "以“百千万工程”为抓手，推进乡村振兴",
    "今年以来，我们守牢底线",
    "平安: 建设#1",
]
LEADS = ["农业基础更加牢固", "招商引资提质增效", "民生有温度", "“放管服”改革走深走实"]
SENTENCES = [
    "完成固定资产投资3.26亿元，同比增长6.9%，列全县第3位。",
    "新增规上企业2家，办理12345热线工单154件；2022年度高标准农田1.1万亩建成。",
    "建立长效运营机制，常态化开展服务活动。",
    "各位代表，成绩来之不易，在此表示衷心的感谢！",
    "在肯定成绩的同时，我们也清醒地看到存在的问题，主要是：一是路窄。坡陡弯急，行车不便。二是桥旧。",
    "此外，武装、统计、供销等工作都取得了新成绩。",
    "2023年十件民生实事进展如下：",
]


@cache
def samples() -> tuple[Document, ...]:
    """Return the sample reports."""
    return tuple(document for path in sorted(CORPUS.glob("*.txt")) for document in read(path, path.name))


def lines(chance: random.Random) -> Iterator[str]:
    """Yield the lines of some report, or what calls itself one."""
    yield chance.choice(["2023年政府工作报告", "工作总结", "一、"])
    for _ in range(chance.randint(1, 25)):
        style = chance.choice(NUMBERS)
        number = numbering.format(style, chance.randint(1, 4)) * chance.randint(0, 1)
        kind = chance.choice(["heading", "point", "text"])
        text = {
            "heading": chance.choice([*HEADINGS, "2023年工作回顾", "2024年工作安排", "存在的问题", "对县委的意见建议"]),
            "point": f"{chance.choice(LEADS)}。{chance.choice(SENTENCES)}{chance.choice(SENTENCES)}",
            "text": chance.choice(SENTENCES),
        }
        yield number + text[kind]


def drawn(seed: int) -> Document:
    """Return a report drawn from one number."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "报告.txt"
        path.write_text("\n".join(lines(random.Random(seed))), encoding="utf-8")
        return read(path, path.name)[0]


documents = st.one_of(st.integers(0, 14).map(lambda n: samples()[n]), st.integers(0, 10**9).map(drawn))


@settings(max_examples=60, deadline=None)
@given(documents, st.sampled_from(PERIODS))
def test_a_rolled_outline_is_one_and_can_be_composed(document: Document, to: Period) -> None:
    period = document.source.period
    outline = parse_outline(roll_forward(document, period if period and period.year >= to.year else to))
    assert compose(outline, library=None, template_folders=[shipped("templates")]).missing


@settings(max_examples=40, deadline=None)
@given(documents)
def test_no_figure_of_the_old_report_is_said_as_one(document: Document) -> None:
    outline = parse_outline(roll_forward(document, Period(2031, "first_half")))
    report = compose(outline, library=None, template_folders=[shipped("templates")])
    for piece in (piece for paragraph in report.paragraphs() for piece in paragraph.pieces):
        if piece.kind == "author":
            assert TITLE.fullmatch(piece.ref), piece
        elif piece.kind == "fact":
            assert not re.search(r"\d", HOTLINE.sub("", piece.text)), piece
        elif piece.kind == "placeholder":
            assert all(is_gap for _, is_gap in cut_at_gaps(piece.text)), piece
