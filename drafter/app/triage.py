"""What a writer has decided to leave as it is: findings ignored in one draft, or in every draft."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from drafter.config import Workspace, replacing
from drafter.errors import DrafterError, ReadError

if TYPE_CHECKING:
    from drafter.model import CheckResult

_ABOUT, _HERE, _ALWAYS = "说明", "本稿忽略", "以后都忽略"  # keys of the file, which a writer may open and mend
_WORDS = "检查时忽略的问题，按编号记着。删掉一条，它就会重新出现。"
_LONGEST = 40  # characters of a finding that are kept, to know it again

_Decisions: TypeAlias = dict[str, dict[str, str]]
"""Draft ("" for every draft) -> id of a finding -> how its words begin."""


def with_ignored(workspace: Workspace, result: CheckResult) -> CheckResult:
    """Return a result that knows which of its findings are ignored. Raise ReadError when the notes are damaged."""
    decisions = _read(workspace)
    ignored = {*decisions.get("", ()), *decisions.get(_draft(result), ())}
    found = frozenset(finding.id for finding in result.findings if finding.id in ignored)
    return replace(result, ignored=found)


def ignore(workspace: Workspace, result: CheckResult, ids: Sequence[str], *, always: bool = False) -> CheckResult:
    """Ignore findings of a draft from now on, or of every draft; return the result with them.

    Raise DrafterError, with nothing noted, when the draft has no finding of such an id.
    """
    words = {finding.id: " ".join(finding.text.split())[:_LONGEST] or finding.message for finding in result.findings}
    _require(ids, words, "这份稿子里没有编号为 {} 的问题", "编号写在每个问题的后面，请照着写")
    decisions = _read(workspace)
    decisions.setdefault("" if always else _draft(result), {}).update({each: words[each] for each in ids})
    _write(workspace, decisions)
    return with_ignored(workspace, result)


def restore(workspace: Workspace, result: CheckResult, ids: Sequence[str]) -> CheckResult:
    """Let ignored findings count again; return the result with them.

    Raise DrafterError, with nothing noted, when one is not ignored in this draft.
    """
    decisions = _read(workspace)
    places = [decisions[key] for key in ("", _draft(result)) if key in decisions]
    _require(ids, {each for place in places for each in place}, "编号 {} 没有忽略过", "用 --show-ignored 看忽略了哪些")
    for place in places:
        for each in ids:
            place.pop(each, None)
    _write(workspace, decisions)
    return with_ignored(workspace, result)


def _draft(result: CheckResult) -> str:
    """Return the draft's file, be it one report or a compilation."""
    return result.path.partition("#")[0]


def _require(ids: Iterable[str], known: Iterable[str], message: str, remedy: str) -> None:
    unknown = [each for each in ids if each not in set(known)]
    if unknown:
        raise DrafterError(message.format("、".join(unknown)), remedy)


def _read(workspace: Workspace) -> _Decisions:
    """Return what has been decided. Raise ReadError when the file is damaged."""
    try:
        record = json.loads(workspace.ignored.read_text(encoding="utf-8-sig"))
        drafts = {draft: dict(found) for draft, found in record.get(_HERE, {}).items()}
        return {"": dict(record.get(_ALWAYS, {})), **drafts}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        remedy = "请改好它，或者删掉它（忽略过的问题会重新出现）"
        raise ReadError("记着忽略了哪些问题的文件读不了", remedy, path=workspace.ignored) from error


def _write(workspace: Workspace, decisions: _Decisions) -> None:
    drafts = {draft: found for draft, found in sorted(decisions.items()) if draft and found}
    record = {_ABOUT: _WORDS, _ALWAYS: decisions.get("", {}), _HERE: drafts}
    with replacing(workspace.ignored) as temporary:
        text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
        temporary.write_text(text, encoding="utf-8", newline="\n")
