"""What tests of all rooms share: the comparison with golden files, and how properties are tried."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# No time limits: the machine is shared. CI tries the same examples each time; at a desk they are new ones.
settings.register_profile("drafter", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("drafter")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--regen`, which writes the golden files anew; look at the difference before you commit it."""
    parser.addoption("--regen", action="store_true", help="write golden files instead of comparing with them")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a function (name, text) that asserts that `tests/golden/name` holds `text`."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--regen"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8"), f"{path} differs; pytest --regen writes it anew"

    return compare
