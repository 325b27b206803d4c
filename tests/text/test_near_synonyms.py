"""Near-synonyms: words that may stand for each other."""

from __future__ import annotations

import numpy as np

from drafter.model import NormText
from drafter.text.masking import Hashes, gram_hashes, mask
from drafter.text.near_synonyms import near_synonyms


def _hashes(*words: str) -> Hashes:
    return np.array([gram_hashes(mask(NormText(word)).codes, len(word))[0] for word in words], np.uint64)


def test_words_of_like_meaning_are_kin() -> None:
    for word, other in (("大夫", "医生"), ("竣工", "完工"), ("群众", "居民"), ("老人", "老年人")):
        _, others, _ = near_synonyms().of(_hashes(word))
        assert _hashes(other)[0] in others


def test_a_word_comes_first_and_its_kin_nearest_first() -> None:
    words = _hashes("路灯", "雪山飞狐", "污水")
    asked, others, nearness = near_synonyms().of(words)
    for number, word in enumerate(words):
        own = asked == number
        assert others[own][0] == word
        assert nearness[own][0] == 1
        assert (np.diff(nearness[own][1:]) <= 0).all()
    assert np.count_nonzero(asked == 1) == 1


def test_words_that_nobody_uses_have_no_kin() -> None:
    assert near_synonyms().knows(_hashes("路灯", "雪山飞狐")).tolist() == [True, False]


def test_nearness_is_a_share_and_nobody_is_kin_to_themselves() -> None:
    table = near_synonyms()
    asked, others, nearness = table.of(table.words)
    first = np.concatenate(([True], np.diff(asked) > 0))
    assert ((nearness > 0) & (nearness <= 1)).all()
    assert (others[~first] != table.words[asked[~first]]).all()
