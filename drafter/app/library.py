"""The library looked up and looked after: phrases, sections, what it holds, export, taking reports out again."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast, get_args

from drafter.app.corpus import Mined, mine_without, mined_library
from drafter.app.drafts import required_suffix
from drafter.config import Workspace, replacing
from drafter.errors import DrafterError, ReadError

if TYPE_CHECKING:
    from drafter.library.store import Store
    from drafter.model import Frame, Heading, Holdings, Kind, Phrase, Progress, SectionText, Skeleton, Source, Way
    from drafter.render.sheets import Sheet

WIDELY = 3  # localities; from there on a clause with names or figures is still worth reading
_ALL = 100_000
_BEST = 20  # phrases shown of a whole library
_LIKE = 0.4  # how like two short names must be to be taken for each other: 农夜 and 农业 are alike by half
_NAMED = 3  # files named when none is the one asked for
_PATTERN = re.compile(r"\d+(?:(?:[，、：；]|——)\d+)*")
_BETWEEN_PARTS = re.compile(r"\s*[,+＋]\s*|\s+")  # as a pattern may be typed, for ，


def phrases(
    workspace: Workspace, query: str, *, topic: str = "", move: str = "", kind: str = "", limit: int = 50
) -> Sequence[Phrase]:
    """Look phrases up by characters, pinyin or a mixture, best first; with `kind` only those in such reports.

    Raise DrafterError for an empty query, and for a topic, move or kind that does not exist.
    """
    if not query.strip():
        raise DrafterError("没有写要查什么", "请写汉字或拼音首字母，例如：drafter phrases 乡村振兴")
    topic, move, its_kind = _topic(topic), _move(move), _kind(kind)
    with mined_library(workspace) as store:
        return store.phrases(query, topic=topic, move=move, kind=its_kind, limit=limit)


def sections(
    workspace: Workspace, query: str = "", *, topic: str = "", kind: str = "", chapter: str = "", limit: int = 20
) -> Sequence[SectionText]:
    """Look whole sections up by words they hold, topic, kind of report and chapter, best first.

    Raise DrafterError when nothing is asked for, or a topic, kind or chapter that does not exist.
    """
    if not (query.strip() or topic or kind or chapter):
        raise DrafterError(
            "没有写要查什么", "请写要查的词，或用 --topic 选一个主题，例如：drafter sections --topic 农业"
        )
    topic, its_kind, chapter = _topic(topic), _kind(kind), _chapter(chapter)
    with mined_library(workspace) as store:
        return store.sections(query, topic=topic, kind=its_kind, chapter=chapter, limit=limit)


def headings(
    workspace: Workspace,
    query: str = "",
    *,
    topic: str = "",
    level: str = "",
    pattern: str = "",
    length: int = 0,
    limit: int = 30,
) -> Sequence[Heading]:
    """Look headings and leads up by words they hold, topic, level, pattern and length, best first.

    A pattern is written 8，8, 8,8 or 8+8. Raise DrafterError when nothing is asked for, or a topic, level or pattern
    that does not exist.
    """
    if not (query.strip() or topic or level or pattern or length):
        raise DrafterError(
            "没有写要查什么",
            "请写标题里要有的词，或选主题、层级、字数结构，例如：drafter headings --topic 农业 --pattern 8，8",
        )
    topic, its_level, pattern = _topic(topic), _level(level), _pattern(pattern)
    with mined_library(workspace) as store:
        return store.headings(query, level=its_level, topic=topic, pattern=pattern, length=length, limit=limit)


def heading_sets(workspace: Workspace, headings: Iterable[Heading]) -> Sequence[Sequence[Heading]]:
    """Return for each heading the whole set it stood in, each set once."""
    with mined_library(workspace) as store:
        return store.heading_sets(headings)


def skeleton(workspace: Workspace, topic: str, *, kind: str = "", chapter: str = "") -> Skeleton | None:
    """Return what sections on a topic usually hold (in the review unless told otherwise); None when there are none.

    Raise DrafterError for a topic, kind or chapter that does not exist.
    """
    topic, its_kind, chapter = _topic(topic), _kind(kind), _chapter(chapter) or "review"
    with mined_library(workspace) as store:
        return store.skeleton(topic, kind=its_kind, chapter=chapter)


def frames(
    workspace: Workspace, indicator: str, *, unit: str = "", limit: int = 15
) -> tuple[Sequence[Way], Sequence[Frame]]:
    """Return the verbs that go with an indicator, and the frames it was said in, those used most first.

    Where no report has it, those of its head noun or of any indicator. Raise DrafterError for an empty name.
    """
    if not indicator.strip():
        raise DrafterError("没有写查哪个指标", "请写指标的名称，例如：drafter frames 固定资产投资")
    with mined_library(workspace) as store:
        found = [each for each in store.frames(indicator.strip(), limit=_ALL) if not unit or f":{unit}}}" in each.text]
        return store.ways(indicator.strip(), unit), found[:limit]


def report_sources(workspace: Workspace) -> Mapping[str, Source]:
    """Return the reports of the library by their paths."""
    with mined_library(workspace) as store:
        return store.sources()


def holdings(workspace: Workspace) -> Holdings:
    """Return what the library holds, and what of the reports it makes use of."""
    with mined_library(workspace) as store:
        return store.holdings(_BEST)


def export(workspace: Workspace, output: Path, progress: Progress) -> None:
    """Write the library for reading by hand, as .xlsx or .md. Raise WriteError when it cannot be written."""
    suffix = required_suffix(output, ".xlsx", ".md")
    with mined_library(workspace) as store, replacing(output) as temporary:
        pages = _sheets(store, progress)
        if suffix == ".xlsx":
            from drafter.render.workbook import write_workbook

            write_workbook(pages, temporary)
        else:
            from drafter.render.sheets import to_markdown

            temporary.write_text(to_markdown(pages), encoding="utf-8", newline="\n")
    progress("完成", 1.0)


def _sheets(store: Store, progress: Progress) -> Iterator[Sheet]:
    """Yield what is exported, sheet by sheet."""
    from drafter.render import sheets

    counts, sources = store.stats(), store.sources()
    headings = (heading for level in range(5) for heading in store.headings(level=level, limit=counts["headings"]))
    build: Mapping[str, Callable[[], Sheet]] = {
        "报告": lambda: sheets.reports(store.reports()),
        "短语": lambda: sheets.phrases(store.phrases(limit=counts["phrases"]), sources),
        "句式": lambda: sheets.frames(store.all_frames(), sources),
        "标题": lambda: sheets.headings(headings),
        "分句": lambda: sheets.clauses(store.common_clauses(WIDELY), sources),
        "板块骨架": lambda: sheets.skeletons(_skeletons(store)),
    }
    for number, (name, sheet) in enumerate(build.items()):
        progress(name, number / len(build))
        yield sheet()


def _skeletons(store: Store) -> Iterator[Skeleton]:
    """Yield how sections on each topic are written, in the review and in the plan."""
    from drafter.text import topics

    for topic in topics.topics():
        for chapter in ("review", "plan"):
            if found := store.skeleton(topic.name, chapter=chapter):
                yield found


def forget(workspace: Workspace, names: Sequence[str], progress: Progress) -> tuple[Sequence[str], Mined]:
    """Take files out of the library, with what only they supported; return their paths and what was mined anew.

    A file stays out, also when it still lies in `corpus/`, until it is changed or named to `mine`. Raise ReadError for
    a name that the library does not hold, or that is no whole file.
    """
    with mined_library(workspace) as store:
        held, gone = store.origin()[0], store.forgotten()
    for name in names:
        if name not in held and (already := _alike(name, gone)):
            raise ReadError(f"“{name}”早先已经拿掉了", f"要放回来：drafter mine {typed(already[0])}")
    paths = tuple(dict.fromkeys(_held_as(name, held, workspace) for name in names))
    return paths, mine_without(workspace, paths, progress)


def typed(path: str) -> str:
    """Return a path as it is typed in a command: in quotation marks where it holds a blank."""
    return f'"{path}"' if " " in path else path


def _held_as(name: str, held: Mapping[str, str], workspace: Workspace) -> str:
    """Return the path by which the library knows a file: by its path, or by its name with or without the suffix."""
    whole, mark, number = name.rpartition("#")
    if mark and number.isdigit() and name not in held:
        instead = f"要拿掉就拿整个文件：drafter library forget {typed(whole)}"
        remedy = f"{instead}；只想去掉一篇，请先在文件里删去，再运行 drafter mine"
        raise ReadError(f"“{name}”是汇编里的一篇，不能单独拿掉", remedy)
    for known in (name, workspace.relative(Path(name))):
        if known in held:
            return known
    alike = _alike(name, held)
    if len(alike) == 1:
        return alike[0]
    if alike:
        raise ReadError(f"有几个文件都叫“{name}”：{'、'.join(alike)}", "请写明路径")
    raise ReadError(f"语料库里没有“{name}”", _files_like(name, held))


def _alike(name: str, paths: Iterable[str]) -> list[str]:
    """Return the paths of the files that a name may mean, with or without folder and suffix."""
    return [path for path in paths if name in {path, PurePosixPath(path).name, PurePosixPath(path).stem}]


def _files_like(name: str, held: Mapping[str, str]) -> str:
    """Return which files may be meant."""
    stems = {PurePosixPath(path).stem: path for path in held}
    typed = PurePosixPath(name).stem
    near = [stem for stem in stems if typed in stem] or difflib.get_close_matches(typed, stems, cutoff=_LIKE)
    if typed and near:
        return f"是不是想写{'、'.join(f'“{stems[stem]}”' for stem in near[:_NAMED])}？"
    return f"里面有：{'、'.join(sorted(held)[:_NAMED])}{' 等' if len(held) > _NAMED else ''}" if held else "里面是空的"


def _topic(name: str) -> str:
    """Return the topic that a name stands for, "" for none."""
    from drafter.text import topics

    if not name or (found := topics.canonical(name)):
        return found if name else ""
    known = [topic.name for topic in topics.topics()]
    raise _no_such("主题", name, known, [alias for topic in topics.topics() for alias in topic.aliases])


def _move(name: str) -> str:
    from drafter.model import Move

    if name and name not in get_args(Move):
        raise _no_such("语步", name, get_args(Move))
    return name


def _level(name: str) -> int | None:
    """Return the level that a name stands for, None for none: 0 is a lead."""
    from drafter.render.labels import LEVELS

    found = _called("层级", name, {str(level): label for level, label in LEVELS.items()})
    return int(found) if found else None


def _pattern(written: str) -> str:
    """Return a pattern as headings keep it: the lengths of the parts, with the marks between them."""
    pattern = _BETWEEN_PARTS.sub("，", written.strip())
    if pattern and not _PATTERN.fullmatch(pattern):
        raise DrafterError(f"“{written}”不是字数结构", "请写各部分的字数，中间用逗号或加号，例如：8，8 或 8+8")
    return pattern


def _kind(name: str) -> Kind | None:
    from drafter.render.labels import KINDS

    return cast("Kind | None", _called("报告类型", name, KINDS) or None)


def _chapter(name: str) -> str:
    from drafter.render.labels import CHAPTERS

    return _called("部分", name, CHAPTERS)


def _called(what: str, name: str, chinese: Mapping[str, str]) -> str:
    """Return what goes by a name, Chinese or its own, "" for none; `chinese` holds the Chinese names."""
    found = next((each for each, called in chinese.items() if name in {each, called}), "")
    if name and not found:
        raise _no_such(what, name, list(chinese.values()))
    return found


def _no_such(what: str, name: str, known: Sequence[str], also: Sequence[str] = ()) -> DrafterError:
    near = difflib.get_close_matches(name, [*known, *also], n=1, cutoff=_LIKE)
    meant = f"是不是想写“{near[0]}”？" if near else ""
    return DrafterError(f"没有“{name}”这个{what}", f"{meant}可以写：{'、'.join(known)}")
