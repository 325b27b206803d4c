"""Templates: lines to paragraphs, origins kept, errors with place, nothing that runs away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drafter.compose.ledger import Ledger
from drafter.compose.prose import authored
from drafter.compose.templates import Rows, Watch, render
from drafter.errors import TemplateError
from drafter.model import Paragraph, Table


def rendered(folder: Path, template: str, **values: Any) -> tuple[Paragraph | Table, ...]:
    """Render a template given as text; 名 is a mark, 列 a list of three, 表 a table."""
    (folder / "t.j2").write_text(template, encoding="utf-8")
    ledger, watch = Ledger(), Watch()
    given = {
        "名": ledger.mark((authored("云岫镇", "单位.名称"),)),
        "两段": ledger.mark((authored("甲\n乙", "正文"),)),
        "表": ledger.mark(Table("", ("甲",), ())),
        "列": Rows("甲乙丙", watch, "回顾"),
    }
    return render("t.j2", given | values, ledger, watch, [folder])


def test_lines_become_paragraphs_of_a_style(tmp_path: Path) -> None:
    blocks = rendered(tmp_path, "@题目 报告\n\n  \n正文一\n@二级标题 （一）甲\n")
    assert [(block.style, block.text) for block in blocks if isinstance(block, Paragraph)] == [
        ("title", "报告"),
        ("body", "正文一"),
        ("heading2", "（一）甲"),
    ]


def test_values_keep_their_origin_through_macros_and_joins(tmp_path: Path) -> None:
    template = '{% macro 段(x) %}在{{ x }}。{% endmacro %}{{ 段(名 ~ "和" ~ 名) }}{{ [名, "乙"]|join("、") }}'
    (block,) = rendered(tmp_path, template)
    assert isinstance(block, Paragraph)
    assert block.text == "在云岫镇和云岫镇。云岫镇、乙"
    assert [piece.kind for piece in block.pieces] == ["template", "author"] * 3 + ["template"]


def test_own_line_breaks_part_paragraphs_and_tables_stand_alone(tmp_path: Path) -> None:
    blocks = rendered(tmp_path, "前{{ 两段 }}后\n{{ 表 }}\n")
    assert [block.text if isinstance(block, Paragraph) else "表" for block in blocks] == ["前甲", "乙后", "表"]


@pytest.mark.parametrize(
    ("template", "line", "word"),
    [
        ("甲\n{{ 没有 }}\n", 2, "没有“没有”这一项"),
        ("甲\n{{ 名.没有 }}\n", 2, "没有“没有”这一项"),
        ("甲\n\n{% for x in 列 %}\n", 3, "没有收尾"),
        ("{% 怪 %}", 1, "不认识标签“怪”"),
        ("甲\n{{ 名|怪 }}", 2, "没有“怪”这个过滤器"),
        ("@怪样式 甲", None, "没有“@怪样式”这种样式"),
        ("{% for x in 列 %}{{ x }}{% if x == '乙' %}{{ 错 }}{% endif %}{% endfor %}", 1, "写到回顾第2节时"),
        ("{% import 'x.j2' as x %}", None, "找不到模板 x.j2"),
        ("{{ 'a' * 1000000000 }}", 1, "运算"),
        ("{{ 'a'.rjust(1000000000) }}", 1, "不允许"),
        ("{% for a in range(1000000) %}{% endfor %}", 1, "循环次数太多"),
        ("{% for a in range(1000000000000) %}{% endfor %}", 1, "循环次数太多"),
        ("{% set n = namespace(a='长') %}{% for i in range(60) %}{% set n.a = n.a ~ n.a %}{% endfor %}", 1, "太长"),
        ("{% set a = '长' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60, 1, "太长"),
        ("{{ 1 / 0 }}", 1, "除数是零"),
        ("{% for a in range(1000) %}{% for b in range(1000) %}{% endfor %}{% endfor %}", 1, "循环次数太多"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", None, "没有尽头"),
        ("{% for a in range(9000) %}" + "长" * 200 + "{% endfor %}", None, "太长"),
        ("{{ ''.__class__ }}", 1, ""),
    ],
)
def test_faults_name_template_line_and_section(tmp_path: Path, template: str, line: int | None, word: str) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(tmp_path, template)
    problem = caught.value.problems[0]
    assert word in problem.message
    assert "t.j2" in f"{problem.message}{problem.path}" or "x.j2" in problem.message
    assert line is None or problem.line == line


def test_a_template_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "t.j2").write_bytes("甲".encode("gb18030"))
    with pytest.raises(TemplateError, match="UTF-8"):
        render("t.j2", {}, Ledger(), Watch(), [tmp_path])


def test_the_first_folder_wins(tmp_path: Path) -> None:
    for name in ("一", "二"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "t.j2").write_text(name, encoding="utf-8")
    (block,) = render("t.j2", {}, Ledger(), Watch(), [tmp_path / "一", tmp_path / "二"])
    assert isinstance(block, Paragraph)
    assert block.text == "一"


def test_stray_private_characters_print_nothing(tmp_path: Path) -> None:
    blocks = rendered(tmp_path, "甲\U000fff00乙")
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["甲乙"]
