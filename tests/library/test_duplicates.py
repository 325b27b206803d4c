"""Near-duplicate reports are seen as one."""

from __future__ import annotations

from collections.abc import Callable

from drafter.library.corpus import join
from drafter.library.digest import digest
from drafter.library.duplicates import SHORTEST_PASSAGE
from drafter.model import Document

Reports = Callable[..., tuple[Document, ...]]


def varied(seed: int, length: int = 2000) -> str:
    """Return a text that shares no run of characters with that of another seed."""
    return "".join(chr(0x4E00 + (n * 7919 + seed * 104729 + n * n * seed) % 20000) for n in range(length))


def families(documents: tuple[Document, ...]) -> list[int]:
    """Return the family of each report."""
    return join(list(map(digest, documents))).families.tolist()


def test_a_copy_belongs_to_the_first_of_its_kind(reports: Reports) -> None:
    text, other = varied(1), varied(2)
    assert families(reports(text, other, text.replace(text[500:520], "改动"), text[:1500])) == [0, 1, 0, 0]


def test_families_that_a_later_report_makes_one_are_named_by_the_first(reports: Reports) -> None:
    text, other = varied(10), varied(11)
    assert families(reports(text, other, text + other)) == [0, 0, 0]
    assert families(reports(varied(12), other, text, text + other)) == [0, 1, 1, 1]


def test_reports_that_share_half_are_their_own(reports: Reports) -> None:
    common = varied(3)
    assert families(reports(common + varied(4), common + varied(5))) == [0, 1]


def test_short_texts_are_never_duplicates(reports: Reports) -> None:
    assert families(reports("今年以来，工作扎实推进。", "今年以来，工作扎实推进。")) == [0, 1]


def test_a_copy_adds_no_locality(reports: Reports) -> None:
    text = varied(6)
    assert join(list(map(digest, reports(text, text + "完")))).localities.tolist() == [0, 0]


def test_a_reprinted_passage_belongs_to_the_report_that_has_it_first(reports: Reports) -> None:
    passage = varied(7, SHORTEST_PASSAGE + 5)
    corpus = join(list(map(digest, reports(f"{varied(8, 900)}\n{passage}", f"{varied(9, 900)}\n{passage}"))))
    at = corpus.text.rindex(passage)
    owners = corpus.owners[(corpus.edges[:-1] >= at) & (corpus.edges[:-1] < at + len(passage))]
    assert set(owners.tolist()) == {0}
    assert corpus.reprints == ((1, 0, 1),)
    assert corpus.reprinted.sum() == len(owners)
    assert corpus.owners[-1] == 1


def test_short_paragraphs_are_nobodys(reports: Reports) -> None:
    corpus = join(list(map(digest, reports(*(f"{varied(n, 900)}\n各位代表，让我们努力奋斗！" for n in (8, 9))))))
    assert corpus.owners[-2] == 1
