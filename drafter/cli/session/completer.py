"""Completion inside running Chinese text, where words are not set apart by spaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Protocol

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from drafter.cli.session.whereabouts import Whereabouts
from drafter.model import Phrase, Source

Lookup = Callable[[str, Whereabouts], Sequence[Phrase]]  # what is typed where -> wordings that hold it, best first

RUN = re.compile(r"[^\W_]+\Z")  # the characters before the cursor back to the last mark or space
LONGEST = 16  # characters of the run that are looked up; longer beginnings of a phrase are as good as the phrase
SHORTEST = 2  # one character begins too many phrases to be worth a menu
LONGEST_NAME = 12  # characters of a file's name in the menu
MENU = 9  # lines of the menu


class Phrases(Protocol):
    """What completion asks of the library."""

    def suggest(self, typed: str, *, topic: str, move: str, limit: int) -> Sequence[Phrase]:
        """Return phrases that hold what is typed, those of a topic and a move first."""

    def sources(self) -> Mapping[str, Source]:
        """Return the reports by their paths."""


class CommandCompleter(Completer):
    """Offer the session's commands by name and by pinyin initials."""

    def __init__(self, commands: Sequence[tuple[str, str, str]]) -> None:
        self.commands = commands  # name, initials, what it does

    def get_completions(self, document: Document, _: CompleteEvent) -> Iterable[Completion]:
        """Yield the commands that what is typed may begin."""
        typed = document.text_before_cursor.strip()
        for name, initials, does in self.commands:
            if typed and (name.startswith(typed) or initials.startswith(typed)):
                yield Completion(name, start_position=-len(document.text_before_cursor), display_meta=does)


class PhraseCompletion(Completion):
    """A phrase with where it comes from; `words` is a 1 for each character that begins a word of it."""

    def __init__(self, phrase: Phrase, start_position: int, source: str, *, used: bool) -> None:
        number = f"等 {phrase.doc_count} 篇" if source else f"{phrase.doc_count} 篇"
        told = "已用过，" * used + source + number * (phrase.doc_count > 1 or not source)
        super().__init__(phrase.text, start_position=start_position, display_meta=told)
        self.words = phrase.words


class PhraseCompleter(Completer):
    """Offer the library's wordings for the end of the run before the cursor.

    今年以来我们持续推进乡czx offers 乡村振兴战略: the longest ending of the run that stands in a wording is replaced,
    then shorter ones, until the menu is full. What suits the place comes first; what the draft says already is marked.
    """

    def __init__(self, lookup: Lookup, source: Callable[[str], str] = lambda _: "") -> None:
        self.lookup = lookup
        self.source = source  # the path of a report -> what it is called in a menu
        self.where: Callable[[], Whereabouts] = Whereabouts  # what suits the place that is typed at
        self.said: Callable[[], str] = str  # all that the draft says

    def get_completions(self, document: Document, _: CompleteEvent) -> Iterable[Completion]:
        """Yield at most MENU completions, those that use most of what is typed first."""
        seen: set[str] = set()
        before, where, said = document.text_before_cursor, self.where(), self.said()
        for typed in endings(before):
            for phrase in self.lookup(typed, where):
                text = phrase.text
                if text not in seen and fits(text, before.removesuffix(typed), typed):
                    seen.add(text)
                    source = self.source(phrase.sources[0]) if phrase.sources else ""
                    yield PhraseCompletion(phrase, -len(typed), source, used=text in document.text or text in said)
                if len(seen) >= MENU:
                    return


def phrase_completer(library: Phrases) -> PhraseCompleter:
    """Return what offers the phrases of a library."""
    names = {path: short_name(source) for path, source in library.sources().items()}

    def lookup(typed: str, where: Whereabouts) -> Sequence[Phrase]:
        return library.suggest(typed, topic=where.topic, move=where.move, limit=MENU)

    return PhraseCompleter(lookup, lambda path: names.get(path, ""))


def short_name(source: Source) -> str:
    """Return what a report is called in a menu: its town and period, else its file."""
    if source.locality and source.locality.name:
        return f"{source.locality.name}{source.period or ''}"
    return PurePosixPath(source.path).name.removesuffix(PurePosixPath(source.path).suffix)[:LONGEST_NAME]


def fits(text: str, before: str, typed: str) -> bool:
    """Tell whether a wording that holds what is typed may take its place: it brings nothing that stands before.

    Behind 推进乡村 the typed 振x finds 乡村振兴 too, which would give 推进乡村乡村振兴; and behind 文化 the typed 活动
    finds 招商活动, which would part what was just written.
    """
    parts = text.find(typed) > 0 and before[-1:].isalnum()
    return text != typed and not parts and not any(before.endswith(text[:length]) for length in range(1, len(text)))


def endings(before: str) -> Iterator[str]:
    """Yield the endings of the run that `before` ends in, longest first; letters are never cut apart."""
    run = RUN.search(before)
    typed = run.group()[-LONGEST:] if run else ""
    for start in range(len(typed) - SHORTEST + 1):
        inside_letters = start > 0 and typed[start].isascii() and typed[start - 1].isascii()
        if not inside_letters:
            yield typed[start:]
