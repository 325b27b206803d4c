"""The desk: what the session works on, and how it asks and answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.completion import Completer, DummyCompleter
from prompt_toolkit.filters import completion_is_selected
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from drafter.cli.session.claim import Claim
from drafter.cli.session.fields import Chinese, Part, parts
from drafter.cli.session.following import following
from drafter.cli.session.journal import Journal, Lost
from drafter.cli.session.sheet import Place, Sheet
from drafter.config import Workspace
from drafter.errors import DrafterError
from drafter.model import CheckResult

REFRESH = 0.5  # seconds after which an idle prompt is drawn again, and the journal with it
IDLE = " 目录：ml    保存：bc    成稿：cg    检查：jc    全部命令：?    退出：tc "
LINE = " 选词：↓ 或 Tab，回车选定    写完：回车    不改了：Ctrl+C "
LINES = " 选词：↓ 或 Tab，回车选定    换行：回车    写完：先按 Esc 再按回车    不改了：Ctrl+C "
YES, NO = tuple("是好sy"), tuple("否不fbn")


def new_prompt() -> PromptSession[str]:
    """Return a prompt where Enter takes the chosen phrase and only then ends the line."""
    bindings = KeyBindings()

    @bindings.add("enter", filter=completion_is_selected)
    def take(event: KeyPressEvent) -> None:
        event.current_buffer.complete_state = None

    return PromptSession(refresh_interval=REFRESH, key_bindings=bindings)


@dataclass(slots=True)
class Desk:
    """One outline under work."""

    workspace: Workspace
    sheet: Sheet
    journal: Journal
    chinese: Chinese  # English keys of the outline -> Chinese ones
    phrases: Completer  # of fields that hold Chinese text
    at: Place = ()  # where the writer types
    part: int | None = None  # the part being worked on, None in the table of contents
    draft: Path | None = None  # the draft last built …
    drafted: str = ""  # … and the outline it was built from
    checked: CheckResult | None = None  # what the last check found in it
    prompt: PromptSession[str] = field(default_factory=new_prompt)

    @property
    def claim(self) -> Claim:
        """Return the sign that this session is at work on the outline."""
        return self.journal.claim

    @property
    def parts(self) -> list[Part]:
        """Return the outline's parts as they now are."""
        return parts(self.sheet.tree, self.chinese)

    @property
    def here(self) -> Part | None:
        """Return the part being worked on."""
        known = self.parts
        return known[self.part] if self.part is not None and self.part < len(known) else None

    def say(self, *lines: str, style: str = "") -> None:
        """Print lines."""
        for line in lines:
            print_formatted_text(FormattedText([(style, line)]))

    def ask(
        self, label: str, default: str = "", *, completer: Completer | None = None, toolbar: str = ""
    ) -> str | None:
        """Let the writer type a line that begins as `default`; return None when they give up with Ctrl+C."""
        self.prompt.bottom_toolbar = toolbar or None
        try:
            return self.prompt.prompt(
                label,
                default=default,
                completer=completer or DummyCompleter(),
                complete_in_thread=True,
                multiline="\n" in default,
            ).strip()
        except KeyboardInterrupt:
            return None

    def ask_field(self, label: str, place: Place, default: str = "") -> str | None:
        """Let the writer type the field at `place` with phrases offered; the journal follows what is typed."""

        def follow(_: Any) -> None:
            self.journal.typing(self.sheet.text, place, self.prompt.default_buffer.text)

        self.prompt.app.after_render += follow
        self.at = place
        try:
            toolbar = LINES if "\n" in default else LINE
            return self.ask(f"{label}：", default, completer=self.phrases, toolbar=toolbar)
        finally:
            self.prompt.app.after_render -= follow
            self.journal.edited(self.sheet.text)

    def agree(self, question: str) -> bool | None:
        """Ask a yes-or-no question; return None when the writer gives up."""
        while (answer := self.ask(f"{question}（输入 是 或 否）")) is not None:
            if answer.lower().startswith(YES):
                return True
            if answer.lower().startswith(NO):
                return False
        return None

    def put(self, place: Place, value: Any, *, without: Sequence[Place] = ()) -> None:
        """Change the outline and write it down in the journal; what stands at `without` is taken out."""
        self.sheet.put(place, value, without=without)
        self.journal.edited(self.sheet.text)

    def put_all(self, values: Sequence[tuple[Place, Any]]) -> None:
        """Change the outline in several places, as one edit."""
        self.sheet.put_all(values)
        self.journal.edited(self.sheet.text)

    def follow(self, place: Place, old: str) -> None:
        """Let a settled paragraph speak by its new name of what stands at a place, and was called `old`."""
        for wording, text in following(self, place, old):
            self.put(wording, text)

    def remove(self, place: Place) -> None:
        """Take something out of the outline and write it down in the journal."""
        self.sheet.remove(place)
        self.journal.edited(self.sheet.text)

    def end(self, place: Place) -> Place:
        """Return where the next item of the list at `place` goes; a single text there becomes a list."""
        old = self.sheet.get(place)
        if isinstance(old, str):
            self.put(place, [old])
        return (*place, len(self.sheet.get(place) or ()))

    def label(self, key: str | int) -> str:
        """Return what the writer calls a key of the outline."""
        return self.chinese.get(str(key), str(key))

    def key(self, place: Place, label: str) -> str:
        """Return the key that stands, or would stand, for `label` in the mapping at `place`: 要点, or points."""
        for key in self.sheet.get(place) or ():
            if self.label(key) == label:
                return str(key)
        return self.word(label)

    def word(self, label: str) -> str:
        """Return a new key in the language of the file."""
        english = any(key in self.chinese for key in self.sheet.tree)
        return next((key for key, word in self.chinese.items() if word == label), label) if english else label

    def lost(self) -> Lost | None:
        """Return what the last session left unsaved, None when that is nothing new."""
        lost = self.journal.recover()
        return lost if lost and (lost.outline != self.sheet.text or self._was_typing(lost)) else None

    def _was_typing(self, lost: Lost) -> bool:
        return bool(lost.place) and lost.typed != str(self.sheet.get(lost.place) or "")

    def bring_back(self, lost: Lost) -> None:
        """Take up again what the last session left."""
        was_typing = self._was_typing(lost)
        self.sheet.restore(lost.outline)
        if was_typing:
            self.sheet.put(lost.place, lost.typed)
        self.journal.edited(self.sheet.text)

    def save(self) -> None:
        """Save the outline and clear the journal. Raise DrafterError rather than write over what others typed."""
        if self.sheet.changed_outside and not self.agree("提纲文件在别处改过了，要用这里的内容盖掉吗？"):
            raise DrafterError("没有保存，这里的修改都还在", "可以先把提纲文件另存一份，再来保存")
        self.sheet.save()
        self.journal.clear()
