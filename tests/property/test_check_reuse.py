"""Laws of the reuse check: a planted copy is found, spans lie in bounds, ids are stable."""

from __future__ import annotations

import random
from array import array

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.check.checker import check
from drafter.library.postings import build_index
from drafter.model import CheckResult, Document, IndexedText, NormText, OffsetMap, Section, Source, Span

CHARACTERS = [chr(0x4E00 + 7 * number) for number in range(800)]
SOURCE_CHARS, DRAFT_CHARS = 1200, 600


def written(rng: random.Random, length: int) -> str:
    """Return text of clauses and sentences that share nothing but their characters."""
    pieces: list[str] = []
    while length > 0:
        size = rng.randint(4, 14)
        pieces.append("".join(rng.choices(CHARACTERS, k=size)) + rng.choice("，，，。"))
        length -= size
    return "".join(pieces)


def indexed(path: str, text: str) -> IndexedText:
    """Return a report whose text is its own raw text."""
    offsets = OffsetMap(array("i", range(len(text))), array("i", range(1, len(text) + 1)))
    return IndexedText(Source(path), NormText(text), offsets)


def checked(draft: str, *sources: str) -> CheckResult:
    """Check a draft against reports named 0, 1 …"""
    own = indexed("draft", draft)
    document = Document(own.source, draft, own.text, own.offsets, (), Section(None, ""))
    return check(document, build_index([indexed(str(number), text) for number, text in enumerate(sources)]))


def planted(seed: int, length: int, changed: float) -> tuple[str, list[str], Span, Span]:
    """Return a draft with a passage of the second of three reports, the reports, and both spans of the passage."""
    rng = random.Random(seed)
    sources = [written(rng, SOURCE_CHARS) for _ in range(3)]
    start = rng.randrange(len(sources[1]) - length)
    passage = "".join(
        rng.choice(CHARACTERS) if rng.random() < changed and character in CHARACTERS else character
        for character in sources[1][start : start + length]
    )
    honest = written(rng, DRAFT_CHARS)
    at = rng.randrange(len(honest))
    return honest[:at] + passage + honest[at:], sources, Span(at, at + length), Span(start, start + length)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), length=st.integers(36, 400), changed=st.sampled_from([0.0, 0.04, 0.1]))
def test_a_planted_copy_is_found_where_it_is(seed: int, length: int, changed: float) -> None:
    length = length if changed < 0.1 else max(length, 80)  # a tenth of the characters changed leaves few runs of four
    draft, sources, there, origin = planted(seed, length, changed)
    found = [finding for finding in checked(draft, *sources).findings if finding.kind in ("copied", "edited")]
    assert len(found) == 1
    match = found[0].matches[0]
    assert match.source == "1"
    assert found[0].span.overlap(there) >= 0.8 * length
    assert match.span.overlap(origin) >= 0.8 * length
    assert len(found[0].span) <= length + 40
    assert len(match.span) <= length + 40


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6), length=st.integers(20, 300), changed=st.floats(0, 0.4))
def test_all_spans_lie_in_bounds(seed: int, length: int, changed: float) -> None:
    draft, sources, _, _ = planted(seed, length, changed)
    result = checked(draft + draft[: length * 2], *sources)
    for finding in result.findings:
        assert 0 <= finding.span.start < finding.span.end <= len(result.raw)
        assert finding.span.of(result.raw) == finding.text
        for match in finding.matches:
            text = result.raw if match.source == "draft" else sources[int(match.source)]
            assert match.span.of(text) == match.text
            for edit in match.edits:
                assert finding.span.covers(edit.draft)
                assert match.span.covers(edit.source)
                assert edit.draft.of(result.raw) == edit.draft_text
                assert edit.source.of(text) == edit.source_text
    assert sum(result.by_class.values()) <= result.chars


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**6), before=st.lists(st.sampled_from("甲乙丙丁"), unique=True).map("".join))
def test_ids_depend_on_the_words_alone(seed: int, before: str) -> None:
    draft, sources, _, _ = planted(seed, 90, 0.0)
    ids = {finding.id for finding in checked(draft, *sources).findings}
    assert ids == {finding.id for finding in checked(f"{before}。\n{draft}", *sources).findings}


@settings(max_examples=30, deadline=None)
@given(draft=st.text(max_size=200), source=st.text(max_size=200))
def test_any_text_can_be_checked(draft: str, source: str) -> None:
    draft, source = (text.encode("utf-8", "ignore").decode("utf-8") for text in (draft, source))
    assert checked(draft, source).chars >= 0
