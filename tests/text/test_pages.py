"""How wide a page was, and which headings its edge has broken."""

from __future__ import annotations

import pytest

from drafter.text.normalize import normalize
from drafter.text.pages import display_width, page_of, parts_word

WIDTH = 24
TEXT = (
    "团结带领全镇干部群众埋头苦干、奋勇向前，年初确定的各项任务有力推进，经济社会发展稳中向好、进中提质，"
    "各项事业取得新的进步，人民生活持续改善，社会大局保持稳定，为完成全年目标任务打下坚实基础。"
)


def wrapped(*paragraphs: str) -> str:
    """Return paragraphs broken at the page's edge, without a thought for marks."""
    return "\n".join(each[at : at + WIDTH] for each in paragraphs for at in range(0, len(each), WIDTH))


@pytest.mark.parametrize(("line", "width"), [("发展", 2), ("GDP增长8.5%", 5.5), ("“双减”，", 5), ("", 0)])
def test_latin_letters_and_digits_are_half_as_wide(line: str, width: float) -> None:
    assert display_width(line) == width


@pytest.mark.parametrize(
    "lines",
    [
        ["短句。"] * 20,
        ["完成农村人居环境整治，新建公厕三座。"] * 20,  # a list of sentences of one length
        [TEXT] * 20,
        ["项目名称", "责任单位", "完成时间"] * 8,
    ],
    ids=["short", "a list", "whole paragraphs", "a table"],
)
def test_lines_that_no_page_has_broken(lines: list[str]) -> None:
    assert page_of(lines) is None


def test_a_heading_run_into_its_text_is_put_together() -> None:
    heading = "（一）坚持科技打头阵，打造具有重要影响力的科技创新策源地实现新突破。"
    text = normalize(wrapped(heading + TEXT, TEXT, heading.replace("一", "二", 1) + TEXT))[0]
    assert [line[: len(heading)] for line in text.split("\n") if line.startswith("（")] == [
        heading,
        heading.replace("一", "二", 1),
    ]


def test_headings_that_all_end_at_the_edge_stay_alone() -> None:
    headings = [f"（{number}）坚定不移抓保护、盯长效，生态本底更加厚实好" for number in "一二三"]
    assert all(len(heading) == WIDTH for heading in headings)
    body = "环境治理有效推进。" + TEXT
    text = normalize("\n".join(wrapped(heading, body, TEXT) for heading in headings))[0]
    assert [line for line in text.split("\n") if line.startswith("（")] == headings


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [("作为首", "要任务", True), ("环境整", "治工作", True), ("更加厚实", "环境治理", False)],
)
def test_a_break_inside_a_word(before: str, after: str, *, parts: bool) -> None:
    assert parts_word(before, after) is parts
