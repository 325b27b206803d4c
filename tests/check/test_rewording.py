"""Rewording: a passage in other words is found by the rare words that both sides have."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from drafter.check.checker import check
from drafter.check.rewording import reworded, words_of
from drafter.library.postings import Postings
from drafter.model import Document, NormText
from drafter.text.masking import mask

SOURCE = "围绕汤屋围打造百香果育苗园和蔬菜大棚基地，挖掘知青文化，发展稻田观光，统筹抓好油茶、竹制品加工和林下经济。"
REWORDED = "依托百香果种苗和大棚蔬菜，让客家围屋热起来；知青故事讲得好，油茶、竹制品卖得俏，林下种养、稻田旅游路子宽。"
HONEST = "上半年，老街立面整治动工，五条背街小巷铺了沥青，镇卫生院新楼封顶，预计年底搬迁。"
OTHERS = {f"其他{number}": f"第{number}村修了水渠，群众用水方便多了，干部作风也有好转。" for number in range(6)}


def test_a_draft_is_cut_into_words_that_reports_have_or_that_have_kin(index: Callable[..., Postings]) -> None:
    masked = mask(NormText("我们发展稻田观光和稻花鱼，请大夫"))
    words = words_of(masked, index({"甲": SOURCE}))
    text = masked.text
    spans = zip(words.places.tolist(), words.lengths.tolist(), strict=True)
    assert [text[place : place + length] for place, length in spans] == ["我们", "发展", "稻田", "观光", "大夫"]


def test_rare_words_weigh_more_than_common_ones(index: Callable[..., Postings]) -> None:
    words = words_of(mask(NormText("发展百香果")), index({"甲": SOURCE, **OTHERS}))
    common, rare = words.weights.tolist()
    assert rare > 3 * common


def test_a_reworded_passage_is_found_with_its_source(
    draft: Callable[..., Document], index: Callable[..., Postings]
) -> None:
    found = check(draft(f"{HONEST}\n{REWORDED}\n{HONEST[:-1]}，群众满意。"), index({"甲": SOURCE, **OTHERS})).findings
    (finding,) = [each for each in found if each.kind == "edited"]
    assert finding.matches[0].source == "甲"
    assert "百香果" in finding.text
    assert "老街" not in finding.text
    assert finding.message.startswith("疑由")


def test_what_is_left_out_proves_nothing(index: Callable[..., Postings]) -> None:
    masked, reports = mask(NormText(REWORDED)), index({"甲": SOURCE, **OTHERS})
    words = words_of(masked, reports)
    assert [region.report for region in reworded(words, reports, np.zeros(len(masked), np.bool_))] == [0]
    assert list(reworded(words, reports, np.ones(len(masked), np.bool_))) == []


def test_nothing_is_found_in_an_empty_library(index: Callable[..., Postings]) -> None:
    masked, nothing = mask(NormText(REWORDED)), index({})
    assert list(reworded(words_of(masked, nothing), nothing, np.zeros(len(masked), np.bool_))) == []
