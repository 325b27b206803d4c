"""Commands about the library: phrases, sections, library stats, library export, library forget."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from drafter import app
from drafter.cli import show
from drafter.cli.progress import progress_bar
from drafter.cli.usage import Words, whole_number
from drafter.config import find_workspace
from drafter.errors import DrafterError

PHRASES = Words(
    "在语料库里查短语。\n\n可以用汉字、拼音首字母、全拼，或混着来。排在前面的：正好是它、以它开头的，\n"
    "多地在用的，近年还在用的。",
    """
    drafter phrases 乡村振兴
    drafter phrases xczx                       拼音首字母
    drafter phrases 乡czx --topic 乡村振兴
    drafter phrases xiangcun --move 举措        全拼
    """,
)
SECTIONS = Words(
    "查历年报告里的板块：整段看，或看一般怎么写。\n\n只认汉字，不认拼音；写几个词，就查同时含有这几个词的板块。",
    """
    drafter sections 高标准农田                 哪些板块写到它
    drafter sections --topic 农业 --whole       农业板块，全文列出
    drafter sections --topic 农业 --skeleton    一般多长、写哪几点、按什么顺序
    drafter sections 粮食 撂荒 --kind 半年报告
    """,
)
HEADINGS = Words(
    "查标题和小标题：按里面的词、主题、层级、字数结构或总字数。\n\n"
    "字数结构是各部分的字数：“产业发展提质增效，发展动能不断增强”是 8，8。\n"
    "加 --together，连同与它并列的一组一起列出。",
    """
    drafter headings --topic 农业 --level 小标题
    drafter headings --topic 产业 --pattern 8，8 --together
    drafter headings 民生 福祉 --length 17
    """,
)
FRAMES = Words(
    "查一个指标一般怎么说：配什么动词，先后怎么摆。\n\n语料库里没有这个指标，就看同类指标的说法。",
    """
    drafter frames 固定资产投资
    drafter frames 早稻种植面积 --unit 亩
    """,
)
STATS = Words(
    "看语料库里有什么、从哪些报告来、用上了多少。",
    """
    drafter library stats
    drafter library stats --json
    """,
)
EXPORT = Words(
    "把语料库导出来，用 Excel 或记事本翻看。\n\n含报告、短语、句式、标题、分句、板块骨架六张表。",
    """
    drafter library export -o 语料库.xlsx
    drafter library export -o 语料库.md
    """,
)
FORGET = Words(
    "把报告从语料库里拿掉，只有它才有的短语、句式也一并拿掉。\n\n"
    "文件本身不动，留在 corpus/ 里也不会再整理进来。\n改过它，或用 drafter mine 文件 写明要它，才会回来。",
    """
    drafter library forget corpus/去年总结.docx
    drafter library forget 去年总结 前年总结
    """,
)

KIND_HELP = "只看年度报告、半年报告、三季度报告或总结与计划"


def phrases(
    query: Annotated[str, typer.Argument(metavar="查什么", help="汉字、拼音首字母、全拼，或混着来")],
    topic: Annotated[str, typer.Option("--topic", metavar="主题", help="只看这个主题：产业、农业、民生……")] = "",
    move: Annotated[str, typer.Option("--move", metavar="语步", help="只看这种用处：举措、成效、问题、打算……")] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="报告类型", help=KIND_HELP)] = "",
    limit: Annotated[str, typer.Option("--limit", metavar="条数", help="最多显示多少条（默认 30）")] = "30",
    as_json: Annotated[bool, typer.Option("--json", help="按 JSON 输出，供别的程序用")] = False,
) -> None:
    """Look phrases up and list them, best first."""
    count = whole_number(limit, "--limit", least=1)
    workspace = find_workspace(Path.cwd())
    found = app.phrases(workspace, query, topic=topic, move=move, kind=kind, limit=count)
    if as_json:
        from drafter.render.library_records import phrases_record

        show.record(phrases_record(found, app.report_sources(workspace)))
    else:
        show.phrases(found)


def frames(
    indicator: Annotated[str, typer.Argument(metavar="指标", help="指标的名称，例如 固定资产投资")],
    unit: Annotated[str, typer.Option("--unit", metavar="单位", help="只看用这个单位的：亩、元、户……")] = "",
    limit: Annotated[str, typer.Option("--limit", metavar="条数", help="最多显示多少条句式（默认 15）")] = "15",
    as_json: Annotated[bool, typer.Option("--json", help="按 JSON 输出，供别的程序用")] = False,
) -> None:
    """Show how an indicator is said."""
    count = whole_number(limit, "--limit", least=1)
    ways, found = app.frames(find_workspace(Path.cwd()), indicator, unit=unit, limit=count)
    if as_json:
        from drafter.render.library_records import frames_record

        show.record(frames_record(indicator, ways, found))
    else:
        show.frames(indicator, ways, found)


def sections(
    words: Annotated[list[str] | None, typer.Argument(metavar="词", help="板块里要有的词，可以写几个")] = None,
    topic: Annotated[str, typer.Option("--topic", metavar="主题", help="只看这个主题：产业、农业、民生……")] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="报告类型", help=KIND_HELP)] = "",
    part: Annotated[str, typer.Option("--part", metavar="部分", help="只看报告的这一部分：回顾、问题、打算……")] = "",
    limit: Annotated[str, typer.Option("--limit", metavar="个数", help="最多列出多少个（默认 10）")] = "10",
    whole: Annotated[bool, typer.Option("--whole", help="列出全文")] = False,
    skeleton: Annotated[bool, typer.Option("--skeleton", help="总结这个主题一般怎么写（要写 --topic）")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="按 JSON 输出，供别的程序用")] = False,
) -> None:
    """Look sections up and list them, show them whole, or sum up what they usually hold."""
    count = whole_number(limit, "--limit", least=1)
    workspace, query = find_workspace(Path.cwd()), " ".join(words or ())
    if skeleton:
        _skeleton(query, topic, kind, part, as_json=as_json)
        return
    found = app.sections(workspace, query, topic=topic, kind=kind, chapter=part, limit=count)
    if as_json:
        from drafter.render.library_records import sections_record

        show.record(sections_record(found))
    else:
        show.sections(found, whole=whole)


def headings(
    words: Annotated[list[str] | None, typer.Argument(metavar="词", help="标题里要有的词，可以写几个")] = None,
    topic: Annotated[str, typer.Option("--topic", metavar="主题", help="只看这个主题：产业、农业、民生……")] = "",
    level: Annotated[str, typer.Option("--level", metavar="层级", help="只看一级标题、二级标题……或小标题")] = "",
    pattern: Annotated[str, typer.Option("--pattern", metavar="字数结构", help="只看这样的：8，8、4，6，6……")] = "",
    length: Annotated[str, typer.Option("--length", metavar="字数", help="只看一共这么多字的，标点也算")] = "",
    together: Annotated[bool, typer.Option("--together", help="连同与它并列的一组一起列出")] = False,
    limit: Annotated[str, typer.Option("--limit", metavar="条数", help="最多找出多少条（默认 30）")] = "30",
    as_json: Annotated[bool, typer.Option("--json", help="按 JSON 输出，供别的程序用")] = False,
) -> None:
    """Look headings and leads up and list them, best first, or with what stood side by side with them."""
    workspace = find_workspace(Path.cwd())
    found = app.headings(
        workspace,
        " ".join(words or ()),
        topic=topic,
        level=level,
        pattern=pattern,
        length=whole_number(length, "--length", least=1) if length else 0,
        limit=whole_number(limit, "--limit", least=1),
    )
    sets = app.heading_sets(workspace, found) if together else [found]
    if as_json:
        from drafter.render.library_records import headings_record

        show.record(headings_record([heading for each in sets for heading in each]))
    else:
        show.headings(sets)


def _skeleton(query: str, topic: str, kind: str, part: str, *, as_json: bool) -> None:
    """Sum up what sections on a topic usually hold; one word without --topic is taken for the topic."""
    asked = topic or query
    if not asked or (topic and query):
        raise DrafterError(
            "--skeleton 一次总结一个主题", "请写一个主题，不要另写词，例如：drafter sections --topic 农业 --skeleton"
        )
    found = app.skeleton(find_workspace(Path.cwd()), asked, kind=kind, chapter=part)
    if as_json:
        from drafter.render.library_records import skeleton_record

        show.record(skeleton_record(found))
    else:
        show.skeleton(found, asked)


def stats(as_json: Annotated[bool, typer.Option("--json", help="按 JSON 输出，供别的程序用")] = False) -> None:
    """Say what the library holds, what it was mined from, and how much of that it makes use of."""
    held = app.holdings(find_workspace(Path.cwd()))
    if as_json:
        from drafter.render.library_records import holdings_record

        show.record(holdings_record(held))
    else:
        show.holdings(held)


def export(
    output: Annotated[str, typer.Option("-o", "--output", metavar="文件", help="存到哪里，以 .xlsx 或 .md 结尾")],
) -> None:
    """Write the library for reading by hand."""
    with progress_bar() as progress:
        app.export(find_workspace(Path.cwd()), Path(output), progress)
    print(f"已导出：{output}")


def forget(
    files: Annotated[list[str], typer.Argument(metavar="文件", help="文件名，或从工作区算起的路径，可以写几个")],
) -> None:
    """Take reports out of the library."""
    start = time.monotonic()
    with progress_bar() as progress:
        paths, mined = app.forget(find_workspace(Path.cwd()), files, progress)
    for path in paths:
        print(f"已拿掉：{path}（文件没有动；要放回来：drafter mine {app.typed(path)}）")
    show.skipped(mined.skipped)
    show.mined(mined, time.monotonic() - start)
