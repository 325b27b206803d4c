"""Near-duplicate reports are seen as one."""

from __future__ import annotations

from collections.abc import Callable

from drafter.library.corpus import join
from drafter.library.duplicates import find_families
from drafter.model import Document


def varied(seed: int, length: int = 2000) -> str:
    """Return a text that shares no run of characters with that of another seed."""
    return "".join(chr(0x4E00 + (n * 7919 + seed * 104729 + n * n * seed) % 20000) for n in range(length))


def test_a_copy_belongs_to_the_first_of_its_kind(reports: Callable[..., tuple[Document, ...]]) -> None:
    text, other = varied(1), varied(2)
    copies = reports(text, other, text.replace(text[500:520], "改动"), text[:1500])
    assert find_families(copies).tolist() == [0, 1, 0, 0]


def test_reports_that_share_half_are_their_own(reports: Callable[..., tuple[Document, ...]]) -> None:
    common = varied(3)
    assert find_families(reports(common + varied(4), common + varied(5))).tolist() == [0, 1]


def test_short_texts_are_never_duplicates(reports: Callable[..., tuple[Document, ...]]) -> None:
    assert find_families(reports("今年以来，工作扎实推进。", "今年以来，工作扎实推进。")).tolist() == [0, 1]


def test_a_copy_adds_no_locality(reports: Callable[..., tuple[Document, ...]]) -> None:
    text = varied(6)
    corpus = join(reports(text, text + "完"))
    assert corpus.localities.tolist() == [0, 0]
