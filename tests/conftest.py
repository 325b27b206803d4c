"""What tests of all rooms share: the comparison with golden files, a small report, and how properties are tried."""

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

SMALL_REPORT = """\
青石镇2023年上半年政府工作报告
各位代表：
现在，我代表镇人民政府，向大会报告工作，请予审议。
一、2023年上半年工作回顾
（一）夯实产业根基，发展步伐更稳
今年以来，完成早稻种植面积4.2万亩，同比增长3.5%，建成育秧中心。
二、下半年工作打算
（一）抓好秋冬生产
完成油菜种植面积6000亩。
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--regen`, which writes the golden files anew; look at the difference before you commit it."""
    parser.addoption("--regen", action="store_true", help="write golden files instead of comparing with them")


@pytest.fixture
def small_report() -> str:
    """Return a report on half a year, of an office that no list knows."""
    return SMALL_REPORT


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
