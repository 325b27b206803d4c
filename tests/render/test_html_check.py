"""The page of a check: what it holds, that it is safe and stands alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from drafter.model import CheckResult, Finding, Since, Span
from drafter.render import html_check
from drafter.render.html import check_page, write_html


class Outline(HTMLParser):
    """Collects what a test asks of a page: tags left open, text of the draft, headings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.draft = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "input", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "article" in self.open and self.open[-1] != "h2":
            self.draft += data


@pytest.fixture
def page(checked: CheckResult, sources: dict[str, str]) -> str:
    """Return the page of the small check."""
    return check_page(checked, sources)


def test_the_body_is_as_looked_at(page: str, golden: Callable[[str, str], None]) -> None:
    body = page[page.index("<body>") : page.index("<script>")]
    golden("reports/check.html", body)


def test_every_tag_is_closed_and_the_draft_is_whole(page: str, checked: CheckResult) -> None:
    outline = Outline(page)
    assert outline.open == []
    assert "".join(outline.draft.split()) == "".join(checked.raw.split())


def test_the_draft_is_escaped(page: str) -> None:
    assert page.count("<script>") == 1
    assert "&lt;script&gt;alert(&#34;稿子&#34;)&lt;/script&gt;" in page
    assert "桃源镇2023年&lt;工作&gt;报告" in page


def test_nothing_is_fetched(page: str) -> None:
    assert not re.search(r"https?://|//\w|@import|url\(|<link|<img|<iframe", page)
    policy = next(attrs["content"] or "" for tag, attrs in Outline(page).tags if "http-equiv" in attrs)
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")


def test_ids_are_unique_and_controls_have_names(page: str) -> None:
    outline = Outline(page)
    ids = [attrs["id"] for _, attrs in outline.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert ("html", {"lang": "zh-CN"}) in outline.tags
    controls = {attrs["aria-controls"] for _, attrs in outline.tags if "aria-controls" in attrs}
    assert controls <= set(ids)


def test_cards_stand_in_reading_order(checked: CheckResult, sources: dict[str, str]) -> None:
    cards = html_check.cards(checked, sources)
    assert [card.label for card in cards] == ["篇幅", "改写", "规范表述", "残留：村名"]
    assert [card.place for card in cards] == ["全文", "第 3 段", "第 4 段", "第 4 段"]


def test_a_passage_stands_in_its_surroundings(checked: CheckResult, sources: dict[str, str]) -> None:
    first, other = html_check.cards(checked, sources)[1].matches
    assert first.after == "，面貌一新。"
    assert ("扎实", "replace") in first.in_source
    assert ("同比增长12%，", "insert") in first.in_draft
    assert (other.before, other.after) == ("", "")  # its file cannot be read any more


def test_overlapping_findings_share_a_segment(checked: CheckResult) -> None:
    inner = Finding("e5", "figures", "", "error", Span(46, 49), checked.raw[46:49], "两处数值不一致")
    cards = html_check.cards(replace(checked, findings=(*checked.findings, inner)), {})
    covered = [segment for line in html_check.lines(checked.raw, cards) for segment in line.segments if segment.numbers]
    assert (2, 3) in [segment.numbers for segment in covered]
    assert [number for segment in covered for number in segment.begins] == [2, 3, 4, 5]


def test_formulae_are_left_unchecked_at_first(checked: CheckResult) -> None:
    filters = html_check.filters(html_check.cards(checked, {}))
    assert [group.label for group in filters] == ["雷同", "残留", "篇幅"]
    assert [(choice.label, choice.on) for choice in filters[0].choices] == [("改写", True), ("规范表述", False)]


@pytest.mark.parametrize(
    ("line", "level"),
    [("一、工作回顾", 3), ("（一）产业兴旺。", 4), ("一、去年。今年。", 0), ("（二）抓产业，", 0), ("今年以来", 0)],
)
def test_numbered_lines_are_headings(line: str, level: int) -> None:
    assert next(html_check.lines(line, ())).level == level


def test_a_clean_draft_needs_no_script() -> None:
    page = check_page(CheckResult("稿.txt", "各位代表：", (), 5), {})
    assert "没有发现问题。" in page
    assert "<script>" not in page


def test_an_empty_draft_has_a_page() -> None:
    assert Outline(check_page(CheckResult("稿.txt", "", (), 0), {})).open == []


def test_the_page_is_written_as_utf8(checked: CheckResult, tmp_path: Path) -> None:
    path = tmp_path / "检查.html"
    write_html(checked, {}, path)
    assert path.read_bytes().decode("utf-8").startswith("<!doctype html>\n")


def test_the_last_report_is_compared_and_what_was_dropped_is_told(checked: CheckResult) -> None:
    since = Since("上次.docx", "报告", (Span(0, 5),), (), (Span(6, 9),), ((Span(2, 8), "去年修了<b>路。"),))
    page = check_page(replace(checked, since=since), {})
    assert (
        "与上次报告《报告》（上次.docx）相比：没有改动 1 段，有改动 0 段，新写 1 段，上次写了、本稿没有再写 1 段。"
        in page
    )
    assert "<li>去年修了&lt;b&gt;路。</li>" in page
    assert Outline(page).open == []


def test_what_is_ignored_is_listed_folded(checked: CheckResult, sources: dict[str, str]) -> None:
    [finding, *_] = checked.findings
    page = check_page(replace(checked, ignored=frozenset({finding.id})), sources)
    folded = page[page.index('<details class="since ignored">') :].partition("</details>")[0]
    assert "已忽略的问题项（1 处）" in folded
    assert finding.message in folded
    assert finding.id in folded
    assert "<details" not in check_page(replace(checked, since=None), sources).partition("<main>")[0]
