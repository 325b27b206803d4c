"""What is mined from the sample corpus: laws that hold for all of it."""

from __future__ import annotations

import re

from drafter.library.store import Store
from drafter.model import Document

MOVES = ("依据", "举措", "成效", "问题", "打算", "致谢", "号召")


def own_stems(documents: tuple[Document, ...]) -> set[str]:
    """Return the names of the reporting localities without 镇, 乡, 街道."""
    names = {document.source.locality.name for document in documents if document.source.locality}
    return {re.sub("(?:街道|[镇乡])$", "", name) for name in names} - {""}


def test_no_name_of_a_locality_is_offered(sample_library: Store, sample_documents: tuple[Document, ...]) -> None:
    stems = own_stems(sample_documents)
    offered = [phrase.text for phrase in sample_library.phrases("", limit=100_000)]
    offered += [c.text for move in MOVES for c in sample_library.clauses(move=move, limit=100_000) if c.pure]
    offered += [h.text for level in range(5) for h in sample_library.headings(level=level, limit=100_000) if h.pure]
    assert stems
    assert not [text for text in offered if any(stem in text for stem in stems)]


def test_pure_clauses_hold_no_figure_and_no_placeholder(sample_library: Store) -> None:
    pure = [c.text for move in MOVES for c in sample_library.clauses(move=move, limit=100_000) if c.pure]
    assert len(pure) > 2000
    assert not [text for text in pure if re.search("[0-9]|[Xx×]{2}|以同志为核心", text)]


def test_no_phrase_ends_in_a_dangling_word(sample_library: Store) -> None:
    texts = [phrase.text for phrase in sample_library.phrases("", limit=100_000)]
    assert len(texts) > 500
    assert not [text for text in texts if re.search("^[的和与及等了，、]|(?<!目)[的和与及在对将把，、“《（]$", text)]


def test_every_phrase_is_found_by_its_own_characters(sample_library: Store) -> None:
    for phrase in sample_library.phrases("", limit=200):
        assert sample_library.phrases(phrase.text, limit=1)[0].text == phrase.text


def test_most_clauses_have_a_topic(sample_library: Store) -> None:
    clauses = [clause for move in MOVES for clause in sample_library.clauses(move=move, limit=100_000)]
    assert sum(bool(clause.topic) for clause in clauses) > 0.9 * len(clauses)
