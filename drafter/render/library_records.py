"""Records of the library for other programs: phrases, sections, a skeleton, what it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.model import Frame, Heading, Holdings, Phrase, SectionText, Skeleton, Source, Usual, Way
from drafter.render.records import Record

PHRASES_SCHEMA = "drafter.phrases/1"
FRAMES_SCHEMA = "drafter.frames/1"
HEADINGS_SCHEMA = "drafter.headings/1"
SECTIONS_SCHEMA = "drafter.sections/1"
SKELETON_SCHEMA = "drafter.skeleton/1"
LIBRARY_SCHEMA = "drafter.library/1"
_DIGITS = 4  # decimals of a share


def frames_record(indicator: str, ways: Sequence[Way], frames: Sequence[Frame]) -> Record:
    """Return how an indicator is said as drafter.frames/1: its ways, and the frames it was said in, best first."""
    return {
        "schema": FRAMES_SCHEMA,
        "indicator": indicator,
        "ways": [{"verb": w.verb, "order": w.order, "unit": w.unit, "reports": w.reports} for w in ways],
        "frames": [
            {
                "text": frame.text,
                "indicator": frame.indicator,
                "doc_count": frame.doc_count,
                "move": frame.move,
                "topic": frame.topic,
                "sources": list(frame.sources),
            }
            for frame in frames
        ],
    }


def phrases_record(phrases: Sequence[Phrase], sources: Mapping[str, Source]) -> Record:
    """Return the phrases of a look-up, best first, as drafter.phrases/1; `sources` are the reports by path.

    `count` counts occurrences, `doc_count` reports, `localities` those who wrote them; a `year` is 0, a title "" where
    no report tells; `sources` are all reports with the phrase: path from the workspace (汇编.txt#4), title, year.
    """
    return {
        "schema": PHRASES_SCHEMA,
        "phrases": [
            {
                "text": phrase.text,
                "topic": phrase.topic,
                "move": phrase.move,
                "count": phrase.count,
                "doc_count": phrase.doc_count,
                "localities": phrase.localities,
                "year": phrase.year,
                "sources": [_source(path, sources.get(path)) for path in phrase.sources],
            }
            for phrase in phrases
        ],
    }


def headings_record(headings: Sequence[Heading]) -> Record:
    """Return headings as drafter.headings/1; `level` is 1–4, or 0 for a lead; those of one `set` stood side by side."""
    return {
        "schema": HEADINGS_SCHEMA,
        "headings": [
            {
                "text": heading.text,
                "level": heading.level,
                "topic": heading.topic,
                "pattern": heading.pattern,
                "set": heading.group,
                "pure": heading.pure,
                "source": heading.source,
            }
            for heading in headings
        ],
    }


def sections_record(sections: Sequence[SectionText]) -> Record:
    """Return sections, best first, as drafter.sections/1; `level` is 1–4, or 0 for a point with a lead."""
    return {
        "schema": SECTIONS_SCHEMA,
        "sections": [
            {
                "heading": section.heading,
                "level": section.level,
                "topic": section.topic,
                "chapter": section.chapter,
                "source": _source(section.source.path, section.source),
                "chars": section.chars,
                "text": section.text,
                "points": [
                    {"lead": point.lead, "topic": point.topic, "moves": list(point.moves), "text": point.text}
                    for point in section.points
                ],
            }
            for section in sections
        ],
    }


def skeleton_record(skeleton: Skeleton | None) -> Record:
    """Return what sections on a topic usually hold as drafter.skeleton/1; `skeleton` is null when there are none.

    Shares and places are from 0 to 1; four fifths of the sections have between `low` and `high` characters.
    """
    return {
        "schema": SKELETON_SCHEMA,
        "skeleton": skeleton
        and {
            "topic": skeleton.topic,
            "kind": skeleton.kind,
            "chapter": skeleton.chapter,
            "sections": skeleton.sections,
            "reports": skeleton.reports,
            "chars": {"median": skeleton.length, "low": skeleton.low, "high": skeleton.high},
            "parts": skeleton.parts,
            "points": [_usual(point) for point in skeleton.points],
            "moves": [_usual(move) for move in skeleton.moves],
            "openings": [{"text": text, "source": path} for text, path in skeleton.openings],
        },
    }


def holdings_record(holdings: Holdings) -> Record:
    """Return what a library holds as drafter.library/1; coverage as shares from 0 to 1."""
    coverage = holdings.coverage
    return {
        "schema": LIBRARY_SCHEMA,
        "counts": dict(holdings.counts),
        "coverage": {
            "topic_chars": round(coverage.topic, _DIGITS),
            "move_chars": round(coverage.move, _DIGITS),
            "phrase_sentences": round(coverage.phrase, _DIGITS),
        },
        "reports": [
            {
                **_source(source.path, source),
                "kind": source.kind,
                "period": str(source.period) if source.period else None,
                "locality": source.locality.name if source.locality else None,
                "county": source.locality.county if source.locality else None,
                "chars": chars,
            }
            for source, chars in holdings.reports
        ],
        "phrases": [phrase.text for phrase in holdings.phrases],
        "repeats": [{"path": path, "same_as": other} for path, other in holdings.repeats],
        "families": [{"path": path, "like": other} for path, other in holdings.families],
        "reprints": [{"path": path, "of": other, "passages": count} for path, other, count in holdings.reprints],
        "forgotten": list(holdings.forgotten),
    }


def _source(path: str, source: Source | None) -> Record:
    period = source.period if source else None
    return {"path": path, "title": source.title if source else "", "year": period.year if period else 0}


def _usual(usual: Usual) -> Record:
    return {
        "name": usual.name,
        "share": round(usual.share, _DIGITS),
        "place": round(usual.place, _DIGITS),
        "moves": list(usual.moves),
        "examples": [{"text": text, "source": path} for text, path in usual.examples],
    }
