"""Scrubbed formulations are seen; what the list itself must be is in tests/quality."""

from __future__ import annotations

import pytest

from drafter.text.formulations import scrubbed_spans


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
