"""The outline file under edit: YAML whose comments and key order survive, with undo."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.emitter import RoundTripEmitter
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString, SingleQuotedScalarString
from ruamel.yaml.util import load_yaml_guess_indent

from drafter.config import replacing
from drafter.errors import ReadError

Place: TypeAlias = "tuple[str | int, ...]"  # keys and positions from the root, as they stand in the file

NULLS = {"", "~", "null"}  # what YAML writes for a value left open
MOST_EDITS = 10_000  # that can be undone; a day's work has some hundreds
WIDTH = 10_000  # columns: a long sentence stays on its line


class AsTyped(VersionedResolver):
    """Take every value as the text it is typed as: 4.50 stays 4.50, on the way in and out."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Return the tag of a node."""
        if kind is ScalarNode and implicit[0] and value not in NULLS:
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)


class OpenAsOpen(RoundTripEmitter):
    """Write a value left open as nothing, also between braces, where ruamel would write null."""

    def choose_scalar_style(self) -> Any:
        """Return the style of the present value."""
        left_open = self.event.value == "" and self.event.tag == "tag:yaml.org,2002:null"
        return "" if left_open else super().choose_scalar_style()

    def write_plain(self, text: Any, split: Any = True) -> None:
        """Write a plain value; keep the space after the colon before one left open."""
        super().write_plain(text, split)
        if not text and self.flow_level:
            self.write_indicator("", True)


class Edit(NamedTuple):
    """One edit of a text: what stood where, and what stands there now."""

    start: int
    old: str
    new: str

    def done(self, text: str) -> str:
        """Return a text with the edit."""
        return text[: self.start] + self.new + text[self.start + len(self.old) :]

    def undone(self, text: str) -> str:
        """Return a text without the edit."""
        return text[: self.start] + self.old + text[self.start + len(self.new) :]


def edit_between(before: str, after: str) -> Edit:
    """Return the edit that leads from one text to another."""
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    return Edit(start, before[start : len(before) - end], after[start : len(after) - end])


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts share from the start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


class Sheet:
    """An outline as a tree of YAML values, changed one edit at a time.

    Of every edit what it took out and put in is kept, so that undo is exact and a long day's work stays small.
    """

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.saved = text
        self._stamp: tuple[int, int] | None = None  # time and size of the file
        self._past: deque[Edit] = deque(maxlen=MOST_EDITS)
        self._future: list[Edit] = []
        self._load(text)

    def _load(self, text: str) -> None:
        """Take a text for the present state. Raise ReadError, with nothing changed, when it is no outline."""
        yaml, tree = self._parsed(text)
        self.text, self._yaml, self.tree = text, yaml, tree

    def _parsed(self, text: str) -> tuple[YAML, Any]:
        try:
            _, indent, dash = load_yaml_guess_indent(text)
            yaml = YAML()
            yaml.Resolver, yaml.Emitter = AsTyped, OpenAsOpen
            yaml.preserve_quotes = True
            yaml.width = WIDTH
            yaml.indent(sequence=indent or 4, offset=dash if dash is not None else 2)
            tree: Any = yaml.load(text)
        except YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else None
            raise ReadError(
                "这里不符合提纲的写法", "请检查缩进、冒号和引号，改好再打开", path=self.path, line=line
            ) from error
        if not isinstance(tree, dict):
            remedy = "请用 drafter outline new 新建一份提纲"
            raise ReadError("文件是空的" if tree is None else "这不是提纲", remedy, path=self.path)
        return yaml, tree

    @property
    def changed(self) -> bool:
        """Tell whether there is something to save."""
        return self.text != self.saved

    @property
    def changed_outside(self) -> bool:
        """Tell whether the file holds something else than was last read or saved."""
        try:
            return read(self.path) != self.saved
        except OSError:  # gone: saving brings it back
            return False
        except UnicodeDecodeError:
            return True

    def is_touched(self) -> bool:
        """Tell whether the file has another time or size than when this was last asked."""
        try:
            now = self.path.stat()
        except OSError:
            return False
        before, self._stamp = self._stamp, (now.st_mtime_ns, now.st_size)
        return before is not None and before != self._stamp

    def reread(self) -> bool:
        """Take the file's text over as one edit that is saved; return False when it is no outline just now."""
        try:
            text = read(self.path)
            self.restore(text)
        except (OSError, UnicodeDecodeError, ReadError):
            return False
        self.saved = text
        return True

    def get(self, place: Place) -> Any:
        """Return the value at `place`, None when there is none."""
        value = self.tree
        for step in place:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def put(self, place: Place, value: Any, *, without: Sequence[Place] = ()) -> None:
        """Set the value at `place`; a position just past the end of a list adds to it, a missing list is made.

        What stands at `without` is taken out in the same edit.
        """
        self._put(place, value)
        for other in without:
            del self.get(other[:-1])[other[-1]]
        self._keep()

    def put_all(self, values: Iterable[tuple[Place, Any]]) -> None:
        """Set several values, as one edit."""
        for place, value in values:
            self._put(place, value)
        self._keep()

    def _put(self, place: Place, value: Any) -> None:
        if isinstance(value, str) and "\n" in value:
            value = LiteralScalarString(value)
        elif isinstance(value, str) and value.startswith("?"):  # ruamel writes ?甲 plain, and reads it as a key
            value = SingleQuotedScalarString(value)
        above, last = place[:-1], place[-1]
        holder = self._holder(above, last)
        if isinstance(holder, list) and last == len(holder):
            holder.append(value)
        else:
            holder[last] = value

    def _holder(self, place: Place, child: str | int) -> Any:
        """Return the list or mapping at `place`, made for its `child` when it is missing or left empty."""
        if self.get(place) is None:
            self._put(place, [] if isinstance(child, int) else {})
        return self.get(place)

    def remove(self, place: Place) -> None:
        """Take out what stands at `place`."""
        *above, last = place
        del self.get(tuple(above))[last]
        self._keep()

    def _keep(self) -> None:
        """Make the tree as it now is the present state."""
        out = StringIO()
        self._yaml.dump(self.tree, out)
        self._past.append(edit_between(self.text, out.getvalue()))
        self._future.clear()
        self.text = out.getvalue()

    def undo(self) -> bool:
        """Go back one edit; return False when there is none."""
        if not self._past:
            return False
        edit = self._past.pop()
        self._load(edit.undone(self.text))
        self._future.append(edit)
        return True

    def redo(self) -> bool:
        """Take an undone edit back in; return False when there is none."""
        if not self._future:
            return False
        edit = self._future.pop()
        self._load(edit.done(self.text))
        self._past.append(edit)
        return True

    def restore(self, text: str) -> None:
        """Take `text` over as one edit."""
        before = self.text
        self._load(text)
        self._past.append(edit_between(before, text))
        self._future.clear()

    def save(self) -> None:
        """Write the file beside itself and rename; a power cut leaves the old one or the new one."""
        with (
            replacing(self.path) as temporary,
            temporary.open("w", encoding="utf-8", newline="\n") as file,
        ):
            file.write(self.text)
            file.flush()
            os.fsync(file.fileno())
        self.saved = self.text


def read(path: Path) -> str:
    """Return the text of an outline file."""
    return path.read_text(encoding="utf-8-sig")


def open_sheet(path: Path) -> Sheet:
    """Read an outline file for editing. Raise ReadError when it cannot be read."""
    try:
        text = read(path)
    except FileNotFoundError as error:
        raise ReadError("没有这个文件", "请检查文件名和所在文件夹", path=path) from error
    except IsADirectoryError as error:
        raise ReadError("这是一个文件夹，不是提纲文件", "请给出提纲文件，例如 提纲.yaml", path=path) from error
    except UnicodeDecodeError as error:
        raise ReadError("编码不是 UTF-8", "请用记事本打开，另存为 UTF-8 编码", path=path) from error
    except OSError as error:
        raise ReadError("无法打开", "请检查是否有读取权限", path=path) from error
    return Sheet(path, text)
