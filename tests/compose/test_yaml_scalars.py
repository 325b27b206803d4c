"""What is written as YAML is read as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.compose.outline_tree import read_tree
from drafter.compose.yaml_scalars import mapping, scalar

ASCII = "".join(map(chr, range(0x20, 0x7F)))
texts = (
    st.text(st.sampled_from(ASCII + "，。：“”【】（）——高兴镇"), min_size=1, max_size=20).map(str.strip).filter(bool)
)


def test_plain_texts_stay_plain() -> None:
    assert scalar("“一改两为”，优化服务") == "“一改两为”，优化服务"
    assert mapping({"指标": "早稻种植面积", "数值": "", "单位": "%"}) == "{指标: 早稻种植面积, 数值: , 单位: '%'}"


@given(texts)
def test_a_scalar_comes_back(text: str) -> None:
    assert read_tree(f"甲: {scalar(text)}\n乙:\n- {scalar(text)}\n").value == {"甲": text, "乙": [text]}


@given(texts, texts)
def test_a_mapping_comes_back(one: str, other: str) -> None:
    assert read_tree(mapping({"甲": one, "乙": other, "丙": ""})).value == {"甲": one, "乙": other, "丙": None}
