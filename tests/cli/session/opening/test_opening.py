"""The first screen by its keys: go on with an outline, begin a new one, roll a past report forward, open the sample."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from prompt_toolkit.input import PipeInput

from drafter import app
from drafter.cli.session.opening.choices import Opening
from drafter.cli.session.opening.pages import Page
from drafter.cli.session.opening.recent import outlines, read, when
from drafter.cli.session.opening.run import begin
from drafter.config import Workspace
from drafter.errors import DrafterError

CLEAR = "\x01\x0b"
UP, DOWN, RIGHT, F1, F2 = "\x1b[A", "\x1b[B", "\x1b[C", "\x1bOP", "\x1bOQ"
Worked = Callable[..., Path | None]


@pytest.fixture
def folder(tmp_path: Path, small_report: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty workspace, as the folder worked in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "去年.txt").write_text(small_report, encoding="utf-8")
    return tmp_path


@pytest.fixture
def worked(folder: Path, keys: PipeInput, screen: StringIO, monkeypatch: pytest.MonkeyPatch) -> Worked:
    """Return a function that works the first screen by keys, and returns the outline chosen."""
    assert screen is not None
    monkeypatch.setattr("drafter.app.likely_kind", lambda _: "年度报告")

    def worked(*pressed: str) -> Path | None:
        keys.send_text("".join(pressed))
        return begin(Workspace(folder))

    return worked


def test_an_outline_is_opened_by_its_digit_or_by_enter(worked: Worked, outline: Path, folder: Path) -> None:
    (folder / "别的.yaml").write_text("services: {}\n", encoding="utf-8")
    assert worked("1") == outline
    assert worked("\r") == outline
    assert worked("9", "\r") == outline  # a digit that nothing stands behind


def test_a_new_outline_holds_what_the_form_says(worked: Worked, folder: Path) -> None:
    path = worked("1", RIGHT, RIGHT, DOWN, CLEAR, "2031", DOWN, "新界埠镇", DOWN, DOWN, DOWN, DOWN, CLEAR, "甲", "\r\r")
    assert path == Path("甲.yaml")
    text = (folder / "甲.yaml").read_text(encoding="utf-8")
    assert "名称: 新界埠镇\n  县: 上高县\n  市: 宜春市\n  省: 江西省\n" in text
    assert "期间: 2031年" in text


def test_kind_and_period_go_together_and_a_fault_is_told_in_place(
    worked: Worked, folder: Path, screen: StringIO
) -> None:
    filled = (DOWN, CLEAR, "2031年上半年", DOWN, CLEAR, "青石镇", DOWN * 5, "\r")
    assert worked("1", *filled, "\x11") is None
    assert "对不上" in screen.getvalue()
    assert worked("1", *filled, UP * 7, RIGHT, DOWN * 7, "\r") == Path("青石镇2031年上半年报告.yaml")
    made = (folder / "青石镇2031年上半年报告.yaml").read_text(encoding="utf-8")
    assert "报告类型: 半年报告\n期间: 2031年上半年" in made


def test_a_county_of_several_is_chosen(worked: Worked, folder: Path) -> None:
    path = worked("1", DOWN, DOWN, "高兴镇", DOWN, F2, F2, DOWN * 4, "\r")
    assert path is not None
    assert "县: 岚山区\n  市: 日照市\n" in (folder / path).read_text(encoding="utf-8")


def test_a_report_of_the_corpus_is_rolled_forward(worked: Worked, folder: Path) -> None:
    path = worked("2", "去年", "\r", CLEAR, "2024年上半年", DOWN, CLEAR, "今年.yaml", "\r\r")
    assert path == Path("今年.yaml")
    assert "待更新：旧值 4.2】, 单位: 万亩" in (folder / "今年.yaml").read_text(encoding="utf-8")


def test_a_report_may_be_named_by_its_path(worked: Worked, folder: Path, small_report: str) -> None:
    (folder / "别处").mkdir()
    (folder / "别处" / "旧.txt").write_text(small_report, encoding="utf-8")
    path = worked("2", f"'{folder / '别处' / '旧.txt'}'", "\r", DOWN, CLEAR, "推出", "\r\r")
    assert path == Path("推出.yaml")
    assert "期间: 2023年前三季度" in (folder / "推出.yaml").read_text(encoding="utf-8")


def test_what_is_no_report_is_refused_and_the_form_stays(worked: Worked, folder: Path, screen: StringIO) -> None:
    (folder / "corpus" / "去年.txt").write_text("今天天气很好。\n", encoding="utf-8")
    assert worked("2", "\r", DOWN, DOWN, "\r", "\x11") is None
    assert "看不出这是一篇工作报告" in screen.getvalue()


def test_whatever_is_typed_as_a_path_is_taken_calmly(worked: Worked, folder: Path, screen: StringIO) -> None:
    assert worked("2", "甲" * 300, "\r", "\x11") is None
    assert worked("2", "~没有这个人/甲", "\r", "\x11") is None
    assert worked("1", DOWN * 6, CLEAR, "/", DOWN, "\r", "\x11") is None
    assert "不是文件名" in screen.getvalue()
    assert not list(folder.glob("*.yaml"))


def test_an_outline_that_cannot_be_read_is_explained_in_place(worked: Worked, folder: Path, screen: StringIO) -> None:
    (folder / "坏.yaml").write_text("报告类型: [\n", encoding="utf-8")
    recents = [read(each, Workspace(folder)) for each in outlines(Workspace(folder))]
    shown: list[Page] = []
    opening = Opening(Workspace(folder), shown.append, lambda _: None, lambda: None)
    opening.recents = recents
    with pytest.raises(DrafterError, match="不符合提纲的写法"):
        opening.home().shown[0].chosen()
    assert not shown
    assert worked("\x11") is None
    assert "坏.yaml" in screen.getvalue()


def test_the_sample_is_opened_and_not_written_over(worked: Worked, folder: Path) -> None:
    path = worked("3")
    assert path == folder / "示例_半年报告.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("云岫镇", "青石镇"), encoding="utf-8")
    assert worked("1") == path
    assert "青石镇" in path.read_text(encoding="utf-8")


def test_help_goes_away_and_leaving_leaves(worked: Worked) -> None:
    assert worked(F1, "x", "\x11") is None
    assert worked("1", "\x03") is None


def test_outlines_tell_their_state(outline: Path, folder: Path) -> None:
    (folder / "坏.yaml").write_text("报告类型: [\n", encoding="utf-8")
    found = {each.path.name: read(each, Workspace(folder)) for each in outlines(Workspace(folder))}
    good, bad = found[outline.name], found["坏.yaml"]
    assert (good.kind, good.period, good.open, good.unsaved) == ("半年报告", "2031年上半年", 2, False)
    assert good.place
    assert good.place.name == "青石镇"
    assert "不符合提纲的写法" in bad.fault


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ((2024, 8, 2, 8, 3), "今天 08:03"),
        ((2024, 8, 1, 23, 0), "昨天 23:00"),
        ((2024, 3, 2, 8, 0), "3月2日"),
        ((2023, 12, 31, 8, 0), "2023年12月31日"),
    ],
)
def test_times_are_said_as_people_say_them(moment: tuple[int, ...], said: str) -> None:
    assert when(datetime.datetime(*moment), datetime.datetime(2024, 8, 2, 9, 0)) == said  # type: ignore[arg-type]


def test_the_period_follows_the_kind_and_the_superiors_the_town(worked: Worked, folder: Path) -> None:
    path = worked("1", RIGHT, DOWN, DOWN, "新界埠镇", DOWN * 5, "\r")
    assert path is not None
    assert "上半年" in path.name
    worked("1")  # the outline of a town is there now: its superiors stand in the form, and go when it goes
    path = worked("2", DOWN, DOWN, "桂竹帽镇", DOWN * 5, "\r")
    assert path is not None
    assert "县: 寻乌县\n  市: 赣州市" in (folder / path).read_text(encoding="utf-8")


def test_what_the_form_holds_is_typed_over(worked: Worked, folder: Path) -> None:
    path = worked("1", DOWN, "2031年", DOWN, "青石镇", DOWN, "云溪县", UP, "新界埠镇", DOWN, "高安市", DOWN * 4, "\r")
    assert path is not None
    text = (folder / path).read_text(encoding="utf-8")
    assert "期间: 2031年\n" in text
    assert "名称: 新界埠镇\n  县: 高安市\n" in text


def test_of_what_is_pasted_a_line_is_taken(worked: Worked, folder: Path) -> None:
    path = worked("1", DOWN, DOWN, "\x1b[200~ 新界埠镇\r\n固定资产投资\t3.2亿\r\n\x1b[201~", DOWN * 5, "\r")
    assert path is not None
    assert "名称: 新界埠镇\n  县: 上高县" in (folder / path).read_text(encoding="utf-8")


def test_reports_that_wait_are_mined_from_the_first_screen(worked: Worked, folder: Path, screen: StringIO) -> None:
    assert worked("4", "\x11") is None
    assert "1 个文件还没整理" in screen.getvalue()
    assert (folder / ".drafter").is_dir()
    assert app.unmined(Workspace(folder)) == 0
