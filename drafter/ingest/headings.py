"""Which lines of a report's body are headings, or begin with one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile

from drafter.ingest.lines import Line, sentence_end
from drafter.text.chapters import chapter_of, ends_as_chapter, names_time
from drafter.text.gaps import begins_with_gap
from drafter.text.numbering import Style

HEADING_STYLES: frozenset[Style] = frozenset({"第一部分", "一、", "（一）"})
"""Numbers that stand before headings; the others mostly stand before points."""

LONGEST_HEADING = 60
"""Characters of a heading without its number: the longest of 180 reports has 57."""
LONGEST_ALONE = 80
"""Characters of a numbered heading that no mark closes, so that it is a line of its own: one in 184 reports has 61."""
LONGEST_PLAIN = 40
"""Characters of a heading without number: longer lines are sentences that lost their mark."""
SHORTEST_PLAIN = 4
LONGEST_LABEL = 20
"""Characters before the ： of a list row: （一）住有所安项目：…"""
LEAST_REPEATED = 3
"""Lines that must open with the same words (今年以来，我们…) to be headings though a 。 closes them."""
MOST_CELLS = 2
"""Short unclosed lines in a row: more of them are a table or a list."""

_ROW = re.compile(rf"[^，。；：]{{2,{LONGEST_LABEL}}}：.")
_IN_WORDS = re.compile(rf"(?=.*[\u4e00-\u9fff]{{2}})(?![（(])[^\t]{{{SHORTEST_PLAIN},}}")
_SIGNATURE = re.compile("(?:政府|办事处|委员会|党委|党工委|办公室)$|^\\d{4}年\\d{1,2}月\\d{1,2}日$")
_FORMULA = re.compile("各位|同志们|此外|同时|与此同时")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found, its level not known yet."""

    line: int  # index of its line
    end: int  # where it ends in the line; text after it belongs to the paragraph under it
    key: str  # headings marked in the same way share it: the style of the number, chapter, aside, plain, repeated
    value: int  # of its number, also of a number that was lost; 0 when it does not count
    title: str  # without number and closing mark
    level: int = 0  # as the formatting says; 0 when it says nothing


def find_headings(lines: Sequence[Line]) -> list[Heading]:
    """Return the headings among the lines of a body, in order."""
    marked = any(line.hint and line.hint.role == "heading" for line in lines)
    repeated = frozenset() if marked else _repeated(lines)
    found = (_heading(at, lines, repeated, marked=marked) for at in range(len(lines)))
    return _with_lost_numbers(_with_chapters_alike([heading for heading in found if heading]))


def _heading(at: int, lines: Sequence[Line], repeated: frozenset[int], *, marked: bool) -> Heading | None:
    """Return the heading that a line is or begins with; where the formatting has `marked` headings, it marks all."""
    line = lines[at]
    if line.hint and line.hint.role != "heading":
        return None
    if at in repeated:
        return _whole(at, line, line.number.style if line.number else "repeated")
    if line.hint and len(line.words) <= LONGEST_HEADING:
        return _whole(at, line, line.number.style if line.number else "plain", line.hint.level)
    if line.number:
        end = _numbered_end(at, lines)
        title = line.text[len(line.number) : end].strip().rstrip("。！：；")
        return Heading(at, end, line.number.style, line.number.value, title) if title else None
    if not marked and _is_plain(at, lines):
        return _whole(at, line, "chapter" if chapter_of(line.text) else "plain")
    return None


def _whole(at: int, line: Line, key: str, level: int = 0) -> Heading:
    value = line.number.value if line.number else 0
    return Heading(at, len(line.text), key, value, line.words.strip().rstrip("。！：；"), level)


def _numbered_end(at: int, lines: Sequence[Line]) -> int:
    """Return where the heading that a numbered line begins with ends, 0 when it begins with none."""
    line = lines[at]
    start = len(line.text) - len(line.words)
    if not line.number or line.number.style not in HEADING_STYLES:
        return len(line.text) if _is_lone_point(at, lines) else 0
    if _ROW.match(line.words) and (line.is_closed or any(_like_beside(at, lines))):
        return 0
    end = sentence_end(line.text, start)
    if end < 0:
        return len(line.text) if len(line.words) <= LONGEST_ALONE else 0
    if end - start > LONGEST_HEADING or line.text[end - 1] == "；":
        return 0
    return 0 if end == len(line.text) and _is_row_of(at, lines) else end


def _is_lone_point(at: int, lines: Sequence[Line]) -> bool:
    """Tell whether a line numbered 1. or —— is a heading: short, unclosed, something else than its like under it."""
    line, following = lines[at], lines[at + 1 : at + 2]
    if line.is_closed or len(line.words) > LONGEST_PLAIN or _ROW.match(line.words) or len(line.words) < SHORTEST_PLAIN:
        return False
    return any(not _same_style(line, each) for each in following)


def _is_row_of(at: int, lines: Sequence[Line]) -> bool:
    """Tell whether a closed line stands in a list: one of its like, closed too, right before or after it."""
    return any(sentence_end(each.text) == len(each.text) for each in _like_beside(at, lines))


def _like_beside(at: int, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines right before and after a line that are numbered in the same way."""
    beside = (lines[other] for other in (at - 1, at + 1) if 0 <= other < len(lines))
    return (each for each in beside if _same_style(lines[at], each))


def _same_style(line: Line, other: Line) -> bool:
    return bool(line.number and other.number and line.number.style == other.number.style)


def _is_plain(at: int, lines: Sequence[Line]) -> bool:
    """Tell whether a line without number is a heading: unclosed, neither short nor long, under it text, no table."""
    line = lines[at]
    if not _is_unclosed(line) or not _IN_WORDS.fullmatch(line.text) or _SIGNATURE.search(line.text):
        return False
    if at + 1 == len(lines):
        return False
    if chapter_of(line.text):
        return True
    before = sum(1 for _ in takewhile(_is_unclosed, reversed(lines[max(0, at - MOST_CELLS) : at])))
    after = sum(1 for _ in takewhile(_is_unclosed, lines[at + 1 : at + 1 + MOST_CELLS]))
    return before + after < MOST_CELLS and at + after + 1 < len(lines)


def _is_unclosed(line: Line) -> bool:
    """Tell whether a line may be a heading without number, or a cell of a table."""
    return not line.number and not line.is_closed and len(line.text) <= LONGEST_PLAIN and sentence_end(line.text) < 0


def _repeated(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that are single short sentences, alike in number or opening, each with text of its own."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for at, (line, following) in enumerate(pairwise(lines)):
        if line.hint or not _is_short_sentence(line) or not _is_text(following):
            continue
        opening, comma, _ = line.words.partition("，")
        if line.number and line.number.style not in HEADING_STYLES:
            groups[line.number.style].append(at)
        elif comma and not line.number and not _FORMULA.match(opening):
            groups[opening].append(at)
    runs = (run for group in groups.values() for run in _runs(group, lines))
    return frozenset(at for run in runs if _are_apart(run) for at in run)


def _is_short_sentence(line: Line) -> bool:
    is_short = len(line.text) <= LONGEST_HEADING and not begins_with_gap(line.words)
    return is_short and sentence_end(line.text) == len(line.text)


def _is_text(line: Line) -> bool:
    return line.is_closed and not (line.number and line.number.style in HEADING_STYLES)


def _runs(group: Sequence[int], lines: Sequence[Line]) -> Iterator[list[int]]:
    """Part lines that are alike where their numbers start again."""
    run: list[int] = []
    for at in group:
        number = lines[at].number
        if number and number.value == 1 and run:
            yield run
            run = []
        run.append(at)
    yield run


def _are_apart(run: Sequence[int]) -> bool:
    return len(run) >= LEAST_REPEATED and all(later - earlier > 1 for earlier, later in pairwise(run))


def _with_chapters_alike(headings: Sequence[Heading]) -> list[Heading]:
    """Treat chapters without number alike, where those of a report name their times.

    Plans without time (主要预期目标) stand beside headings then; plain headings with a time (“十三五”建设思路), or that
    stand alone between two chapters, are chapters.
    """
    chapters = [each for each in headings if chapter_of(each.title) and names_time(each.title)]
    if not chapters:
        return list(headings)
    alike = [replace(each, key="aside") if _is_side_chapter(each) else each for each in headings]
    if any(each.key != "chapter" for each in chapters):
        return alike
    around = zip([None, *alike], alike, [*alike[1:], None], strict=False)
    return [
        replace(each, key="chapter") if _is_chapter(before, each, after) else each for before, each, after in around
    ]


def _is_side_chapter(heading: Heading) -> bool:
    return heading.key == "chapter" and chapter_of(heading.title) == "plan" and not names_time(heading.title)


def _is_chapter(before: Heading | None, heading: Heading, after: Heading | None) -> bool:
    if heading.key != "plain":
        return False
    between = before is not None and after is not None and before.key == after.key == "chapter"
    return between or (names_time(heading.title) and ends_as_chapter(heading.title))


def _with_lost_numbers(headings: Sequence[Heading]) -> list[Heading]:
    """Give headings without number that go on where numbered ones left off that style and the next values.

    Chapters without number among numbered ones that lack none are headings below those.
    """
    found: list[Heading] = []
    for key, group in groupby(headings, key=lambda heading: "" if heading.level else heading.key):
        run = list(group)
        after = headings[len(found) + len(run) :]
        last = _last_chapter(found) if key == "chapter" else _parallel(found, run) if key == "plain" else None
        if key == "chapter" and last and not _is_wanting(last.value + len(run), last.key, after):
            run, last = [replace(each, key="plain") for each in run], None
        found += [replace(each, key=last.key, value=last.value + n) for n, each in enumerate(run, 1)] if last else run
    return found


def _last_chapter(headings: Sequence[Heading]) -> Heading | None:
    chapters = (each for each in reversed(headings) if each.key in HEADING_STYLES and chapter_of(each.title))
    return next(chapters, None)


def _is_wanting(value: int, key: str, after: Sequence[Heading]) -> bool:
    """Tell whether the headings after it leave room for a heading of that number."""
    following = next((each.value for each in after if each.key == key), None)
    return following is None or following == value + 1


def _parallel(before: Sequence[Heading], run: Sequence[Heading]) -> Heading | None:
    """Return the numbered heading right before those of the `run` if all of them are built like it."""
    last = before[-1] if before else None
    if last is None or last.key not in HEADING_STYLES or chapter_of(last.title):
        return None
    return last if all(are_parallel(last.title, each.title) for each in run) else None


def are_parallel(title: str, other: str) -> bool:
    """Tell whether two headings are built alike: as many parts, each about as long, and at least two of them."""
    parts, others = title.split("，"), other.split("，")
    return len(parts) == len(others) >= 2 and all(
        abs(len(part) - len(its)) <= max(1, len(part) // 4) for part, its in zip(parts, others, strict=True)
    )
