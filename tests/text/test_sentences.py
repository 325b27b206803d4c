"""Where sentences and clauses begin and end."""

from __future__ import annotations

import pytest

from drafter.text.sentences import clauses, sentences

SENTENCES = [
    ("完成投资。增长8.5%！", ["完成投资。", "增长8.5%！"]),
    ("他说：“好。”大家鼓掌。", ["他说：“好。”", "大家鼓掌。"]),
    ("树立“让群众满意！”的标准。（请审议。）下一项", ["树立“让群众满意！”的标准。", "（请审议。）", "下一项"]),
    ("一、工作回顾\n今年以来；成绩显著", ["一、工作回顾", "今年以来；成绩显著"]),
    ("谁来做？！我们。", ["谁来做？！", "我们。"]),
    ("", []),
    (" \n ", []),
]
CLAUSES = [
    ("完成投资6.7亿元，增长8.5%；比例3.4:71.4。", ["完成投资6.7亿元", "增长8.5%", "比例3.4:71.4"]),
    ("坚持“稳中求进，以进促稳”总基调，奋力前行", ["坚持“稳中求进，以进促稳”总基调", "奋力前行"]),
    ("实施《规划（2021年，修订）》，推进", ["实施《规划（2021年，修订）》", "推进"]),
    ("坚持“稳中求进，以进促稳。推进改革", ["坚持“稳中求进", "以进促稳", "推进改革"]),
    ("各位代表：\n现在", ["各位代表", "现在"]),
    ("财政收入\t1.1亿元", ["财政收入", "1.1亿元"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_clauses(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in clauses(text)] == expected
