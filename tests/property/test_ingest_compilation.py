"""Every report of a concatenation is found, whatever its title, chapters and numbering."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.ingest.compilation import split
from drafter.ingest.lines import split_lines
from drafter.text.normalize import normalize

_SENTENCES = (
    "全面贯彻落实上级决策部署，统筹推进各项工作，经济社会发展保持良好态势。",
    "工业发展全力提速。统筹做好招商引资、助企纾困等各项工作，推动工业经济做大做强。",
    "一是抓好项目建设。完成投资6.7亿元，新增规上企业2家。二是抓好民生保障。新增就业300人。",
    "持续抓好农业生产，完成早稻种植任务20090亩，建成高标准农田1.1万亩。",
)
_PLACES = ("", "清河镇", "XX镇", "白沙乡", "东门街道")
_TIMES = (("2023年上半年", "2023年下半年"), ("上半年", "下半年"), ("2023年", "2024年"), ("2023年前三季度", "第四季度"))
_TITLES = (
    "{place}{time}政府工作报告",
    "{place}{time}工作总结和工作计划",
    "政府工作报告",
    "关于{place}{time}工作情况的报告",
)
_GREETINGS = ("各位代表：", "各位代表，同志们：", "各位议政会成员，同志们：")
_OPENINGS = (
    "现在，我代表镇人民政府，向大会报告工作，请予审议。",
    "现在，我受街道办事处委托，向大会报告工作，请提出意见。",
)
_CLOSING = "让我们更加紧密地团结起来，踔厉奋发、勇毅前行，为建设美好家园而努力奋斗！"


@st.composite
def reports(draw: st.DrawFn) -> str:
    """Draw a report: a head of some sort, a review and a plan with headings in one of several mixtures of numbering."""
    before, after = draw(st.sampled_from(_TIMES))
    place = draw(st.sampled_from(_PLACES))
    head = [draw(st.sampled_from(_TITLES)).format(place=place, time=before)] if draw(st.booleans()) else []
    if not head or draw(st.booleans()):
        head += [draw(st.sampled_from(_GREETINGS)), draw(st.sampled_from(_OPENINGS))]
    numbers = draw(
        st.sampled_from(
            (("一、", "二、", "（一）"), ("", "", "一、"), ("第一部分：", "第二部分：", "一、"), ("", "", "——"))
        )
    )
    review, plan, section = numbers
    lines = [*head, f"{review}{before}工作回顾", *_body(draw, section), f"{plan}{after}工作安排", *_body(draw, section)]
    return "\n".join([*lines, _CLOSING])


def _body(draw: st.DrawFn, section: str) -> list[str]:
    paragraphs = st.lists(st.sampled_from(_SENTENCES), min_size=2, max_size=3).map("".join)
    introduction = [draw(paragraphs), draw(paragraphs)]
    return [*introduction, f"{section}聚力产业升级，发展动能增强", draw(paragraphs), draw(paragraphs)]


@given(st.lists(reports(), min_size=1, max_size=5))
def test_every_report_of_a_concatenation_is_found(parts: list[str]) -> None:
    text, offsets = normalize("\n\n".join(parts))
    found = [span.of(text) for span in split(split_lines(text, offsets, ()))]
    assert found == [normalize(part)[0] for part in parts]
