"""Headings and leads with shape, topic and the set they stood in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.library.digest import digest
from drafter.library.gathering import gather_headings
from drafter.library.ground import Ground
from drafter.library.heading_order import best_first
from drafter.library.headings import pattern_of
from drafter.library.mine import mine
from drafter.library.store import Store
from drafter.model import Document, Heading

REPORT = """政府工作报告
一、工作回顾
（一）坚持项目引领，发展动能不断增强。
招商引资成效明显。扎实开展招商引资，全年签约项目十二个，其中亿元以上项目三个，完成投资稳步增长，发展后劲更足。
（二）坚持民生为本，群众生活不断改善。
全年民生支出占比稳步提高，就业形势总体稳定，社会保障更加有力，教育医疗条件明显改善，群众满意度不断提升。
二、下年打算
（一）突出招商引资，积蓄发展动能。
继续开展招商引资，推动项目早落地、早开工、早见效，做大做强主导产业，切实增强发展后劲，不断壮大经济总量。
"""


@pytest.mark.parametrize(
    ("heading", "pattern"),
    [
        ("坚持项目引领，发展动能不断增强", "6，8"),
        ("农业基础更加牢固", "8"),
        ("强基础、补短板，民生福祉持续增进", "3、3，8"),
        ("乡村振兴——谱写新篇章", "4——5"),
    ],
)
def test_a_pattern_is_the_lengths_of_the_parts(heading: str, pattern: str) -> None:
    assert pattern_of(heading) == pattern


def test_headings_side_by_side_form_a_set(ground: Callable[..., Ground]) -> None:
    found = {heading.text: heading for heading in gather_headings(ground(REPORT))}
    first, second = found["坚持项目引领，发展动能不断增强"], found["坚持民生为本，群众生活不断改善"]
    assert (first.level, first.topic, first.pure) == (2, "项目", True)
    assert first.group == second.group
    assert found["突出招商引资，积蓄发展动能"].group != first.group


def test_the_library_gives_headings_of_a_topic_those_without_names_first(sample_library: Store) -> None:
    leads = sample_library.headings(level=0, topic="招商引资", limit=500)
    assert leads
    assert {lead.topic for lead in leads} == {"招商"}
    assert [lead.pure for lead in leads] == sorted((lead.pure for lead in leads), reverse=True)


def test_the_best_headings_come_first_set_by_set() -> None:
    def heading(text: str, group: int, *, level: int = 2, topic: str = "民生", pure: bool = True) -> Heading:
        return Heading(text, level, topic, pattern_of(text), f"{group}.txt", group, pure)

    odd, none, named = (
        heading("办实事", 1),
        heading("增强民生福祉", 1, topic=""),
        heading("建设兴国新城", 1, pure=False),
    )
    pair = [heading("增进民生福祉", 1), heading("强化自身建设", 1)]
    leads = [heading(text, 2, level=0) for text in ("稳定粮食生产", "壮大集体经济")]
    three = [heading(text, 3) for text in ("夯实产业根基", "优化营商环境", "筑牢安全底线")]
    again, strange = heading("增进民生福祉", 3), heading("提升渔港能级", 3)
    given = [*leads, named, odd, none, *pair, again, *three, strange]
    everyday = [each is not strange for each in given]
    assert best_first(given, everyday) == (*three, *pair, *leads, odd, none, again, strange, named)


def test_the_library_gives_headings_of_all_levels(sample_library: Store) -> None:
    best = sample_library.headings(limit=100)
    assert {heading.level for heading in best} == {0, 2}
    assert len({heading.text for heading in best}) == 100
    first = [number for number, heading in enumerate(best) if heading.group != best[number - 1].group]
    assert len(first) == len({heading.group for heading in best})


def test_mining_knows_nothing_of_headings_where_there_are_none(
    reports: Callable[..., tuple[Document, ...]], tmp_path: Path
) -> None:
    summary = mine(list(map(digest, reports("今年以来，我们扎实推进各项工作。"))), tmp_path / "library.sqlite")
    assert summary.headings == 0
