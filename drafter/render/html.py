"""A check and a draft as single HTML files that need nothing beside them: no network, no font, no second file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from drafter.model import CheckResult, Report
from drafter.page import STANDARD, Layout
from drafter.render import html_check, html_report
from drafter.render.labels import EDITS, asks_something
from drafter.render.passages import printable

_ASSETS = Path(__file__).parent / "assets"


def write_html(result: CheckResult, sources: Mapping[str, str], path: Path) -> None:
    """Write the page of a check; `sources` holds raw texts by Match.source, to show what stands around a passage."""
    path.write_text(check_page(result, sources), encoding="utf-8", newline="\n")


def write_report_html(report: Report, path: Path, layout: Layout = STANDARD) -> None:
    """Write a composed draft as a page to read and print, 【待补】 marked."""
    path.write_text(report_page(report, layout), encoding="utf-8", newline="\n")


def check_page(result: CheckResult, sources: Mapping[str, str]) -> str:
    """Return the page of a check."""
    cards = html_check.cards(result, sources)
    script = _asset("check.js")
    return _page(
        "check.html",
        name=PurePosixPath(result.path.replace("\\", "/")).name,
        result=result,
        cards=cards,
        ignored=html_check.ignored(result, sources),
        asking=sum(asks_something(card.finding) for card in cards),
        shares=html_check.shares(result),
        filters=html_check.filters(cards),
        lines=tuple(html_check.lines(result.raw, cards)),
        edits=EDITS,
        dropped=[printable(text) for _, text in result.since.dropped] if result.since else [],
        style=_asset("check.css"),
        script=script,
        script_hash=_hash(script),
    )


def report_page(report: Report, layout: Layout = STANDARD) -> str:
    """Return a composed draft as a page."""
    return _page(
        "report.html",
        title=report.title.replace("\n", ""),
        author=report.author,
        blocks=tuple(html_report.blocks(report, layout)),
        style=html_report.css(layout) + _asset("report.css"),
    )


def _page(template: str, **values: Any) -> str:
    environment = Environment(
        loader=FileSystemLoader(_ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(values)


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    """Return a script's name in a Content-Security-Policy: no other script runs on the page."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
