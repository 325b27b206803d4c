"""Laws of places: spans lie in order inside the text, whatever it is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.text.places import places

PIECES = (
    "高兴镇 兴国县 江西省 江西 赣州 老圩 村 社区 乡 街道 全 各 的 和 、 示范 村镇 城关 在 15 个 XX 建设 县委 镇政府 。"
)


@given(st.lists(st.sampled_from(PIECES.split()), max_size=20).map("".join))
@settings(max_examples=150)
def test_places_stand_in_order(text: str) -> None:
    end = 0
    for place in places(text):
        assert end <= place.span.start < place.span.end <= len(text)
        end = place.span.end
