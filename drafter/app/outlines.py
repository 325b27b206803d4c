"""A new workspace, a new outline, and the words an outline is written in."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.drafts import required_suffix
from drafter.config import CONFIG_NAME, CORPUS_NAME, replacing, shipped
from drafter.errors import OutlineError, Problem, ReadError, WriteError
from drafter.model import Period
from drafter.text.periods import find_period

if TYPE_CHECKING:
    from drafter.model import Document, Kind, Locality

SAMPLE_OUTLINE = Path("outlines") / "示例_半年报告.yaml"
SAMPLES = "样本"
_YEAR = re.compile(r"\d{4}", re.ASCII)
_NUMBERED = re.compile(r"(.+)[#＃](\d{1,4})")  # 汇编.txt#4
SETTINGS = """\
# drafter 的工作区：有这个文件的文件夹，连同它下面的文件夹，都属于这个工作区。
# corpus/     放历年报告（.docx、.doc、.pdf、.txt 等），运行 drafter mine 整理进语料库；样本/ 里的几篇只供试用，可以删掉
# templates/  放您改过的模板；空着就用 drafter 自带的
# .drafter/   语料库和没保存的修改，由 drafter 照看，不用管它
#
# 版式有本单位自己的规定，就写在下面（去掉行首的 # 号才起作用）。有哪些项可以设，运行 drafter layout show 看。
# [版式]
# 行距 = "28磅"
# 页码位置 = "居中"
# [版式.三级标题]
# 加粗 = false
# 字体 = "仿宋"
"""


def init(folder: Path) -> tuple[list[Path], list[Path]]:
    """Make a workspace of `folder`; return what was made, and what was there already and stays as it is."""
    sample = shipped("templates") / SAMPLE_OUTLINE
    parts: dict[Path, Callable[[Path], object]] = {
        folder / CORPUS_NAME: _copy_samples,
        folder / "templates": Path.mkdir,
        folder / CONFIG_NAME: lambda path: path.write_text(SETTINGS, encoding="utf-8", newline="\n"),
        folder / sample.name: lambda path: shutil.copyfile(sample, path),
    }
    there = [path for path in parts if path.exists()]
    made = [path for path in parts if path not in there]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in made:
            parts[path](path)
    except OSError as error:
        raise WriteError("无法在这里建工作区", "请换一个有写入权限的文件夹", path=folder) from error
    return made, there


def _copy_samples(corpus: Path) -> None:
    """Put the sample reports into a new corpus, so that everything can be tried at once."""
    shutil.copytree(shipped(CORPUS_NAME), corpus / SAMPLES, ignore=shutil.ignore_patterns("README*"))


def kinds() -> tuple[str, ...]:
    """Return the kinds of report in Chinese: 年度报告, 半年报告 …"""
    from drafter.compose.outline_fields import KINDS

    return tuple(KINDS)


def new_outline(kind: str, output: Path | None = None, period: str = "", place: Locality | None = None) -> str:
    """Return a commented outline of `kind` (半年报告 or half_year …), and write it to `output` when given.

    `period` (2024年上半年, or the year alone) is what a writer means now when it is not given. An outline that is there
    already may be filled in: raise WriteError rather than write over it. Raise OutlineError for an unknown kind, and
    for a period that such reports do not look back on.
    """
    from drafter.compose.outline_fields import KINDS
    from drafter.compose.scaffold import new_outline as scaffold

    found = next((canonical for chinese, canonical in KINDS.items() if kind in (chinese, canonical)), None)
    if found is None:
        raise OutlineError([Problem(f"没有“{kind}”这种报告", f"可以写：{'、'.join(KINDS)}")])
    text = scaffold(found, _year_of(period, kind, found) if period else None, place)
    if output:
        _write_new(text, output)
    return text


def _year_of(period: str, called: str, kind: Kind) -> int:
    """Return the year of a period, which is one that reports of the `kind` look back on."""
    from drafter.compose.outline_fields import PARTS

    found = find_period(f"{period}年" if _YEAR.fullmatch(period) else period)
    if found is None or found.part not in {"year", PARTS[kind]}:
        example = Period(found.year if found else 2024, PARTS[kind])
        raise OutlineError([Problem(f"{called}的期间写成“{period}”，对不上", f"请写成 {example} 这样")])
    return found.year


def roll_forward(report: str, to: str = "", output: Path | None = None, own: Locality | None = None) -> str:
    """Return the outline of the report that follows `report`, and write it to `output` when given.

    `汇编.txt#4` is the fourth report of a compilation; `to` names the period that the new one looks back on, without it
    the next in turn does. A report that does not name what is above its office is of `own`, if that has its name.
    Raise ReadError for what is no report, OutlineError for a period that cannot be meant, WriteError when `output` is
    there already.
    """
    from drafter.compose.rollforward import roll_forward as rolled

    period = find_period(to) if to else None
    if to and period is None:
        raise OutlineError([Problem(f"看不懂期间“{to}”", "请写成 2024年、2024年上半年 或 2024年前三季度")])
    document = _with_superiors(_one_report(report), own)
    if output and output.exists():
        raise _taken(output)
    text = rolled(document, period)
    if output:
        _write_new(text, output)
    return text


def _with_superiors(document: Document, own: Locality | None) -> Document:
    place = document.source.locality
    if not (own and place and place.name == own.name and place.county in {"", own.county}):
        return document
    return replace(document, source=replace(document.source, locality=own))


def _write_new(text: str, output: Path) -> None:
    """Write an outline. Raise WriteError when there is a file already, or its name is that of something else."""
    required_suffix(output, ".yaml", ".yml")
    if output.exists():
        raise _taken(output)
    with replacing(output) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")


def _taken(output: Path) -> WriteError:
    return WriteError("已经有这个文件了", "请换一个文件名，以免盖掉填好的提纲", path=output)


def _one_report(named: str) -> Document:
    """Read the report that a path names, with #k behind it when the file holds several."""
    from drafter.compose.old_report import is_report
    from drafter.ingest.reader import read

    numbered = None if os.path.exists(named) else _NUMBERED.fullmatch(named)  # noqa: PTH110  Path.exists raises
    path = Path(numbered[1] if numbered else named)
    documents = read(path, path.name)
    if not numbered and len(documents) > 1:
        listed = "".join(f"\n  {path.name}#{k}  {_called(each)}" for k, each in enumerate(documents, 1))
        remedy = f"有：{listed}\n请写明要哪一篇，例如 {path.name}#1"
        raise ReadError(f"里面有 {len(documents)} 篇报告，不知道要哪一篇", remedy, path=path)
    number = int(numbered[2]) if numbered else 1
    if not 1 <= number <= len(documents):
        remedy = f"请写 #1 到 #{len(documents)}" if len(documents) > 1 else "请去掉后面的 # 和数字"
        raise ReadError(f"里面只有 {len(documents)} 篇报告，没有第 {number} 篇", remedy, path=path)
    document = documents[number - 1]
    if not is_report(document):
        raise ReadError("看不出这是一篇工作报告：没有“一、……”这样的标题", "请检查是否选错了文件", path=path)
    return document


def _called(document: Document) -> str:
    """Return what a report is called in a list: its town, its title."""
    source = document.source
    place = source.locality.name if source.locality else ""
    return " ".join(filter(None, (place, source.title or str(source.period or ""))))


def outline_schema(output: Path | None = None) -> str:
    """Return the JSON Schema of outlines, and write it to `output` (.json) when given."""
    from drafter.compose.outline_schema import schema
    from drafter.render.records import to_json

    text = to_json(schema())
    if output:
        required_suffix(output, ".json")
        with replacing(output) as temporary:
            temporary.write_text(text, encoding="utf-8", newline="\n")
    return text


def outline_words() -> Mapping[str, str]:
    """Return the outline's keys: the English one -> the Chinese one shown to people."""
    from drafter.compose import outline_fields as fields

    models = (
        fields.Outline,
        fields.Section,
        fields.Point,
        fields.Fact,
        fields.Locality,
        fields.Meeting,
        fields.Speaker,
    )
    words: dict[str, str] = {}
    for model in models:
        for name, field in model.model_fields.items():
            words.setdefault(name, str(field.validation_alias.choices[0]))  # type: ignore[union-attr]
    return words
