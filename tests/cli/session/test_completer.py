"""Phrases complete the end of a run of Chinese, wherever the run began."""

from __future__ import annotations

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from drafter.cli.session.completer import MENU, CommandCompleter, PhraseCompleter, endings
from drafter.model import Phrase

PHRASES = {"乡村振兴": "xczx", "乡村振兴战略": "xczxzl", "长效机制": "cxjz"}


def lookup(typed: str) -> list[Phrase]:
    """Return the phrases that hold `typed`, characters or initials or both."""

    def holds(text: str, initials: str, at: int) -> bool:
        return all(sign in pair for sign, pair in zip(typed, zip(text[at:], initials[at:], strict=True), strict=False))

    return [
        Phrase(text, 3, 2)
        for text, initials in PHRASES.items()
        if any(holds(text, initials, at) for at in range(len(text) - len(typed) + 1))
    ]


def complete(before: str) -> list[str]:
    """Return what the lines become that are offered behind `before`."""
    offered = PhraseCompleter(lookup).get_completions(Document(before), CompleteEvent())
    return [before[: len(before) + one.start_position] + one.text for one in offered]


@pytest.mark.parametrize(
    ("before", "offered"),
    [
        ("今年以来，我们全面推进乡村", ["今年以来，我们全面推进乡村振兴", "今年以来，我们全面推进乡村振兴战略"]),
        ("深入实施乡czxz", ["深入实施乡村振兴战略"]),
        ("建立健全cxj", ["建立健全长效机制"]),
        ("cx", ["长效机制"]),
        ("乡村振兴", ["乡村振兴战略"]),
        ("全面振兴", ["全面乡村振兴", "全面乡村振兴战略"]),
        ("乡村zl", []),  # never 乡村乡村振兴战略
        ("推进乡村，", []),
        ("乡", []),
        ("", []),
    ],
)
def test_the_end_of_the_run_is_completed(before: str, offered: list[str]) -> None:
    assert complete(before) == offered


def test_longer_endings_are_looked_up_first_and_letters_stay_together() -> None:
    assert list(endings("巩固，推进乡czx")) == ["推进乡czx", "进乡czx", "乡czx", "czx"]


def test_what_the_draft_already_says_is_marked() -> None:
    completer = PhraseCompleter(lookup)
    completer.draft = lambda: "今年以来，我们推进乡村振兴战略。"
    offered = completer.get_completions(Document("推进乡村"), CompleteEvent())
    assert {one.text: one.display_meta_text for one in offered} == {
        "乡村振兴": "2 篇，已用过",
        "乡村振兴战略": "2 篇，已用过",
    }
    completer.draft = lambda: ""
    offered = completer.get_completions(Document("长效机制，推进长效"), CompleteEvent())
    assert [one.display_meta_text for one in offered] == ["2 篇，已用过"]


def test_the_menu_stays_short() -> None:
    offered = PhraseCompleter(lambda _: [Phrase(f"乡村{number}", 3, 2) for number in range(100)])
    assert len(list(offered.get_completions(Document("乡村"), CompleteEvent()))) == MENU


def test_commands_are_offered_by_name_and_initials() -> None:
    completer = CommandCompleter([("保存", "bc", "存盘"), ("帮助", "bz", "看命令")])

    def offered(typed: str) -> list[str]:
        return [one.text for one in completer.get_completions(Document(typed), CompleteEvent())]

    assert offered("b") == ["保存", "帮助"]
    assert offered("bz") == ["帮助"]
    assert offered("保") == ["保存"]
    assert offered("") == []
