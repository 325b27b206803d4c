"""Composing: complete, grounded, honest, fresh, repeatable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.compose.compose import compose
from drafter.compose.outline import Outline, load_outline
from drafter.config import shipped
from drafter.errors import TemplateError
from drafter.model import Clause, Frame, Report, Table

SAMPLE = shipped("templates") / "outlines" / "示例_半年报告.yaml"
OUTLINES = Path(__file__).with_name("outlines")
FARMING = """\
回顾:
- 主题: 产业
  要点:
  - 主题: 农业
    数据: [{指标: 早稻种植面积, 数值: 1.86万, 单位: 亩}]
    事项: [建成柏坪村育秧中心]
"""

Draft = Callable[..., Report]
Text = Callable[[Report], str]


@pytest.mark.parametrize("bare", [True, False])
def test_the_sample_draft_reads_as_before(golden: Callable[[str, str], None], bare: bool, shelf: type) -> None:
    library = None if bare else _shelf(shelf)
    report = compose(load_outline(SAMPLE), library=library, template_folders=[shipped("templates")], seed=1)
    lines = [
        f"《表》{block.header} {block.rows}" if isinstance(block, Table) else block.text for block in report.blocks
    ]
    golden(f"compose/示例_{'不用' if bare else '用'}语料库.txt", "\n".join(lines) + "\n")
    assert not report.missing
    assert not report.conflicts


def _shelf(shelf: type) -> object:
    """Return a library with a few clauses and a frame that fit the sample."""

    def common(text: str, move: str, topic: str) -> Clause:
        return Clause(text, move, topic, 6, ("corpus/甲.txt",), pure=True)  # type: ignore[arg-type]

    return shelf(
        all_clauses=(
            common("扎实推进高标准农田建设", "举措", "农业"),
            common("稳步提高早稻种植效益", "举措", "农业"),
            common("切实保障企业用工需求", "举措", "工业"),
            common("企业发展环境持续优化", "成效", "工业"),
            common("严格落实安全生产责任制", "举措", "安全生产"),
        ),
        all_headings=(),
        all_frames=(
            Frame(
                "完成{指标}{数值:元}，同比增长{同比:%}",
                ("指标", "数值:元", "同比:%"),
                "数据",
                "财税",
                3,
                ("corpus/乙.txt",),
                "财政总收入",
            ),
        ),
    )


@pytest.mark.parametrize("name", ["石磨镇_2024年_年度报告", "柳浪街道_2024年前三季度_三季度报告"])
def test_a_hand_written_outline_reads_as_before(golden: Callable[[str, str], None], name: str) -> None:
    outline = load_outline(OUTLINES / f"{name}.yaml")
    report = compose(outline, library=None, template_folders=[shipped("templates")])
    golden(f"compose/{name}.txt", "".join(f"{p.style}\t{p.text}\n" for p in report.paragraphs()))


def test_the_same_seed_gives_the_same_report(draft: Draft) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert draft(text, seed=3) == draft(text, seed=3)
    assert draft(text, seed=3) != draft(text, seed=4)


def test_every_piece_knows_where_it_comes_from(draft: Draft) -> None:
    report = draft(FARMING)
    kinds = {piece.text: (piece.kind, piece.ref) for paragraph in report.paragraphs() for piece in paragraph.pieces}
    assert kinds["建成柏坪村育秧中心"] == ("author", "回顾[0].要点[0].事项[0]")
    assert kinds["早稻种植面积"] == kinds["1.86万亩"] == ("fact", "回顾[0].要点[0].数据[0]")
    assert kinds["一、2024年上半年工作回顾"] == ("template", "half_year.j2")


# --- organs, periods, the head ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locality", "organs"),
    [
        ("{名称: 云岫镇, 县: 云岭县}", ("镇人民政府", "镇党委", "镇人大", "县委、县政府", "各位代表：")),
        ("{名称: 岭下畲族乡, 县: 宁川市}", ("乡人民政府", "乡党委", "乡人大", "市委、市政府", "各位代表：")),
        ("{名称: 城东街道, 县: 江南区}", ("街道办事处", "街道党工委", "街道人大工委", "区委、区政府", "同志们：")),
        ("{名称: 云岫镇}", ("镇人民政府", "镇党委", "镇人大", "上级党委、政府", "各位代表：")),
    ],
)
def test_organs_follow_the_level(draft: Draft, text_of: Text, locality: str, organs: tuple[str, ...]) -> None:
    text = text_of(draft(f"报告类型: 半年报告\n期间: 2024年上半年\n单位: {locality}\n"))
    assert all(organ in text for organ in organs)
    if "街道" in locality:
        assert "代表" not in text.replace("我代表街道", "")
        assert "政府" not in text.replace("区委、区政府", "")


def test_a_street_greets_as_its_meeting_does(draft: Draft, text_of: Text) -> None:
    head = "报告类型: 半年报告\n期间: 2024年上半年\n单位: {名称: 城东街道, 县: 江南区}\n"
    text = text_of(draft(head + "会议: {名称: 城东街道议政会第三次会议, 日期: 2024-08-01}"))
    assert "各位议政会成员，同志们：" in text
    assert text.startswith("城东街道办事处工作报告\n——2024年8月1日在城东街道议政会第三次会议上\n")


def test_a_street_without_congress_asks_for_opinions(draft: Draft, text_of: Text) -> None:
    head = "报告类型: 半年报告\n期间: 2024年上半年\n单位: {名称: 城东街道, 县: 江南区}\n"
    assert "审议" not in text_of(draft(head))
    assert "审议" in text_of(draft(head + "会议: {名称: 城东街道居民议事会第三次会议, 日期: 2024-08-01}"))


@pytest.mark.parametrize(
    ("post", "titled"),
    [
        ("镇长", "云岫镇人民政府镇长"),
        ("镇人民政府镇长", "云岫镇人民政府镇长"),
        ("人民政府镇长", "云岫镇人民政府镇长"),
        ("镇党委副书记、镇长", "云岫镇党委副书记、镇长"),
        ("云岫镇镇长", "云岫镇镇长"),
    ],
)
def test_a_post_names_its_office_once(draft: Draft, text_of: Text, post: str, titled: str) -> None:
    assert f"\n{titled}　陈某\n" in text_of(draft(f"报告人: {{职务: {post}, 姓名: 陈某}}\n"))


def test_a_whole_year_is_compared_with_the_year_before(draft: Draft, text_of: Text) -> None:
    facts = "总体指标: [{指标: 税收, 数值: 3亿, 单位: 元, 同比: 5%}, {指标: 产值, 数值: 9亿, 单位: 元, 同比: 4%}]\n"
    outline = f"报告类型: 年度报告\n期间: 2024年\n单位: {{名称: 云岫镇}}\n{facts}"
    texts = [text_of(draft(outline, seed=seed)) for seed in range(4)]
    assert any("较上年增长" in text for text in texts)
    assert not any("上年同期" in text for text in texts)


@pytest.mark.parametrize(
    ("year", "said", "unsaid"),
    [
        (2023, "党的二十大精神", "二十届"),
        (2024, "“十四五”规划目标任务", "收官"),
        (2025, "党的二十大和二十届二中、三中全会精神", "历次"),
        (2026, "“十五五”规划开局之年", "十四五"),
        (2035, "今年以来，在", "规划"),
        (2012, "今年以来，在", "新时代"),
    ],
)
def test_slogans_have_a_life(draft: Draft, text_of: Text, year: int, said: str, unsaid: str) -> None:
    text = text_of(draft(f"报告类型: 半年报告\n期间: {year}年上半年\n单位: {{名称: 云岫镇}}\n"))
    assert said in text
    assert unsaid not in text


def test_what_the_meeting_day_knows_counts_for_the_plan(draft: Draft) -> None:
    head = "报告类型: 半年报告\n期间: 2024年上半年\n单位: {名称: 云岫镇}\n会议: {名称: 甲大会, 日期: 2024-08-01}\n"
    paragraphs = [p.text for p in draft(head).paragraphs()]
    assert "三中全会" not in next(p for p in paragraphs if p.startswith("2024年是"))
    assert "三中全会" in next(p for p in paragraphs if p.startswith("下半年，我们将"))


def test_keys_left_empty_are_slots_and_keys_left_out_ask_nothing(draft: Draft, text_of: Text) -> None:
    empty = draft("会议: {名称: , 日期: }\n报告人:\n问题:\n")
    assert {"会议名称", "会议日期", "报告人职务", "报告人姓名", "问题"} <= {gap.where for gap in empty.missing}
    assert "——" not in text_of(draft("题目: 报告"))


@pytest.mark.parametrize("kind", ["年度报告", "半年报告", "三季度报告", "总结与计划"])
def test_every_kind_can_be_composed(draft: Draft, text_of: Text, kind: str) -> None:
    part = {"半年报告": "上半年", "三季度报告": "前三季度"}.get(kind, "")
    text = text_of(
        draft(f"报告类型: {kind}\n期间: 2024年{part}\n单位: {{名称: 云岫镇}}\n{FARMING}建议: [支持甲项目]\n")
    )
    assert text.count("建成柏坪村育秧中心") == text.count("1.86万亩") == text.count("支持甲项目") == 1


def test_a_draft_far_from_the_wanted_length_is_noted(draft: Draft) -> None:
    assert "现稿" in draft("篇幅: 8000\n").conflicts[0].message


def test_what_a_template_leaves_out_is_noted(draft: Draft, tmp_path: Path) -> None:
    (tmp_path / "half_year.j2").write_text("@题目 报告\n{{ 单位.名称 }}\n", encoding="utf-8")
    report = draft("回顾:\n- 标题: 甲\n  要点:\n  - 事项: [乙]\n问题: [丙]\n", folder=tmp_path)
    assert {gap.where for gap in report.missing} == {"回顾[0].标题", "回顾[0].要点[0].事项[0]", "问题[0]"}


def test_a_kind_without_template_names_those_there_are(outline: Callable[[str], Outline], tmp_path: Path) -> None:
    (tmp_path / "annual.j2").write_text("", encoding="utf-8")
    with pytest.raises(TemplateError, match="年度报告"):
        compose(outline(""), library=None, template_folders=[tmp_path])
