"""Amounts taken apart: verb, indicator, link, figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from drafter.library.amounts import amounts, head, is_plain
from drafter.library.slots import Word, slots
from drafter.library.tokens import Token, tokens_of

Reader = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def tokens(as_words: Callable[[str], list[Word]]) -> Callable[[str], list[Token]]:
    """Return a function that reads a clause as words and slots."""
    return lambda clause: tokens_of(clause, as_words(clause), slots(clause, as_words(clause)) or ())


@pytest.fixture(scope="module")
def read(tokens: Callable[[str], list[Token]]) -> Reader:
    """Return a function that gives the amounts of a clause as (what it says, indicator)."""

    def stated(clause: str) -> list[tuple[str, str]]:
        row = tokens(clause)
        return [(written(row[each.begin : each.end]), written(row[slice(*each.named)])) for each in amounts(row)]

    return stated


def written(row: Sequence[Token]) -> str:
    """Return tokens as text."""
    return "".join(token.text for token in row)


@pytest.mark.parametrize(
    ("clause", "text", "indicator"),
    [
        ("全镇完成早稻种植面积2.2万余亩", "完成早稻种植面积{数值:亩}", "早稻种植面积"),
        ("早稻种植面积达20090亩", "早稻种植面积达{数值:亩}", "早稻种植面积"),
        ("受益农户达300户", "受益农户达{数值:户}", "受益农户"),
        ("累计检查生产经营单位160家次", "累计检查生产经营单位{数值:家次}", "生产经营单位"),
        ("排查整治安全隐患30处", "排查整治安全隐患{数值:处}", "安全隐患"),
        ("成立5个志愿服务队", "成立{数值:个}志愿服务队", "志愿服务队"),
        ("规模以上工业增加值增长5%", "规模以上工业增加值增长{同比:%}", "规模以上工业增加值"),
        ("实现农业产值同比增长5%", "实现农业产值同比增长{同比:%}", "农业产值"),
        ("绿化覆盖率提升至45%", "绿化覆盖率提升至{数值:%}", "绿化覆盖率"),
        ("电诈发案数同比下降9%", "电诈发案数同比下降{同比:%}", "电诈发案数"),
        ("完成高标准农田建设4977亩", "完成高标准农田建设{数值:亩}", "高标准农田建设"),
    ],
)
def test_an_amount_is_taken_apart(read: Reader, clause: str, text: str, indicator: str) -> None:
    assert read(clause) == [(text, indicator)]


@pytest.mark.parametrize(
    "clause",
    [
        "今年投入2800万元打造示范样板",  # what the money is for would be lost
        "扎实推进乡村振兴",  # no figure
        "建成高标准农田建设3000亩",  # 建设 is completed, not built
        "日处理污水达300吨",  # 日 is part of it
        "外出招商6次",  # nothing is named
        "发放救助金、护理补贴91万元",  # the figure is both's
        "完成5个城中村、旧住宅区管道铺设",  # so here
    ],
)
def test_what_is_not_sure_is_left_alone(read: Reader, clause: str) -> None:
    assert read(clause) == []


def test_each_item_of_a_list_is_an_amount(read: Reader) -> None:
    assert read("出动执法车辆500台次、检查人员2000人次") == [
        ("出动执法车辆{数值:台次}", "执法车辆"),
        ("检查人员{数值:人次}", "检查人员"),
    ]


@pytest.mark.parametrize(
    ("clause", "plain"), [("完成投资3亿元", True), ("种植面积达3亩", True), ("建造房屋3处", False)]
)
def test_a_listed_verb_or_a_link_makes_an_amount_plain(
    tokens: Callable[[str], list[Token]], clause: str, plain: bool
) -> None:
    row = tokens(clause)
    (amount,) = amounts(row)
    assert is_plain(row, amount) is plain


def test_a_head_of_one_character_takes_the_word_before(tokens: Callable[[str], list[Token]]) -> None:
    assert head(tokens("养老床位数")) == "床位数"
    assert head(tokens("早稻种植面积")) == "面积"
