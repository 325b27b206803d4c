"""What the first screen offers, and what each choice does."""

from __future__ import annotations

import datetime
import itertools
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from drafter import app
from drafter.cli.session.mining import MINE, waiting
from drafter.cli.session.opening.pages import Blank, Choice, Form, Listing, Page
from drafter.cli.session.opening.recent import Recent, outlines, summary, when
from drafter.config import Workspace
from drafter.errors import DrafterError
from drafter.model import Locality

AT_FIRST = 5  # outlines on the first page; the others have one of their own
_NEW, _GO_ON = "新写一份", "接着写"
_KIND, _PERIOD, _NAME, _ABOVE, _FILE = "报告类型", "期间", "单位", ("县", "市", "省"), "存为"
_TOWN, _TIME, _STATE = 26, 13, 11  # columns: 高兴镇 2024年上半年, 今天 08:03, 空着 94
_QUOTES = "\"'“”‘’ "


class Opening:
    """Knows what can be begun with.

    `show` puts a page on the screen, `open` ends with an outline, `mine` leaves the screen to mine reports.
    """

    def __init__(
        self,
        workspace: Workspace,
        show: Callable[[Page], None],
        open_: Callable[[Path], None],
        mine: Callable[[], None],
    ) -> None:
        self.workspace, self.show, self.open, self.mine = workspace, show, open_, mine
        self.waits = waiting(workspace)
        self.recents: Sequence[Recent] = outlines(workspace)
        self._past: Sequence[app.PastReport] | None = None

    # --- the first page ---

    def home(self) -> Listing:
        """Return the first page."""
        return Listing("起草台：要写哪一份？", lambda _: list(self._home()), (_TOWN, _TIME, _STATE))

    def _home(self) -> Iterator[Choice]:
        known = self.recents
        yield from map(self._go_on, known[:AT_FIRST])
        if len(known) > AT_FIRST:
            yield Choice("更多提纲…", lambda: self.show(self._all()), (f"共 {len(known)} 份",), _GO_ON)
        yield Choice("从头新建", lambda: self.show(self.new()), ("选定报告类型、期间和单位",), _NEW)
        yield Choice("照旧报告推出", lambda: self.show(self.past()), ("标题照旧，数字留着待更新",), _NEW)
        yield Choice("打开示例", lambda: self.open(app.open_sample(Path.cwd())), ("看一份填好的半年报告",), _NEW)
        if self.waits:
            yield Choice(MINE, self.mine, (self.waits,), "语料库")

    def _go_on(self, recent: Recent) -> Choice:
        if recent.fault:
            return Choice(recent.path.name, lambda: _refuse(recent.fault), ("打不开，回车看原因",), _GO_ON)
        place = recent.place.name if recent.place else ""
        state = "未保存" if recent.unsaved else f"空着 {recent.open}" if recent.open else "已填满" * bool(recent.parts)
        told = (f"{place} {recent.period}".strip(), when(recent.changed, datetime.datetime.now()), state)
        beside = (f"{told[0]} {recent.kind}".strip(), *summary(recent))
        return Choice(recent.path.name, lambda: self.open(recent.path), told, _GO_ON, beside)

    def _all(self) -> Listing:
        def fitting(typed: str) -> list[Choice]:
            choices = map(self._go_on, self.recents)
            return [each for each in choices if typed in " ".join((each.name, *each.told))]

        return Listing("全部提纲", fitting, (_TOWN, _TIME, _STATE), "查找")

    # --- a new outline ---

    def new(self) -> Form:
        """Return the form for a new outline."""
        kind = app.likely_kind(datetime.date.today())
        place = self._own_place()
        names = (place.county, place.city, place.province) if place else ("", "", "")
        blanks = [
            Blank(_KIND, kind, "←→ 换一种", app.kinds(), typed=False),
            Blank(_PERIOD, "", "回顾的时间"),
            Blank(_NAME, place.name if place else "", "全称，例如 高兴镇"),
            *(Blank(label, name, hint) for label, name, hint in zip(_ABOVE, names, _HINTS, strict=True)),
            Blank(_FILE, "", "存在这个文件夹里"),
        ]
        made = _Made("", names)
        form = Form("从头新建", blanks, "建好提纲，开始写", self._write_new, settle=made.follow)
        form.settle(form)
        return form

    def _own_place(self) -> Locality | None:
        """Return the office of the latest outline; that of the sample is nobody's."""
        own = (each for each in self.recents if each.place and not each.path.name.startswith("示例"))
        return next((each.place for each in own), None)

    def _write_new(self, values: Mapping[str, str]) -> None:
        place = Locality(values[_NAME], *(values[label] for label in _ABOVE)) if values[_NAME] else None
        path = _target(values[_FILE])
        app.new_outline(values[_KIND], path, values[_PERIOD], place)
        self.open(path)

    # --- a past report ---

    def past(self) -> Listing:
        """Return the list of past reports, those of the writer's own office first."""
        if self._past is None:
            own = self._own_place()
            found = app.past_reports(self.workspace, datetime.date.today())
            self._past = sorted(found, key=lambda report: own is None or report.place != own.name)
        return Listing("照哪一份旧报告推出？", self._fitting, (_TOWN,), "查找，或直接输入文件路径")

    def _fitting(self, typed: str) -> list[Choice]:
        word = typed.strip(_QUOTES)
        known = [report for report in self._past or () if word in f"{report.name} {report.place} {report.period}"]
        found = [Choice(each.name, self._rolling(each), (_told(each),), beside=_about(each)) for each in known]
        path = os.path.expanduser(word)  # noqa: PTH111  Path.expanduser raises
        if os.path.isfile(path.partition("#")[0]):  # noqa: PTH113  Path.is_file raises
            name = Path(path).name
            found.insert(0, Choice(name, self._rolling(app.PastReport(path, name)), ("就用这个文件",)))
        return found

    def _rolling(self, report: app.PastReport) -> Callable[[], None]:
        return lambda: self.show(self._roll(report))

    def _roll(self, report: app.PastReport) -> Form:
        periods = report.following
        hint = "F2 换一个，也可以自己写" if len(periods) > 1 else "例如 2024年上半年；不写就往后推一期"
        blanks = [Blank(_PERIOD, periods[0] if periods else "", hint, periods), Blank(_FILE, "", "存在这个文件夹里")]
        made = _Made(report.place)

        def hand_in(values: Mapping[str, str]) -> None:
            path = _target(values[_FILE])
            app.roll_forward(report.path, values[_PERIOD], path, self._own_place())
            self.open(path)

        told = (f"照：{report.name}", *((_told(report),) if report.place or report.period else ()))
        form = Form("照旧报告推出", blanks, "推出提纲，开始写", hand_in, told, made.follow)
        form.settle(form)
        return form


class _Made:
    """Fills in what follows from the rest of a form, as long as the writer has not typed anything else there."""

    def __init__(self, place: str, above: Sequence[str] = ("", "", "")) -> None:
        self.place, self.above = place, above
        self.file = self.period = ""

    def follow(self, form: Form) -> None:
        """Let period, superiors and file name follow from kind, town and period."""
        values = form.values
        if _KIND in values:
            self._period(form, values[_KIND])
            self._superiors(form, values)
        place, kind = values.get(_NAME, self.place), values.get(_KIND, "报告")
        told = kind if kind in {"报告", "总结与计划"} else "报告"
        self.file = _follows(form.blank(_FILE), self.file, _free(f"{place}{form.values[_PERIOD]}{told}"))

    def _period(self, form: Form, kind: str) -> None:
        self.period = _follows(form.blank(_PERIOD), self.period, app.likely_period(kind, datetime.date.today()))

    def _superiors(self, form: Form, values: Mapping[str, str]) -> None:
        towns = app.towns_named(values[_NAME])
        blank = form.blank(_ABOVE[0])
        blank.options = tuple(town.county for town in towns)
        blank.hint = f"有 {len(towns)} 个同名的，F2 换一个" if len(towns) > 1 else _HINTS[0]
        named = [town for town in towns if town.county == blank.value] or towns
        if len(named) == 1:
            above = (named[0].county, named[0].city, named[0].province)
            places = zip(_ABOVE, self.above, above, strict=True)
            self.above = [_follows(form.blank(label), old, name) for label, old, name in places]


_HINTS = ("县、县级市或区", "", "")


def _follows(blank: Blank, made: str, now: str) -> str:
    """Put `now` into a blank that still holds what was made before; return what it holds by itself."""
    if blank.value in {"", made}:
        blank.value = now
        return now
    return made


def _free(begin: str) -> str:
    """Return a file name that is free."""
    names = (f"{begin or '提纲'}{number or ''}.yaml" for number in itertools.count())
    numbered = itertools.chain([f"{begin or '提纲'}.yaml"], itertools.islice(names, 2, None))
    return next(name for name in numbered if not os.path.lexists(name))


def _target(typed: str) -> Path:
    """Return the file an outline goes to; its suffix need not be typed. Raise DrafterError for what names no file."""
    path = Path(os.path.expanduser(typed.strip(_QUOTES) or _free("")))  # noqa: PTH111  Path.expanduser raises
    if not path.name:
        raise DrafterError(f"“{typed}”不是文件名", "请写成 提纲.yaml 这样")
    return path if path.suffix.lower() in {".yaml", ".yml"} else path.with_name(f"{path.name}.yaml")


def _refuse(fault: str) -> None:
    raise DrafterError(fault)


def _told(report: app.PastReport) -> str:
    return f"{report.place} {report.period}".strip() or "还没有整理进语料库"


def _about(report: app.PastReport) -> tuple[str, ...]:
    return tuple(filter(None, (report.title, f"{report.place} {report.period}".strip(), report.name)))
