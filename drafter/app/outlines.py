"""A new workspace, a new outline, and the words an outline is written in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from drafter.config import CONFIG_NAME, replacing, shipped
from drafter.errors import OutlineError, Problem, WriteError

SAMPLE_OUTLINE = Path("outlines") / "示例_半年报告.yaml"
SETTINGS = """\
# drafter 的工作区：有这个文件的文件夹，连同它下面的文件夹，都属于这个工作区。
# corpus/     放历年报告（.txt、.md、.docx），运行 drafter mine 整理进语料库
# templates/  放您改过的模板；空着就用 drafter 自带的
# .drafter/   语料库和没保存的修改，由 drafter 照看，不用管它
"""


def init(folder: Path) -> tuple[list[Path], list[Path]]:
    """Make a workspace of `folder`; return what was made and what was there already and stays as it is."""
    sample = shipped("templates") / SAMPLE_OUTLINE
    wanted = {
        folder / "corpus": None,
        folder / "templates": None,
        folder / CONFIG_NAME: SETTINGS,
        folder / sample.name: sample.read_text(encoding="utf-8"),
    }
    there = [path for path in wanted if path.exists()]
    try:
        for path in wanted.keys() - there:
            text = wanted[path]
            if text is None:
                path.mkdir(parents=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise WriteError("无法在这里建工作区", "请换一个有写入权限的文件夹", path=folder) from error
    return [path for path in wanted if path not in there], there


def kinds() -> tuple[str, ...]:
    """Return the kinds of report in Chinese: 年度报告, 半年报告 …"""
    from drafter.compose.outline_fields import KINDS

    return tuple(KINDS)


def new_outline(kind: str, output: Path | None = None) -> str:
    """Return a commented outline of `kind` (半年报告 or half_year …), and write it to `output` when given.

    An outline that is there already may be filled in: raise WriteError rather than write over it. Raise OutlineError
    for an unknown kind.
    """
    from drafter.compose.outline_fields import KINDS
    from drafter.compose.scaffold import new_outline as scaffold

    found = next((canonical for chinese, canonical in KINDS.items() if kind in (chinese, canonical)), None)
    if found is None:
        raise OutlineError([Problem(f"没有“{kind}”这种报告", f"可以写：{'、'.join(KINDS)}")])
    text = scaffold(found)
    if output:
        if output.exists():
            raise WriteError("已经有这个文件了", "请换一个文件名，以免盖掉填好的提纲", path=output)
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
