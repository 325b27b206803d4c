"""Fixed wording: formulations and procedure are found, a town's own words are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.check.fixed import fixed_places, wordings
from drafter.model import Document, NormText
from drafter.text.masking import mask

FIXED = [
    "现在，我代表镇人民政府，向大会报告工作，请予审议，并请列席会议的同志提出意见。",
    "现在，我代表街道办事处向大会报告工作，请予审议",
    "现将2025年工作总结和2026年工作计划报告如下。",
    "在县委、县政府和镇党委的坚强领导下，在镇人大的监督支持下，",
    "深入贯彻习近平总书记视察江西和赣州重要讲话精神，",
    "全面贯彻落实党的二十大和二十届二中、三中全会精神，",
    "2023年是全面贯彻落实党的二十大精神的开局之年，是实施“十四五”规划承上启下的关键一年。",
    "2024年是新中国成立75周年，是实现“十四五”规划目标任务的关键一年。",
    "今年是中国共产党成立一百周年，是实施“十四五”规划的重要一年。",
    "2025年是“十四五”规划收官之年，也是谋划“十五五”发展的关键之年。",
    "在此，我谨代表镇人民政府，向所有关心支持发展的社会各界人士，致以崇高的敬意和衷心的感谢！",
    "在肯定成绩的同时，我们也清醒地认识到，还存在不少困难和问题",
    "对此，我们将采取有力措施，认真加以解决。",
    "让我们更加紧密地团结在以同志为核心的党中央周围，",
    "工会、共青团、妇联、统计、档案等工作取得新成绩。",
]
FREE = [
    "完成新圩村水稻工厂化育秧中心建设，单季育秧能力达1万亩。",
    "镇综合养老中心投入运营，入住老人46名。",
    "在挂职干部的带领下，村集体收入翻了一番。",
    "向上争取资金320万元，修通断头路两条。",
    "今年是十里村产业发展的关键一年，大棚扩建到六十座。",
]


def share(text: str) -> float:
    """Return the share of a text's masked characters that are fixed wording."""
    masked = mask(NormText(text))
    fixed = {place for span in wordings(masked) for place in range(span.start, span.end)}
    return len(fixed) / len(masked)


@pytest.mark.parametrize("text", FIXED)
def test_procedure_and_formulations_are_fixed(text: str) -> None:
    assert share(text) > 0.6


@pytest.mark.parametrize("text", FREE)
def test_a_towns_own_words_are_free(text: str) -> None:
    assert share(text) == 0


def test_the_head_of_a_report_is_fixed(draft: Callable[..., Document]) -> None:
    document = draft("清溪镇二〇二四年工作总结\n完成新圩村育秧中心建设。")
    fixed = fixed_places(document, mask(document.text))
    assert fixed.tolist() == [True] * 12 + [False] * 11


def test_a_paragraph_taken_for_a_title_is_not_fixed(draft: Callable[..., Document]) -> None:
    document = draft("完成新圩村育秧中心建设，" * 6 + "\n镇综合养老中心投入运营。")
    assert not fixed_places(document, mask(document.text)).any()
