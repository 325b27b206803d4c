"""Phrases complete the end of a run of Chinese, wherever the run began."""

from __future__ import annotations

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from drafter.cli.session.completer import MENU, CommandCompleter, PhraseCompleter, endings, phrase_completer, short_name
from drafter.cli.session.whereabouts import Whereabouts
from drafter.model import Locality, Period, Phrase, Source

PHRASES = {"乡村振兴": "xczx", "乡村振兴战略": "xczxzl", "长效机制": "cxjz"}


def lookup(typed: str, _: Whereabouts) -> list[Phrase]:
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
        ("全面振兴", []),  # 乡村 would part what was written
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


def test_the_menu_stays_short() -> None:
    offered = PhraseCompleter(lambda *_: [Phrase(f"乡村{number}", 3, 2) for number in range(100)])
    assert len(list(offered.get_completions(Document("乡村"), CompleteEvent()))) == MENU


def test_commands_are_offered_by_name_and_initials() -> None:
    completer = CommandCompleter([("保存", "bc", "存盘"), ("帮助", "bz", "看命令")])

    def offered(typed: str) -> list[str]:
        return [one.text for one in completer.get_completions(Document(typed), CompleteEvent())]

    assert offered("b") == ["保存", "帮助"]
    assert offered("bz") == ["帮助"]
    assert offered("保") == ["保存"]
    assert offered("") == []


class Two:
    """A library of two phrases that notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str]] = []

    def suggest(self, typed: str, *, topic: str, move: str, limit: int) -> list[Phrase]:
        """Return both phrases."""
        self.asked.append((typed, topic, move))
        return [Phrase("产业兴旺", 9, 5, ("甲.txt", "乙.txt")), Phrase("产业园区", 2, 1, ("丙.txt",))][:limit]

    def sources(self) -> dict[str, Source]:
        """Return three reports, one of an unknown town."""
        town = Locality("高兴镇")
        return {
            "甲.txt": Source("甲.txt", locality=town, period=Period(2023, "first_half")),
            "丙.txt": Source("语料/某镇的一份很长很长的报告.txt"),
        }


def told(completer: PhraseCompleter, before: str) -> list[str]:
    """Return what is said of each phrase offered."""
    return [one.display_meta_text for one in completer.get_completions(Document(before), CompleteEvent())]


def test_a_phrase_says_where_it_comes_from_and_whether_it_is_used() -> None:
    completer = phrase_completer(Two())
    completer.said = lambda: "推动产业园区建设"
    assert told(completer, "推动产业") == ["高兴镇2023年上半年等 5 篇", "已用过，某镇的一份很长很长的报告"]


def test_phrases_are_asked_for_by_what_suits_the_place() -> None:
    library = Two()
    completer = phrase_completer(library)
    completer.where = lambda: Whereabouts("农业", "成效")
    assert told(completer, "产业")
    assert library.asked == [("产业", "农业", "成效")]


def test_a_report_without_a_town_goes_by_its_file() -> None:
    assert short_name(Source("报告/旧稿.txt")) == "旧稿"
