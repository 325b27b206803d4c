"""What the writer has settled by hand: an opening, an end, a whole paragraph whose figures follow the outline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from drafter.compose.alternatives import alternatives
from drafter.compose.compose import compose
from drafter.compose.other_paragraphs import other_paragraphs
from drafter.compose.outline import Outline
from drafter.config import shipped
from drafter.model import Alternative, Report

from .pinning import pinned

Draft = Callable[..., Report]
Text = Callable[[Report], str]

POINT = """\
回顾:
- 标题: 夯实产业根基，发展步伐更稳
  要点:
  - 小标题: 农业基础更加牢固
    主题: 农业
    {pins}
    数据:
    - {{指标: 早稻种植面积, 数值: 1.86万, 单位: 亩, 同比: {yoy}, 完成率: 101.2%}}
    - {{指标: 高标准农田建设, 数值: 3200, 单位: 亩}}
    事项: [建成柏坪村育秧中心，育秧6000亩, 修复水毁渠道]
"""


def written(pins: str, yoy: str = "+3%") -> str:
    """Return an outline with one point that holds some pins."""
    return POINT.format(pins=pins, yoy=yoy)


def told(report: Report) -> str:
    """Return all that is said of a draft beside it."""
    return "\n".join(f"{gap.where}：{gap.message}" for gap in report.missing + report.conflicts)


def test_an_opening_and_an_end_are_kept_whatever_the_seed(draft: Draft, text_of: Text) -> None:
    for seed in range(4):
        text = text_of(draft(written("起句: 把饭碗端牢\n    收句: 农民笑得更甜"), seed=seed))
        assert "农业基础更加牢固。把饭碗端牢，" in text
        assert "农民笑得更甜。" in text


def test_no_clause_where_there_is_to_be_none(draft: Draft) -> None:
    report = draft(written("起句: 无\n    收句: 无"))
    kinds = [piece.ref for paragraph in report.paragraphs() for piece in paragraph.pieces]
    assert not any(ref.startswith(("自带分句", "分句")) for ref in kinds)


def test_english_keys_do_the_same(outline: Callable[[str], Outline]) -> None:
    point = (
        outline("review: [{heading: 甲, points: [{opener: 乙, closer: 丙, wording: 丁, deeds: [戊]}]}]\n")
        .review[0]
        .points[0]
    )
    assert (point.opener, point.closer, point.wording) == ("乙", "丙", "丁")


def test_a_settled_paragraph_is_printed_with_the_figures_of_today(draft: Draft, text_of: Text) -> None:
    wording = "早稻插了【早稻种植面积】、【早稻种植面积·同比】，超了任务（【早稻种植面积·完成率】）；【建成柏坪村】"
    text = text_of(draft(written(f"定稿: {wording}", yoy="-2%")))
    assert "早稻插了1.86万亩、同比下降2%，超了任务（101.2%）；建成柏坪村育秧中心，育秧6000亩。" in text
    assert text.count("修复水毁渠道") == text.count("3200亩") == 1  # what it leaves out stands behind it


@pytest.mark.parametrize(
    ("wording", "message"),
    [
        (
            "早稻【早稻种植面积】【早稻种植面积·同比】【早稻种植面积·完成率】，【烤烟种植面积】",
            "“烤烟种植面积”，这个要点里已经没有",
        ),
        ("早稻【早稻种植面积】，完成【早稻种植面积·完成率】", "早稻种植面积：定稿里没有说到它的同比"),
        ("早稻下降【早稻种植面积·降幅】", "说的是下降，现在的数是增长"),
        ("早稻列【早稻种植面积·排名】", "说到它的排名，数据里没有"),
        ("早稻种植面积达到1.9万亩", "写的是“1.9万亩”，数据里是“1.86万亩”"),
        ("【修复水毁渠道】，【修复水毁渠道】", "“修复水毁渠道”说了两次"),
        ("还有【待补：油菜】", "还空着：【待补：油菜】"),
        ("甲\n    起句: 乙", "“起句”“收句”没有用上"),
    ],
)
def test_what_does_not_fit_is_told(draft: Draft, wording: str, message: str) -> None:
    assert message in told(draft(written(f"定稿: {wording}")))


def test_what_is_typed_as_it_is_counts_as_told(draft: Draft, text_of: Text) -> None:
    report = draft(written("定稿: 高标准农田建设3200亩，修复水毁渠道"))
    assert text_of(report).count("3200亩") == text_of(report).count("修复水毁渠道") == 1
    assert "高标准农田" not in told(report)


def test_the_library_is_not_needed_for_what_is_settled(
    outline: Callable[[str], Outline], shelf: type, common_clause: Callable[..., Any]
) -> None:
    library = shelf(all_clauses=(common_clause("守牢耕地保护红线", "举措"),))
    found = alternatives(outline(written("起句:")), "回顾[0].要点[0]", library=library)
    taken = next(each for each in found if each.text == "守牢耕地保护红线")
    assert (taken.key, taken.origin) == ("起句", "甲，是否属实请核对")
    assert "守牢耕地保护红线，" in draft_of(pinned(outline(written("起句:")), "回顾[0].要点[0]", taken))


def draft_of(outline: Outline) -> str:
    """Return the text of a draft without a library."""
    report = compose(outline, library=None, template_folders=[shipped("templates")])
    return "\n".join(paragraph.text for paragraph in report.paragraphs())


def test_the_present_wording_comes_first_and_changes_nothing(outline: Callable[[str], Outline]) -> None:
    given = outline(written("起句:"))
    found = [each for each in alternatives(given, "回顾[0].要点[0]", library=None) if each.key == "定稿"]
    assert found[0].now
    assert "【早稻种植面积·较上年同期】" in found[0].text
    assert draft_of(pinned(given, "回顾[0].要点[0]", found[0])) == draft_of(given)


def test_a_pin_can_be_taken_out(outline: Callable[[str], Outline]) -> None:
    given = outline(written("收句: 农民笑得更甜"))
    found = alternatives(given, "回顾[0].要点[0]", library=None)
    out = [each for each in found if each.key == "收句" and not each.text]
    assert [each.shown for each in found if each.now and each.key == "收句"] == ["农民笑得更甜"]
    assert "农民笑得更甜" not in draft_of(pinned(given, "回顾[0].要点[0]", *out))


def test_other_headings_are_parallel_to_those_beside(outline: Callable[[str], Outline]) -> None:
    given = outline(
        "回顾:\n- {标题: 夯实产业根基，发展步伐更加稳健}\n- {标题: 守护绿水青山，生态环境持续向好, 主题: 生态}\n"
    )
    found = [each for each in alternatives(given, "回顾[1]", library=None) if not each.now]
    assert found
    assert "与上下对仗" in found[0].origin
    assert [len(half) for half in found[0].text.split("，")] == [6, 8]
    assert not any(each.text == "守护绿水青山，生态环境持续向好" for each in found)


def test_what_stands_at_no_path_has_no_alternatives(outline: Callable[[str], Outline]) -> None:
    nothing: tuple[Alternative, ...] = ()
    assert alternatives(outline(written("起句:")), "回顾[7].要点[0]", library=None) == nothing


def test_what_is_changed_in_one_point_changes_no_word_of_another(draft: Draft, text_of: Text) -> None:
    other = (
        "  - {{主题: 工业, 数据: [{{指标: 走访企业, 数值: {}, 单位: 家次, 同比: 3%}}], 事项: [技改项目投产]}}\n".format
    )
    before = text_of(draft(written("起句:") + other(86)))
    after = text_of(draft(written("定稿: 这一段就这么写") + other(86)))
    assert before.splitlines()[-6:] == after.splitlines()[-6:]
    assert "走访企业86家次" in before.splitlines()[-6]


def test_no_formulation_is_offered_that_stutters(outline: Callable[[str], Outline]) -> None:
    given = outline("回顾: [{标题: 甲, 要点: [{主题: 改革, 事项: [办成一件事]}]}]\n")
    offered = [each.text for each in alternatives(given, "回顾[0].要点[0]", library=None) if each.origin == "规范表述"]
    assert offered
    assert not [text for text in offered if text.count("改革") > 1 or text.count("深化") > 1]


@pytest.mark.parametrize("key", ["开头", "致谢", "结语"])
def test_a_paragraph_of_the_template_can_be_settled(outline: Callable[[str], Outline], key: str) -> None:
    how: dict[str, Any] = {"library": None, "tables": (), "template_folders": [shipped("templates")]}
    found = list(other_paragraphs(outline("结语:\n"), key, **how))
    assert found[0].now
    assert found[0].shown in draft_of(outline("结语:\n"))
    assert key == "开头" or len(found) > 1
    taken = found[-1]
    text = draft_of(outline(f"{key}: {taken.text}\n"))
    assert taken.text in text
    again = list(other_paragraphs(outline(f"{key}: {taken.text}\n"), key, **how))
    assert (again[0].text, again[0].origin) == (taken.text, "本稿，已定下")
    assert again[-1].text == ""
