"""Settle a paragraph: turn what was composed into a wording that prints the same and follows its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.compose.outline_fields import Point
from drafter.compose.prose import Gaps, Words, bare_item, text_of
from drafter.compose.tellings import JOINT, Content, Telling, called, tellings
from drafter.compose.wording import SLOT, worded
from drafter.model import Piece

SHORTEST = 4  # characters of a deed that it is called by
_COMPUTED = "（"  # in the ref of a piece, behind the outline path


def wording_of(words: Words, point: Point, content: Content) -> str:
    """Return the wording that prints `words`, what a point tells put as 【…】; "" where there is none.

    There is none where one column of a figure is still to be brought up to date, or a deed cannot be called by name.
    """
    found = tellings(point, content)
    told: set[tuple[int, str]] = set()
    text = ""
    for piece in words:
        text += piece.text
        telling = _told_by(piece, text, [each for each in found if (each.of, each.column) not in told])
        if telling:
            told.add((telling.of, telling.column))
            text = f"{text.removesuffix(telling.text)}【{_handle(telling, found)}】"
    return text if _prints(text, words, point, content) else ""


def _told_by(piece: Piece, text: str, found: Sequence[Telling]) -> Telling | None:
    """Return what a piece, the last of `text`, tells: the longest that fits, of equal ones the first."""
    ref = piece.ref.partition(_COMPUTED)[0]
    fitting = [each for each in found if each.words[-1].ref.partition(_COMPUTED)[0] == ref and text.endswith(each.text)]
    return max(fitting, key=lambda each: len(each.text), default=None)


def _handle(telling: Telling, found: Sequence[Telling]) -> str:
    """Return the name a telling is called by: of a deed as few words as tell it from others."""
    if telling.words[-1].kind != "author":
        return f"{telling.name}{JOINT}{telling.column}" if telling.column else telling.name
    return next((name for name in _beginnings(telling.name) if called(found, name) == [telling]), telling.name)


def _beginnings(deed: str) -> Iterator[str]:
    """Yield the beginnings of a deed, first the one up to a figure or a mark: 建成柏坪村水稻集中育秧中心."""
    first = next((at for at, sign in enumerate(deed) if at >= SHORTEST and not _is_han(sign)), len(deed))
    whole = (deed[:end] for end in range(first, len(deed) + 1))
    yield from (name for name in whole if name.count("“") == name.count("”"))


def renamed(wording: str, old: str, new: str, *, is_deed: bool) -> str:
    """Return a wording that calls by its new name what was called `old`: an indicator, or a deed that began so.

    What is called by its new name already stays as it is.
    """
    before, after = bare_item(old), bare_item(new)
    slots = dict.fromkeys(slot[1:-1] for slot in SLOT.findall(wording))
    if is_deed:
        gone = [name for name in slots if before.startswith(name)]
        known = any(after.startswith(name) for name in slots)
        return (
            wording
            if known or not gone
            else wording.replace(f"【{gone[0]}】", f"【{next(_beginnings(after), after)}】")
        )
    for name in slots:
        indicator, joint, column = name.partition(JOINT)
        if indicator == before:
            wording = wording.replace(f"【{name}】", f"【{after}{joint}{column}】")
    return wording


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def _prints(wording: str, words: Words, point: Point, content: Content) -> bool:
    """Tell whether a wording prints just what it was made from, and leaves nothing to be told."""
    gaps = Gaps()
    pinned = point.model_copy(update={"wording": wording, "opener": None, "closer": None})
    settled = worded(pinned, content, gaps)
    whole = text_of(settled.words) == text_of(words)
    return whole and not (settled.figures or settled.deeds or gaps.missing or gaps.conflicts)
