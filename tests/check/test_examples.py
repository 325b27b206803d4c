"""Must-flag and must-not-flag examples of residue and formulation; every row of their tables has its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from drafter.check.formulation.rule import find_misquotes
from drafter.check.residue.claimed_places import Body, bodies
from drafter.check.residue.foreign_places import Relation, relations
from drafter.check.residue.leftovers import Leftover, leftovers
from drafter.check.residue.rule import find_residue
from drafter.check.residue.scraps import Scrap, scraps
from drafter.model import ReuseIndex

from ..quality.planted import Paragraph, Rule, case_of, paragraphs, sample_index

EXAMPLES = Path(__file__).parent / "examples"
CORPUS = Path(__file__).parents[2] / "corpus"
RESIDUE, FORMULATION = (list(paragraphs(EXAMPLES / f"{name}.txt")) for name in ("residue", "formulation"))


@pytest.fixture(scope="session")
def samples() -> ReuseIndex:
    """Return the index of the sample corpus, with its names."""
    return sample_index(CORPUS)


def misjudged(rule: Rule, example: Paragraph, index: ReuseIndex) -> list[str]:
    """Return the faults not found, and what was found beside them."""
    found = [finding.span for finding in rule(case_of(example.text, example.own, index))]
    missed = [fault for fault in example.faults if not any(fault.overlap(span) for span in found)]
    wrong = [span for span in found if not any(span.overlap(fault) for fault in example.faults)]
    return [span.of(example.text) for span in (*missed, *wrong)]


@pytest.mark.parametrize("example", RESIDUE, ids=lambda example: example.text[:24])
def test_residue(example: Paragraph, samples: ReuseIndex) -> None:
    assert not misjudged(find_residue, example, samples)


@pytest.mark.parametrize("example", FORMULATION, ids=lambda example: example.text[:24])
def test_formulation(example: Paragraph, samples: ReuseIndex) -> None:
    assert not misjudged(find_misquotes, example, samples)


@pytest.mark.parametrize("row", leftovers(), ids=lambda row: row.pattern.pattern[:30])
def test_every_leftover_has_an_example(row: Leftover) -> None:
    faults = [fault.of(example.text) for example in RESIDUE for fault in example.faults]
    assert any(row.pattern.search(f"。{fault}") or row.pattern.search(fault) for fault in faults)


@pytest.mark.parametrize("row", list(dict.fromkeys(scraps().values())), ids=lambda row: row.written.pattern[:30])
def test_every_kind_of_scrap_has_an_example(row: Scrap) -> None:
    faults = [fault.of(example.text) for example in RESIDUE for fault in example.faults]
    words = [word for word, each in scraps().items() if each is row]
    assert any(row.written.search(fault) for fault in faults if any(word in fault for word in words))


@pytest.mark.parametrize("row", list(dict.fromkeys(bodies().values())), ids=str)
def test_every_kind_of_body_has_an_example(row: Body) -> None:
    words = tuple(word for word, each in bodies().items() if each is row)
    behind = [example.text[fault.end :] for example in RESIDUE for fault in example.faults]
    assert any(word in text[:6] for text in behind for word in words)


@pytest.mark.parametrize("row", relations(), ids=lambda row: f"{row.where}{row.before or row.after}"[:30])
def test_every_relation_has_an_example(row: Relation) -> None:
    texts = [example.text for example in RESIDUE if not example.faults or row.where in {"自", "上"}]
    assert any(_holds_in(row, text) for text in texts)


def _holds_in(row: Relation, text: str) -> bool:
    """Tell whether a row holds around some stretch of a clause."""
    if row.where == "句":
        return row.holds(text, "")
    return any(
        row.holds(clause[:start], clause[end:])
        for clause in re.split("[，。；]", text)
        for start in range(len(clause))
        for end in range(start + 1, min(len(clause), start + 8) + 1)
    )


def kinds(rule: Rule, examples: Sequence[Paragraph], index: ReuseIndex) -> set[str]:
    """Return the kinds of fault that a rule finds in examples."""
    return {finding.kind for each in examples for finding in rule(case_of(each.text, each.own, index))}


def test_every_kind_is_among_the_examples(samples: ReuseIndex) -> None:
    assert kinds(find_residue, RESIDUE, samples) >= {
        "place", "name", "gap", "salutation", "office", "period", "year", "slogan"
    }  # fmt: skip
    assert kinds(find_misquotes, FORMULATION, samples) == {
        "scrubbed", "wrong_number", "wrong_character", "missing_member", "foreign_member", "repeated_member", "order"
    }  # fmt: skip


@pytest.mark.parametrize("rule", [find_residue, find_misquotes], ids=["residue", "formulation"])
def test_what_is_said_ends_without_a_full_stop(rule: Rule) -> None:
    examples = RESIDUE if rule is find_residue else FORMULATION
    found = [finding for each in examples for finding in rule(case_of(each.text, each.own))]
    assert found
    assert not [words for each in found for words in (each.message, each.suggestion) if words.endswith("。")]
