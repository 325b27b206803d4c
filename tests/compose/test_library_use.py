"""What of the library goes into a draft: what anyone could say, what fits, within the budget, fresh."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.model import Clause, Frame, Kind, Report, Skeleton, Usual

Draft = Callable[..., Report]
Text = Callable[[Report], str]
FARMING = """\
回顾:
- 主题: 产业
  要点:
  - 主题: 农业
    数据: [{指标: 早稻种植面积, 数值: 1.86万, 单位: 亩}]
    事项: [建成柏坪村早稻育秧中心]
"""
CLAUSE = "切实抓好早稻管理服务"
LONG_ENOUGH = "- 标题: 甲\n  要点:\n  - 正文: " + "很长的一段话" * 60 + "\n"
TAXES = "回顾:\n- 标题: 甲\n  要点:\n  - 数据: [{指标: 税收, 数值: 3.2亿, 单位: 元}]\n" + LONG_ENOUGH


def library_texts(report: Report) -> list[str]:
    """Return the library's words in a draft."""
    return [piece.text for p in report.paragraphs() for piece in p.pieces if piece.kind == "library"]


def test_common_clauses_go_in_once_each(draft: Draft, shelf: type, common_clause: Callable[..., Clause]) -> None:
    library = shelf(all_clauses=(common_clause(CLAUSE),))
    report = draft(FARMING + FARMING.removeprefix("回顾:\n") + LONG_ENOUGH, library=library)
    assert library_texts(report) == [CLAUSE]


@pytest.mark.parametrize(
    "changed",
    [
        {"localities": 4},
        {"pure": False},
        {"text": "抓好全镇早稻种植服务"},
        {"text": "今年抓好早稻种植服务"},
        {"text": "并抓好早稻种植服务"},
        {"text": "抓好早稻种植和森林防火"},
        {"text": "抓好各项重点工作"},
        {"text": "完成早稻种植面积任务"},
        {"topic": "工业"},
    ],
)
def test_clauses_that_claim_more_or_do_not_fit_stay_out(
    draft: Draft, shelf: type, common_clause: Callable[..., Clause], changed: dict[str, object]
) -> None:
    library = shelf(all_clauses=(common_clause(**{"text": CLAUSE, **changed}),))
    assert library_texts(draft(FARMING + LONG_ENOUGH, library=library)) == []


COMPANY = "切实抓好粮食安全工作"  # names nothing that stands in FARMING


@pytest.mark.parametrize("seed", range(3))
def test_clauses_come_in_by_the_company_they_keep(
    draft: Draft, shelf: type, common_clause: Callable[..., Clause], seed: int
) -> None:
    for word, used in (("早稻", [COMPANY]), ("油菜", [])):
        library = shelf(company=((word, common_clause(COMPANY)),))
        assert library_texts(draft(FARMING + LONG_ENOUGH, library=library, seed=seed)) == used


@pytest.mark.parametrize(
    "changed",
    [
        {"localities": 4},
        {"pure": False},
        {"text": "切实抓好全镇粮食安全工作"},
        {"text": "建成粮食安全保障体系"},  # only some towns have
        {"text": "率先抓好粮食安全工作"},
        {"text": "切实抓好粮食和飞地经济工作"},  # nobody's duty
        {"text": "切实抓好耕地保护工作"},  # another matter
        {"text": "打赢脱贫攻坚战，抓好粮食安全工作"},  # its time is over
        {"topic": "工业"},
        {"move": "成效"},
    ],
)
def test_company_that_claims_more_or_does_not_fit_stays_out(
    draft: Draft, shelf: type, common_clause: Callable[..., Clause], changed: dict[str, object]
) -> None:
    library = shelf(company=(("早稻", common_clause(**{"text": COMPANY, **changed})),))
    assert library_texts(draft(FARMING + LONG_ENOUGH, library=library)) == []


def test_the_origin_tells_what_brought_a_clause_in(
    draft: Draft, shelf: type, common_clause: Callable[..., Clause]
) -> None:
    report = draft(FARMING + LONG_ENOUGH, library=shelf(company=(("早稻", common_clause(COMPANY)),)))
    (piece,) = (piece for p in report.paragraphs() for piece in p.pieces if piece.kind == "library")
    assert piece.ref == "分句：6地通用，常与“早稻”在一处"


def test_the_budget_bounds_library_text(draft: Draft, shelf: type, common_clause: Callable[..., Clause]) -> None:
    library = shelf(all_clauses=(common_clause(CLAUSE),))
    assert library_texts(draft(FARMING, library=library)) == []


def test_a_point_that_repeats_a_report_is_written_again(
    draft: Draft, shelf: type, common_clause: Callable[..., Clause]
) -> None:
    clause = common_clause(CLAUSE)
    area, centre = "早稻种植面积达186万亩", "建成柏坪村早稻育秧中心"
    orders = (CLAUSE + area + centre, CLAUSE + centre + area)
    runs = frozenset(told.replace("达", way)[:30] for told in orders for way in ("达", "达到", "为"))
    assert library_texts(draft(FARMING + LONG_ENOUGH, library=shelf(all_clauses=(clause,)))) == [CLAUSE]
    assert library_texts(draft(FARMING + LONG_ENOUGH, library=shelf(all_clauses=(clause,), runs=runs))) == []


def test_an_indicator_is_said_as_the_library_has_it_said(draft: Draft, text_of: Text, shelf: type) -> None:
    frame = Frame("{指标}累计完成{数值:元}", ("指标", "数值:元"), "数据", "", 3, ("corpus/乙.txt",), "税收")
    assert "税收累计完成3.2亿元" in text_of(draft(TAXES, library=shelf(all_frames=(frame,))))
    changed = TAXES.replace("单位: 元", "单位: 元, 同比: 5%")
    assert re.search(
        "税收累计完成3.2亿元，(?:同比|较上年同期)增长5%", text_of(draft(changed, library=shelf(all_frames=(frame,))))
    )
    boastful = Frame("{指标}一举突破{数值:元}", ("指标", "数值:元"), "数据", "", 3, ("corpus/乙.txt",), "税收")
    assert "突破" not in text_of(draft(TAXES, library=shelf(all_frames=(boastful,))))


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("{时期}完成{指标}{数值:元}", ("时期", "指标", "数值:元")),
        ("在{地名}完成{指标}{数值:元}", ("地名", "指标", "数值:元")),
        ("{单位}完成{指标}{数值:元}", ("单位", "指标", "数值:元")),
        ("{项目}完成{指标}{数值:元}", ("项目", "指标", "数值:元")),
        ("完成{引语}{指标}{数值:元}", ("引语", "指标", "数值:元")),
        ("完成{指标}{数值:元}，惠及群众{数值:人}", ("指标", "数值:元", "数值:人")),
    ],
)
def test_a_frame_that_says_more_than_the_value_is_passed_over(
    draft: Draft, text_of: Text, shelf: type, text: str, slots: tuple[str, ...]
) -> None:
    frame = Frame(text, slots, "数据", "", 3, ("corpus/乙.txt",), "税收")
    said = text_of(draft(TAXES, library=shelf(all_frames=(frame,))))
    assert "税收" in said
    assert "{" not in said


def test_a_frame_is_not_used_of_a_value_that_did_not_change(draft: Draft, text_of: Text, shelf: type) -> None:
    frame = Frame("{指标}累计完成{数值:元}，同比增长{同比:%}", ("指标", "数值:元", "同比:%"), "数据", "", 3, (), "税收")
    flat = TAXES.replace("数值: 3.2亿", "数值: 3.2亿, 同比: 持平")
    assert flat != TAXES
    assert "同比增长" not in text_of(draft(flat, library=shelf(all_frames=(frame,))))


def test_a_frame_that_reaches_is_not_used_of_a_hedged_value(draft: Draft, text_of: Text, shelf: type) -> None:
    frame = Frame("累计{指标}达{数值:元}", ("指标", "数值:元"), "数据", "", 3, (), "税收")
    hedged = TAXES.replace("数值: 3.2亿", "数值: 超3.2亿")
    assert "达超" not in text_of(draft(hedged, library=shelf(all_frames=(frame,))))


def test_the_share_of_library_text_stays_small(
    draft: Draft, text_of: Text, shelf: type, common_clause: Callable[..., Clause]
) -> None:
    verbs = ("抓好", "狠抓", "强化", "优化", "规范", "统筹", "推动", "促进", "扩大", "稳定", "加快", "深化")
    clauses = tuple(common_clause(f"{verb}早稻管理服务") for verb in verbs)
    report = draft(FARMING + FARMING.removeprefix("回顾:\n") * 12, library=shelf(all_clauses=clauses))
    used = library_texts(report)
    assert 1 <= len(used) == len(set(used))
    assert sum(map(len, used)) <= 0.1 * len(text_of(report))


USUAL = """\
{% for 点 in 板块("农业").要点 %}{{ 待补(点.名称) }}{% endfor %}
农业板块一般{{ 板块("农业").字数 }}字，打算{{ 板块("农业", "打算").篇数 }}篇。
"""


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        ("half_year", "【待补：粮食】【待补：种养】\n农业板块一般420字，打算0篇。"),
        (None, "【待补：粮食】【待补：种养】\n农业板块一般420字，打算0篇。"),
        ("annual", "农业板块一般0字，打算0篇。"),
    ],
)
def test_a_template_may_ask_how_sections_are_usually_written(  # noqa: PLR0917 - fixtures and cases
    draft: Draft, shelf: type, tmp_path: Path, text_of: Callable[..., str], kind: Kind | None, printed: str
) -> None:
    (tmp_path / "half_year.j2").write_text(USUAL, encoding="utf-8")
    points = (Usual("粮食", 0.9, 0.1, ("数据",)), Usual("种养", 0.6, 0.5))
    skeleton = Skeleton("农业", kind, "review", 5, 4, 420, 260, 700, 3, points, (), ())
    report = draft(FARMING, library=shelf(all_skeletons=(skeleton,)), folder=tmp_path)
    assert text_of(report) == printed
    assert "字" in text_of(draft(FARMING, folder=tmp_path))  # without a library it is empty, not an error
