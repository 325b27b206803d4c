"""What is unchanged since the last report: paragraph by paragraph, apart from what others wrote, dropped and new."""

from __future__ import annotations

from collections.abc import Callable

from drafter.check.checker import check
from drafter.library.postings import Postings
from drafter.model import Document, Finding, Span

Draft = Callable[..., Document]
Index = Callable[..., Postings]


def kept(findings: tuple[Finding, ...]) -> list[Finding]:
    """Return the findings of the class."""
    return [finding for finding in findings if finding.kind == "previous"]


def test_a_paragraph_between_new_ones_is_found_alone(draft: Draft, index: Index, offices: str, honest: str) -> None:
    first, passage, _ = offices.split("\n")
    last = draft(f"{first}\n{passage}", "上次.txt")
    result = check(draft(f"{honest}\n{passage}\n新修公路三条，都已通车。"), index({}), previous=last)
    [finding] = kept(result.findings)
    assert finding.text == passage
    assert finding.message == "与上次报告第 2 段相同，数据（46名）也没有变"
    assert (finding.rule, finding.severity) == ("reuse", "warning")
    assert finding.matches[0].source == "上次.txt"
    assert result.by_class == {"previous": len(passage)}
    assert result.reuse_ratio == 0


def test_neighbouring_paragraphs_are_findings_of_their_own(draft: Draft, index: Index, offices: str) -> None:
    last = draft(offices, "上次.txt")
    findings = kept(check(draft(f"开头有一段新的话。\n{offices}"), index({}), previous=last).findings)
    assert [finding.text for finding in findings] == offices.split("\n")


def test_changed_figures_are_shown_and_not_called_stale(draft: Draft, index: Index, offices: str, honest: str) -> None:
    passage = offices.split("\n")[1]
    last = draft(offices, "上次.txt")
    [finding] = kept(check(draft(f"{honest}\n{passage.replace('46', '52')}"), index({}), previous=last).findings)
    assert finding.severity == "info"
    assert finding.message == "与上次报告第 2 段大体相同，改动 1 处"
    assert [(edit.source_text, edit.draft_text) for edit in finding.matches[0].edits] == [("46", "52")]


def test_our_own_words_are_not_copied_from_others(draft: Draft, index: Index, offices: str, honest: str) -> None:
    own, other, _ = offices.split("\n")
    library = index({"甲": offices, "上次.txt": own})
    result = check(draft(f"{honest}\n{own}\n{other}"), library, previous=draft(own, "上次.txt"))
    assert [finding.text for finding in kept(result.findings)] == [own]
    assert [finding.text for finding in result.findings if finding.kind == "copied"] == [other]
    assert result.by_source == (("甲", "", len(other)),)


def test_what_was_dropped_and_what_is_new(draft: Draft, index: Index, offices: str, honest: str) -> None:
    first, second, third = offices.split("\n")
    new = honest.split("\n", maxsplit=1)[0] + honest.split("\n")[1]
    raw = f"{second}\n{third.replace('3个', '5个')}\n{new}"
    since = check(draft(raw), index({}), previous=draft(offices, "上次.txt")).since
    assert since
    assert [span.of(raw) for span in since.unchanged] == [second]
    assert [span.of(raw) for span in since.edited] == [third.replace("3个", "5个")]
    assert [span.of(raw) for span in since.new] == [new]
    assert since.dropped == ((Span(0, len(first)), first),)


def test_without_a_last_report_nothing_is_compared(draft: Draft, index: Index, honest: str) -> None:
    assert check(draft(honest), index({})).since is None


def test_an_open_slot_is_not_unchanged(draft: Draft, index: Index, offices: str, honest: str) -> None:
    passage = offices.split("\n")[1]
    blanked = passage.replace("46名", "【待更新：旧值 46名】")
    result = check(draft(f"{honest}\n{blanked}"), index({}), previous=draft(offices, "上次.txt"))
    assert not [finding for finding in kept(result.findings) if "没有变" in finding.message]


def test_a_report_of_another_office_is_called_so(draft: Draft, index: Index, offices: str, honest: str) -> None:
    def since(ours: str, theirs: str) -> str:
        found = check(draft(honest, "稿子.txt", ours), index({}), previous=draft(offices, "上次.txt", theirs)).since
        assert found
        return found.other

    assert since("清溪镇", "涌山镇") == "涌山镇"
    assert since("清溪镇", "清溪镇") == since("清溪镇", "") == since("", "涌山镇") == ""
