"""Points: formulations woven in, own text verbatim, deeds and figures in order, problems and tables."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from drafter.model import Report, Table

Draft = Callable[..., Report]
Text = Callable[[Report], str]


@pytest.mark.parametrize(
    ("wanted", "woven"),
    [
        ("藏粮于地、藏粮于技", "深入实施“藏粮于地、藏粮于技”战略"),
        ("“四个不摘”", "严格落实“四个不摘”要求"),
        ("枫桥经验", "坚持和发展新时代“枫桥经验”"),
        ("新时代“枫桥经验”", "坚持和发展新时代“枫桥经验”"),
        ("五个振兴", "统筹推进“五个振兴”"),
        ("河长制", "全面落实河长制"),
        ("中央八项规定精神", "严格落实中央八项规定精神"),
        ("坚持稳中求进工作总基调", "坚持稳中求进工作总基调"),
        ("乡村振兴战略", "深入实施乡村振兴战略"),
        ("产业兴旺、生态宜居", "坚持“产业兴旺、生态宜居”"),
    ],
)
def test_formulations_take_their_verb(draft: Draft, text_of: Text, wanted: str, woven: str) -> None:
    text = text_of(draft(f"回顾:\n- 标题: 甲\n  要点:\n  - 事项: [办成一件事]\n    表述: ['{wanted}']\n"))
    assert f"{woven}，办成一件事" in text


def test_a_formulation_said_already_is_not_said_again(draft: Draft, text_of: Text) -> None:
    text = text_of(draft("回顾:\n- 标题: 甲\n  要点:\n  - 事项: [全面落实河长制]\n    表述: [河长制]\n"))
    assert text.count("河长制") == 1


def test_own_text_is_verbatim_in_its_own_paragraphs(draft: Draft) -> None:
    report = draft(
        "回顾:\n- 标题: 甲\n  要点:\n  - 小标题: 乙\n    正文: |\n      第一段，照抄。\n      第二段 @题目 {{x}}\n"
    )
    texts = [paragraph.text for paragraph in report.paragraphs()]
    place = texts.index("乙。第一段，照抄。")
    assert texts[place + 1] == "第二段 @题目 {{x}}。"


@pytest.mark.parametrize(("style", "first"), [("一是", "一是甲。"), ("——", "——甲。"), ("小标题", "甲。")])
def test_points_are_labelled_as_the_style_says(draft: Draft, style: str, first: str) -> None:
    points = "[{小标题: 甲, 事项: [丙]}, {小标题: 丁, 事项: [戊]}]"
    report = draft(f"样式: {{要点: {style}}}\n回顾:\n- 标题: 乙\n  要点: {points}\n")
    assert any(paragraph.text.startswith(first) for paragraph in report.paragraphs())


def test_a_section_without_content_is_a_slot(draft: Draft, text_of: Text) -> None:
    report = draft("回顾:\n- 主题: 农业\n打算:\n- 标题: 抓好平安建设\n")
    assert [gap.where.split(" > ")[0] for gap in report.missing] == ["回顾", "打算"]
    assert "【待补：农业方面的工作】" in text_of(report)


def test_an_accident_is_not_praised(draft: Draft, text_of: Text) -> None:
    for value, praised in (("3", False), ("0", True)):
        point = f"  - 主题: 安全生产\n    数据: [{{指标: 生产安全事故, 数值: {value}, 单位: 起}}]\n"
        texts = [text_of(draft(f"回顾:\n- 标题: 甲\n  要点:\n{point}", seed=seed)) for seed in range(12)]
        assert any("总体平稳" in text for text in texts) is praised


def test_a_fall_is_not_praised(draft: Draft, text_of: Text) -> None:
    point = "  - 主题: 工业\n    数据: [{指标: 工业产值, 数值: 3, 单位: 亿元, 同比: -5%}]\n"
    text = text_of(draft(f"回顾:\n- 标题: 甲\n  要点:\n{point}"))
    assert any(line.endswith("下降5%。") for line in text.splitlines())


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("topic", "deed", "fit", "unfit"),
    [
        ("农业", "油茶种植扩面，水稻机插提速", "特色种养", "粮食安全政治责任"),
        ("农业", "水稻机插提速，油茶种植扩面", "粮食", "特色种养"),
        ("社保", "敬老院完成消防改造", "老龄化|养老|老年", "困难群众|保险"),
        ("社保", "养老保险参保扩面", "保险", "老龄化"),
        ("教育", "高考上线63人", "教育", "办学条件"),
    ],
)
def test_clauses_fit_what_stands_beside_them(
    draft: Draft, text_of: Text, *, topic: str, deed: str, fit: str, unfit: str, seed: int
) -> None:
    text = text_of(draft(f"回顾:\n- 标题: 甲\n  要点: [{{主题: {topic}, 事项: ['{deed}']}}]\n", seed=seed))
    added = text.partition("甲\n")[2].partition("\n")[0].replace(deed, "")
    assert re.search(fit, added)
    assert not re.search(unfit, added)


def test_where_the_words_do_not_tell_the_lead_does(draft: Draft, text_of: Text) -> None:
    point = "{小标题: 帮扶成果持续巩固, 主题: 乡村振兴, 事项: [逐户上门走访]}"
    assert "不发生规模性返贫" in text_of(draft(f"回顾:\n- 标题: 甲\n  要点: [{point}]\n"))


def test_aims_do_not_say_again_what_opens_the_point(draft: Draft, text_of: Text) -> None:
    for seed in range(6):
        text = text_of(draft("打算:\n- 标题: 甲\n  要点: [{主题: 乡村振兴, 事项: [做强村集体经济]}]\n", seed=seed))
        assert text.count("村级集体经济") <= 1


def test_a_point_without_topic_stays_within_the_topic_over_it(draft: Draft, text_of: Text) -> None:
    text = text_of(draft("回顾:\n- 主题: 生态\n  要点: [{事项: [整治餐饮油烟86家, 秸秆还田2000亩]}]\n"))
    assert "消费" not in text
    assert "农业" not in text


def test_a_single_point_is_not_labelled(draft: Draft) -> None:
    for style in ("一是", "——"):
        report = draft(f"样式: {{要点: {style}}}\n回顾:\n- 标题: 乙\n  要点: [{{小标题: 甲, 事项: [丙]}}]\n")
        assert any(paragraph.text.startswith("甲。") for paragraph in report.paragraphs())


def test_problems_are_numbered_once(draft: Draft, text_of: Text) -> None:
    assert "主要是：一是甲不足；二是乙不强。对此" in text_of(draft("问题: [一是甲不足。, 2.乙不强]\n"))
    assert "主要是：甲不足。对此" in text_of(draft("问题: [甲不足]\n"))


def test_livelihood_rows_become_a_table(draft: Draft) -> None:
    report = draft("民生实事:\n- {项目: 修路, 进展: 完工}\n- {项目: 供水, 进展: }\n")
    table = next(block for block in report.blocks if isinstance(block, Table))
    assert (table.header, table.rows) == (("项目", "进展"), (("修路", "完工"), ("供水", "【待补：进展】")))
    assert len(report.missing) >= 1


def test_the_glossary_is_given_or_made_of_what_is_said(draft: Draft, text_of: Text) -> None:
    assert "1.甲：指乙。" in text_of(draft("名词解释: {甲: 指乙。}\n"))
    said = text_of(draft("名词解释: auto\n回顾:\n- 标题: 甲\n  要点: [{事项: [落实四个不摘]}]\n"))
    assert "四个不摘：指摘帽不摘责任、摘帽不摘政策、摘帽不摘帮扶、摘帽不摘监管。" in said
    assert "附件" not in text_of(draft("名词解释: auto\n"))
