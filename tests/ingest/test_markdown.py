"""Markdown without its marks; headings and table cells as hints."""

from __future__ import annotations

from pathlib import Path

from drafter.ingest.markdown import read_markdown

TEXT = r"""# 政府工作报告

> 各位代表：

## 一、2023年**工作回顾** ##

- 完成[投资](http://example.org)6.7亿元，*增长* \*5% 的_任务_

| 指标 | 数值 |
| --- | ---: |
| 投资<br>总额 | 6.7亿元 |

---

### （一）抓产业
""".encode()


def test_marks_go_and_words_stay() -> None:
    lines = [line for line in read_markdown(TEXT, Path("a.md")).text.split("\n") if line]
    assert lines == [
        "政府工作报告",
        "各位代表：",
        "一、2023年工作回顾",
        "完成投资6.7亿元，增长 *5% 的_任务_",
        "指标",
        "数值",
        "投资 总额",
        "6.7亿元",
        "（一）抓产业",
    ]


def test_headings_and_cells_are_hints() -> None:
    raw = read_markdown(TEXT, Path("a.md"))
    assert [(hint.span.of(raw.text), hint.role, hint.level) for hint in raw.hints] == [
        ("政府工作报告", "title", 0),
        ("一、2023年工作回顾", "heading", 1),
        ("指标", "paragraph", 0),
        ("数值", "paragraph", 0),
        ("投资 总额", "paragraph", 0),
        ("6.7亿元", "paragraph", 0),
        ("（一）抓产业", "heading", 2),
    ]
