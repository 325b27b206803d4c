"""Rarity: common characters are less rare than others; what is no Han character has none."""

from __future__ import annotations

import numpy as np

from drafter.text.masking import mask
from drafter.text.normalize import normalize
from drafter.text.rarity import rarity


def rarities(text: str) -> dict[str, float]:
    codes = mask(normalize(text)[0]).codes
    return dict(zip(map(chr, codes.tolist()), rarity(codes).tolist(), strict=True))


def test_a_character_of_every_other_sentence_is_less_rare() -> None:
    found = rarities("建设养殖鳗鲡")
    assert found["建"] < found["养"] < found["鳗"]


def test_one_that_no_report_has_is_as_rare_as_the_rarest() -> None:
    found = rarities("建鱻")
    assert found["鱻"] >= found["建"]
    assert found["鱻"] == max(rarities("建设养殖鳗鲡鱻").values())


def test_figures_and_letters_are_not_rare() -> None:
    assert set(rarities("5G, 12.5%").values()) == {0.0}
    assert rarity(np.zeros(0, np.uint32)).size == 0
