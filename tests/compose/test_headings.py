"""Suggested headings and leads: parallel to those given, from the library as a set or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from drafter.model import Heading, Report

Draft = Callable[..., Report]


def test_suggested_headings_are_parallel_to_those_given(draft: Draft) -> None:
    sections = "".join(f"- 主题: {topic}\n" for topic in ("农业", "生态", "民生"))
    report = draft(f"回顾:\n- 标题: 全面推进产业发展，发展动能不断增强\n{sections}")
    headings = [p.text.split("）")[1] for p in report.paragraphs() if p.style == "heading2"]
    assert [tuple(map(len, heading.split("，"))) for heading in headings] == [(8, 8)] * 4
    assert len(set(headings)) == 4


def test_suggested_leads_follow_those_given(draft: Draft) -> None:
    points = "  - {小标题: 抓好粮食生产, 事项: [甲]}\n  - {主题: 农业, 事项: [乙]}\n  - {主题: 工业, 事项: [丙]}\n"
    report = draft(f"回顾:\n- 标题: 丁\n  要点:\n{points}")
    leads = [
        p.text.split("。")[0] for p in report.paragraphs() if p.style == "body" and p.text[-2:-1] and "。" in p.text
    ]
    assert [len(lead) for lead in leads if len(lead) < 9] == [6, 6, 6]


def test_headings_of_the_plan_pair_equal_halves(draft: Draft) -> None:
    report = draft("打算:\n" + "".join(f"- 主题: {topic}\n" for topic in ("农业", "生态", "民生", "党建")))
    headings = [p.text.split("）")[1] for p in report.paragraphs() if p.style == "heading2"]
    assert [tuple(map(len, heading.split("，"))) for heading in headings] == [(6, 6)] * 4


def test_leads_do_not_repeat_the_heading_above(draft: Draft) -> None:
    for topic in ("农业", "民生", "生态", "工业", "城镇建设"):
        for part in ("回顾", "打算"):
            report = draft(f"{part}:\n- 主题: {topic}\n  要点: [{{事项: [甲]}}, {{事项: [乙]}}]\n")
            texts = [paragraph.text for paragraph in report.paragraphs()]
            place = next(i for i, text in enumerate(texts) if text.startswith("（一）"))
            leads = [text.split("。")[0] for text in texts[place + 1 : place + 3]]
            assert not any(lead in texts[place] for lead in leads)
            assert leads[0] != leads[1]


def test_library_headings_come_as_a_set_or_not_at_all(draft: Draft, shelf: type) -> None:
    def heading(text: str, topic: str, group: int, *, pure: bool = True) -> Heading:
        return Heading(text, 2, topic, "6，8", f"corpus/{group}.txt", group, pure)

    both = (heading("不断提升农业，农业发展稳步向好", "农业", 1), heading("持续改善生态，生态环境明显改善", "生态", 2))
    outline = "回顾:\n- 主题: 农业\n- 主题: 生态\n"

    def headings(*found: Heading) -> Counter[str]:
        report = draft(outline, library=shelf(all_headings=found))
        return Counter(
            p.kind for b in report.paragraphs() if b.style == "heading2" for p in b.pieces if len(p.text) > 9
        )

    assert headings(*both)["library"] == 0  # nothing typed yet, so no budget
    long = "  要点:\n  - 正文: " + "很长的一段话" * 100 + "\n"
    outline = f"回顾:\n- 主题: 农业\n{long}- 主题: 生态\n"
    assert headings(*both)["library"] == 2
    assert headings(both[0])["library"] == 0
    assert headings(both[0], heading("持续改善生态，生态环境明显改善", "生态", 1))["library"] == 0
    assert headings(both[0], heading("持续改善生态，生态环境明显改善", "生态", 2, pure=False))["library"] == 0


def test_a_lead_says_what_its_paragraph_tells(draft: Callable[..., Report], text_of: Callable[[Report], str]) -> None:
    points = "[{主题: 医疗, 数据: [{指标: 城乡居民医保参保率, 数值: 97%}]}, {主题: 教育, 事项: [新建小学1所]}]"
    text = text_of(draft(f"回顾:\n- 标题: 甲\n  要点: {points}\n"))
    assert "医疗服务" not in text
    assert "社会保障" in text
