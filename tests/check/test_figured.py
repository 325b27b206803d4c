"""A draft with each figure as one sign."""

from __future__ import annotations

from drafter.check.figures.figured import figured


def test_what_is_said_between_figures_stays() -> None:
    text = figured("全镇应参保近2.85万人，已参保27360人，参保率98%，提高2个百分点，是上年的1.2倍。")
    assert text.signs == "全镇应参保#，已参保#，参保率%，提高±，是上年的×。"
    assert [each.printed for each in text.told] == ["近2.85万人", "27360人", "98%", "2个百分点", "1.2倍"]
    assert text.words(1) == "，已参保"
