"""The index of four-grams: what stands where, in how many reports, and through the store and back."""

from __future__ import annotations

from array import array
from dataclasses import replace

import numpy as np
import pytest

from drafter.errors import LibraryError
from drafter.library.postings import Postings, build_index, from_blobs, to_blobs
from drafter.model import IndexedText, Locality, NormText, OffsetMap, Source
from drafter.text.masking import SEED_LENGTH, Hashes, gram_hashes, mask


def indexed(path: str, text: str) -> IndexedText:
    """Return a report whose text is its own raw text."""
    offsets = OffsetMap(array("i", range(len(text))), array("i", range(1, len(text) + 1)))
    return IndexedText(Source(path), NormText(text), offsets)


def grams(text: str) -> Hashes:
    """Return the hashes of a text's four-grams."""
    return gram_hashes(mask(NormText(text)).codes, SEED_LENGTH)


@pytest.fixture
def index() -> Postings:
    """Two reports that share 全面推进, and one too short for a single gram."""
    texts = {"甲": "全面推进振兴，全面推进改革", "短": "短", "乙": "我们全面推进工业"}
    return build_index([indexed(path, text) for path, text in texts.items()])


def test_a_gram_is_found_wherever_it_stands(index: Postings) -> None:
    asked, reports, places = index.postings(grams("全面推进"))
    assert asked.tolist() == [0, 0, 0]
    assert sorted(zip(reports.tolist(), places.tolist(), strict=True)) == [(0, 0), (0, 6), (2, 2)]


def test_grams_are_counted_once_a_report(index: Postings) -> None:
    assert index.gram_frequency(grams("全面推进工业化"))[0].tolist() == [2, 1, 1, 0]


def test_an_unknown_gram_stands_nowhere(index: Postings) -> None:
    asked, reports, places = index.postings(grams("从未写过"))
    assert len(asked) == len(reports) == len(places) == 0


def test_figures_and_marks_do_not_matter() -> None:
    index = build_index([indexed("甲", "完成投资3.5亿元，增长12%")])
    assert index.gram_frequency(grams("完成投资XX亿元增长7"))[0].tolist() == [1] * 7


def test_reports_come_back_by_number(index: Postings) -> None:
    assert [index.report(number).source.path for number in range(len(index))] == ["甲", "短", "乙"]


def test_reports_of_one_locality_share_its_number() -> None:
    gaoxing, unknown = Locality("高兴镇", "兴国县"), Locality("", "兴国县")
    texts = [indexed(str(number), "文字") for number in range(4)]
    places = [gaoxing, unknown, gaoxing, unknown]
    index = build_index(
        [replace(text, source=replace(text.source, locality=place)) for text, place in zip(texts, places, strict=True)]
    )
    assert index.localities.tolist() == [0, 1, 0, 2]


def test_an_empty_index_finds_nothing() -> None:
    index = build_index([])
    assert len(index) == 0
    assert index.gram_frequency(grams("全面推进工业"))[0].tolist() == [0, 0, 0]
    assert [len(found) for found in index.postings(grams("全面推进工业"))] == [0, 0, 0]


def test_the_index_survives_the_store(index: Postings) -> None:
    again = from_blobs(dict(to_blobs(index)), index.report)
    asked = grams("我们全面推进改革")
    assert len(again) == len(index)
    for before, after in zip(index.postings(asked), again.postings(asked), strict=True):
        assert np.array_equal(before, after)
    assert again.report(2).source.path == "乙"


def test_a_damaged_store_is_named_as_such(index: Postings) -> None:
    blobs = dict(to_blobs(index))
    with pytest.raises(LibraryError, match="查重索引"):
        from_blobs({name: blobs[name] for name in list(blobs)[1:]}, index.report)
    with pytest.raises(LibraryError, match="查重索引"):
        from_blobs(blobs | {"grams.keys": blobs["grams.keys"][:-3]}, index.report)
