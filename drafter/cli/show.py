"""Print what a use case gave, for the commands and the session alike."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.app import Built, Fixed, Mined
from drafter.errors import DrafterError
from drafter.model import CheckResult, Frame, Gathered, Heading, Holdings, Phrase, SectionText, Skeleton, Way
from drafter.page import Layout

if TYPE_CHECKING:
    from rich.console import Console


COUNTS = ("reports", "phrases", "frames", "clauses", "headings", "chars")


def screen() -> Console:
    """Return standard output with colours where it is a terminal."""
    from rich.console import Console

    return Console()


def skipped(errors: Sequence[DrafterError]) -> None:
    """Name the files that could not be read."""
    for error in errors:
        print(f"跳过：{error}", file=sys.stderr)


def mined(result: Mined, seconds: float) -> None:
    """Print what mining gave."""
    from drafter.render.terminal import show_mined

    if result.summary is None:
        print("报告没有变化，语料库已是最新。")
        return
    show_mined(screen(), {name: getattr(result.summary, name) for name in COUNTS}, seconds)
    for path, same in result.summary.repeats:
        print(f"{path} 与 {same} 相同，只算一篇。")
    for path, like in result.summary.families:
        print(f"{path} 与 {like} 大体相同，统计时只算一篇。")
    for path, earlier, passages in result.summary.reprints:
        print(f"{path} 有 {passages} 段与 {earlier} 相同，只算一次。")


def frames(indicator: str, ways: Sequence[Way], found: Sequence[Frame]) -> None:
    """Print how an indicator is said."""
    from drafter.render.terminal_library import show_frames

    show_frames(screen(), indicator, ways, found)


def phrases(found: Sequence[Phrase]) -> None:
    """Print the phrases of a look-up."""
    from drafter.render.terminal_library import show_phrases

    show_phrases(screen(), found)


def sections(found: Sequence[SectionText], *, whole: bool) -> None:
    """Print the sections of a look-up, as a list or whole."""
    from drafter.render.terminal_library import show_sections, show_whole_sections

    (show_whole_sections if whole else show_sections)(screen(), found)


def headings(sets: Sequence[Sequence[Heading]]) -> None:
    """Print the headings of a look-up, set by set."""
    from drafter.render.terminal_library import show_headings

    show_headings(screen(), sets)


def skeleton(found: Skeleton | None, topic: str) -> None:
    """Print what sections on a topic usually hold."""
    from drafter.render.terminal_library import show_skeleton

    show_skeleton(screen(), found, topic)


def holdings(held: Holdings) -> None:
    """Print what the library holds."""
    from drafter.render.terminal_library import show_holdings

    show_holdings(screen(), held)


def record(found: Mapping[str, Any]) -> None:
    """Print a record as JSON."""
    from drafter.render.records import to_json

    print(to_json(found), end="")


def built(draft: Built) -> None:
    """Print where a draft went, and what it leaves to the writer."""
    from drafter.render.terminal import show_built

    show_built(screen(), draft.report, draft.output, draft.reuse)
    if draft.report.contents and draft.output.suffix.lower() == ".docx":
        print("目录里的页码是估算的，定稿前请在 Word 或 WPS 里右键点目录，选“更新域”。")
    if draft.borrowed is not None:
        print(_borrowed(draft.borrowed, reading=draft.reading))
    if draft.without_library:
        print("还没有语料库，稿子里没有用语料。整理过历年报告（drafter mine）再生成，文字会更丰富。", file=sys.stderr)


def _borrowed(styles: frozenset[str], *, reading: bool) -> str:
    from drafter.page import STYLES

    page = "页面、页眉页脚取自参照的文件"
    if not styles:
        return f"{page}；里面没有认得出的文字，字体字号仍按标准版式。"
    if reading:
        return f"{page}，字体照它的样子，字号、行距按朗读稿放大。"
    named = "、".join(style.label for role, style in STYLES.items() if role in styles)
    rest = "，其余比照正文和标准版式" if len(styles) < len(STYLES) else ""
    return f"{page}，{named}照它的样子{rest}。"


def origins(draft: Built) -> None:
    """Print a draft's sentences with where they come from."""
    from drafter.render.terminal_origins import show_origins

    show_origins(screen(), draft.report)


def layout(constants: Layout) -> None:
    """Print the constants of a layout."""
    from drafter.render.terminal_layout import show_layout

    show_layout(screen(), constants)


def fixed(result: Fixed) -> None:
    """Print what was put right in a Word file, and what is left."""
    from drafter.render.terminal_layout import show_fixed

    done, left = ([deviation.message() for deviation in each] for each in (result.done, result.left))
    show_fixed(screen(), result.output, done, left)


def gathered(found: Gathered, output: Path | None) -> None:
    """Print what papers hold, or where it was written and what is to be looked at."""
    from drafter.render.terminal_facts import show_counts, show_facts

    if output is None:
        show_facts(screen(), found)
        return
    print(f"已存：{output}")
    show_counts(screen(), found)
    if output.suffix.lower() == ".csv" and (found.deeds or found.plans):
        print(".csv 只能存数据，事项和打算没有存；要一起存，请用 .xlsx。")


def findings(result: CheckResult, *, ignored: bool = False) -> None:
    """Print what a check found, what is `ignored` too when asked for."""
    from drafter.render.terminal_check import show_check

    show_check(screen(), result, ignored=ignored)
