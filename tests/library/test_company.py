"""The company that clauses keep: by which words they stand more than by chance."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from drafter.library.company import Company
from drafter.library.store import Store
from drafter.model import Clause

CLAUSE = Clause("严格落实安全生产责任制", "举措", "安全生产", 9, ("a.txt", "b.txt"), pure=True)
REST = "\n".join(["今年早稻丰收，农民增收。"] * 30)
TEXTS = {
    "a.txt": f"{REST}\n严格落实安全生产责任制，整改隐患391处。早稻丰收。\n{REST}",
    "b.txt": f"{REST}\n安全抓得实。严格落实安全生产责任制，排查隐患。举办招聘会。\n招聘会火热。",
}


@pytest.mark.parametrize(
    ("texts", "words", "by"),
    [
        (TEXTS, ["隐患"], ["隐患"]),
        (TEXTS, ["早稻", "隐患"], ["隐患"]),  # 早稻 stands everywhere
        (TEXTS, ["早稻"], []),
        (TEXTS, ["招聘会"], []),  # a paragraph once is chance
        (TEXTS, ["安全生产"], []),  # what the clause itself says brings nothing
        (TEXTS, [], []),
    ],
)
def test_a_clause_stands_by_words(texts: Mapping[str, str], words: list[str], by: list[str]) -> None:
    assert [companion.word for companion in Company(texts, [CLAUSE]).of(words, "安全生产")] == by


def test_clauses_of_other_topics_do_not_come() -> None:
    assert Company(TEXTS, [CLAUSE]).of(["隐患"], "农业") == []


def test_the_closest_comes_first() -> None:
    other = Clause("安全抓得实", "举措", "安全生产", 9, ("b.txt",), pure=True)
    found = Company(TEXTS, [other, CLAUSE]).of(["隐患", "招聘会"], "安全生产")
    assert found[0].clause == CLAUSE


def test_a_library_gives_what_anyone_may_say(sample_library: Store) -> None:
    topics = {clause.topic for clause in sample_library.common_clauses(5)}
    found = [
        each for topic in sorted(topics) for each in sample_library.companions(["隐患", "群众", "企业"], topic=topic)
    ]
    assert all(each.clause.pure and each.clause.localities >= 5 and each.closeness > 0 for each in found)
    assert found
