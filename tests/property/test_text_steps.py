"""Laws of every single cleaning step, over texts made of what it looks for: exact offsets, and twice is once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.text.changes import Step, apply, identity
from drafter.text.normalize import WRAPPED_STEPS

STEPS = dict(WRAPPED_STEPS)
TRIGGERS: dict[str, tuple[str, ...]] = {
    "line ends": ("\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029", "\n"),
    "invisible characters": ("\0", "\x07", "\x7f", "\xad", "\u200b", "\u200e", "\u202a", "\u2060", "\ufeff", "\ue7e3"),
    "widths": ("１", "ＧＤＰ", "ａ", "％", "＋", "／", "．", "―", "─", "\u3000", "\xa0", "\u2003"),
    "one-character numbers": ("⒈", "⑴", "㈠", "⒑", "㈩", "⒛", "①"),
    "paywall marks": ("##paidbegin##", "##paidend##", "##", "#", "paid", "##1##"),
    "readings": ("劃(huà)", "規(guī)", "縣（xiàn）", "公里(km)", "行(xing)", "(ā)", "a(guī)", "規()"),
    "simplified characters": (
        "實業鎮產黨發項進設題",
        "鄉體質強為農縣堅領動",
        "实业镇产党发",
        "後來",
        "乾坤",
        "“實業”",
        "\n",
    ),
    "blank lines": ("\n", "\n\n", " ", "\u3000", "\t", " \n ", "\r"),
    "contents": ("目录\n", "目 录\n", "一、回顾\t1\n", "二、打算……12\n", "三、结语....3", "一、回顾\n", "\n"),
    "page numbers": ("— 3 —\n", "第3页 共10页\n", "1\n", "2\n", "3/10页\n", "Page 4\n", "\n", "长" * 210),
    "web chrome": (
        "打印 关闭\n",
        "来源：日报\n",
        "【我要纠错】来源：网\n",
        "----\n",
        "2024-01-05 10:00\n",
        "首页 > 公开\n",
        "报告_某县政府网\n",
        "ICP备1号\n",
        "|>\n",
        "大\n",
        "\n",
    ),
    "adverts": ("加入素材库会员，联系客服\n", "扫码关注公众号:材料", "加微信", "VIP会员", "每日更新", "网盘", "\n"),
    "blank lines left": ("\n", "\n\n", " ", "\t", " \n "),
    "footnote marks": ("工程【1】", "工程[12]", "战略①，", "战略②\n", "〔2024〕1号", "【待补：数】", "[3]号", "①种植"),
    "heading halves": (
        "一、聚力产业升级 发展动能增强\n",
        "（二）抓好民生  改善福祉\n",
        "三、“双招”工作 成效\n",
        "\n",
        " ",
    ),
    "gaps": ("帮扶 8 次", "陈 曦", "8 %", "a b", "a  b", " ，", "（ 一", "GDP 总量", ". 二", "  "),
    "brackets": ("(一)", "（一)", "(km)", "a(b", ")", "镇(", "(", "%(升)", "\n"),
    "quotes": ('"', "'", '"三农"', "'双减'", "it's", "a'b", "\n"),
    "marks": ("，", ",", "工,", ";", ":", "9:30", "1,234", "好.", "一.", "--", "升--降", "?!", "\n", "3.4:71.4"),
    "doubled marks": ("。。", "，。", "、、", "；：", "。", "，", "好"),
    "broken lines": (
        "作为首\n要任务来抓。",
        "坚持稳中求进工作总基调，\n",
        "（二）打造示范的\n",
        "一、抓产业\n",
        "附件：\n",
        "“双向\n揭榜”",
        "实现“零新增”\n，",
        "\n",
        "团结带领全镇干部群众埋头苦干、奋勇向前，年初确定\n",
    ),
}
CHAINED = frozenset(("paywall marks", "readings", "contents", "page numbers", "brackets", "quotes", "broken lines"))
"""Steps whose change may set off another right beside it: 劃(huà)(ā). They come to rest, as `normalize` lets them."""
COMMON = ("镇", "发展", "。", "，", "2024年", "8", "A", " ", "\n", "（", "）")


def made_of(name: str) -> st.SearchStrategy[str]:
    """Return texts of a step's triggers, ordinary words between them."""
    return st.lists(st.sampled_from((*TRIGGERS[name], *TRIGGERS[name], *COMMON)), max_size=24).map("".join)


def test_every_step_has_texts_that_set_it_off() -> None:
    assert TRIGGERS.keys() == STEPS.keys()


@pytest.mark.parametrize("name", STEPS)
def test_the_texts_set_the_step_off(name: str) -> None:
    many = "".join(TRIGGERS[name]) * 2
    assert list(STEPS[name](many)), f"{name} finds nothing to change in {many!r}"


@pytest.mark.parametrize("name", STEPS)
@given(data=st.data())
@settings(max_examples=80)
def test_offsets_are_exact_after_every_step(name: str, data: st.DataObject) -> None:
    raw = data.draw(made_of(name))
    changes = list(STEPS[name](raw))
    text, offsets = apply(raw, identity(len(raw)), changes)
    starts, ends = list(offsets.starts), list(offsets.ends)
    assert len(starts) == len(ends) == len(text)
    assert all(0 <= start < end <= len(raw) for start, end in zip(starts, ends, strict=True))
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    touched = {at for change in changes for at in range(change.start, change.end)}
    kept = [at for at in range(len(raw)) if at not in touched]
    mapped = [at for at, start in enumerate(starts) if start not in touched]
    assert [text[at] for at in mapped] == [raw[at] for at in kept]
    assert [(starts[at], ends[at]) for at in mapped] == [(at, at + 1) for at in kept]


@pytest.mark.parametrize("name", STEPS)
@given(data=st.data())
@settings(max_examples=80)
def test_a_step_after_itself_changes_nothing(name: str, data: st.DataObject) -> None:
    step: Step = STEPS[name]
    raw = data.draw(made_of(name))
    text, offsets = apply(raw, identity(len(raw)), step(raw))
    if name in CHAINED:
        for _ in raw:
            text, offsets = apply(text, offsets, step(text))
    assert apply(text, offsets, step(text)) == (text, offsets)
