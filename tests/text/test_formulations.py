"""The list of formulations is well formed, and scrubbed wordings are seen."""

from __future__ import annotations

import re

import pytest

from drafter.text.formulations import formulations, scrubbed_spans


def test_no_wording_is_listed_twice() -> None:
    texts = [formulation.text for formulation in formulations()]
    assert len(texts) == len(set(texts))


def test_entries_are_well_formed() -> None:
    for formulation in formulations():
        assert all(wording == wording.strip() and wording for wording in formulation.wordings)
        assert formulation.text.count("“") == formulation.text.count("”")
        assert formulation.text not in formulation.variants
        for month in (formulation.since, formulation.until):
            assert re.fullmatch(r"|\d{4}-\d{2}", month)
        assert not formulation.until or formulation.since < formulation.until


def test_members_are_as_many_as_the_number_says() -> None:
    numbers = {"两个": 2, "三": 3, "四": 4, "五": 5, "六": 6}
    counted = ("“四个意识”", "“四个自信”", "“四个不摘”", "“六稳”", "“六保”", "“三个务必”", "“四风”")
    for formulation in formulations():
        if formulation.text in counted:
            number = next(value for word, value in numbers.items() if formulation.text.startswith(f"“{word}"))
            assert len(formulation.members) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("紧密团结在以同志为核心的党中央周围", True),
        ("坚持以新时代中国特色社会主义思想为指导", True),
        ("紧密团结在以习近平同志为核心的党中央周围", False),
        ("坚持以习近平新时代中国特色社会主义思想为指导", False),
        ("扎实推进乡村振兴", False),
    ],
)
def test_scrubbed_wordings_are_seen(text: str, expected: bool) -> None:
    assert any(scrubbed_spans(text)) is expected
