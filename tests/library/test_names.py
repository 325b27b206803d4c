"""Names that a report has to itself: found where they stand, with whose they are; common ones are nobody's."""

from __future__ import annotations

import numpy as np

from drafter.library.names import build_names, from_blobs
from drafter.model import Locality, Source, Span
from drafter.text.dictionary import cut
from drafter.text.names import names_of


def test_a_name_is_found_with_its_reports() -> None:
    index = build_names([("老圩村", "文溪村"), ("文溪村",)], np.array([0, 1], np.int32))
    text = "在老圩村和文溪村建成基地。"
    found = sorted(index.find(text))
    assert found == [(Span(1, 4), (0,)), (Span(5, 8), (0, 1))]
    assert sorted(from_blobs(index.to_blobs()).find(text)) == found


def test_a_name_of_three_localities_is_nobodys() -> None:
    index = build_names([("文溪村",)] * 3, np.array([0, 1, 2], np.int32))
    assert not list(index.find("文溪村"))


def test_a_library_without_names_finds_none() -> None:
    assert not list(from_blobs({}).find("文溪村"))


def test_villages_firms_heads_and_the_short_name_are_names() -> None:
    text = "涌山镇在车溪村引进鸿瑞电子有限公司，涌山人民齐心协力，涌山面貌一新，建设美丽乡村。"
    source = Source("a.txt", locality=Locality("涌山镇"), speaker="涌山镇人民政府镇长 吕泓")
    names = names_of(text, cut(text), source)
    assert names >= {"涌山镇", "涌山", "车溪村", "吕泓"}
    assert "乡村" not in names
