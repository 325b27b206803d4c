"""The record of a layout for other programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from drafter.page import Layout
from drafter.page.constants import Constant, derived_constants, page_constants, style_constants

LAYOUT_SCHEMA = "drafter.layout/1"


def layout_record(layout: Layout) -> dict[str, Any]:
    """Return a layout as drafter.layout/1: every constant, and which of them deviate from the standard."""
    constants = [*page_constants(layout), *(each for _, those in style_constants(layout) for each in those)]
    derived = list(derived_constants(layout))
    return {
        "schema": LAYOUT_SCHEMA,
        "constants": [_record(each) for each in constants],
        "derived": [_record(each) for each in derived],
        "deviations": [each.key or each.name for each in (*constants, *derived) if each.deviates],
    }


def _record(constant: Constant) -> dict[str, Any]:
    return {name: value for name, value in asdict(constant).items() if value}
