"""How a part of a clause states an amount: verb, indicator, link, figure: 完成|财政收入|3亿元, 种植面积|达|2万亩."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.library.tokens import Token, is_verb, parts, run, stands_free
from drafter.text.frame_words import words_of
from drafter.text.wordclass import ADVERB, VERB, listed

INDICATOR_LENGTHS = range(2, 17)  # characters

# After a verb these make a noun with it, not its object: 种植面积, 接待人数, 覆盖率.
_MEASURE = re.compile("(?:面积|人数|总额|规模|数量|产值|收入|人口|户数|里程|长度|产量|总数|比例|资金|.?[率额量数])")
# The words between what a share is said of and the share: 固定资产投资|较上年同期增长|8%.
_SHARE_WORDS = re.compile(
    "(?:同比|环比|同口径|[较比与]|上年|去年|年初|同期|增长|下降|增加|减少|提高|提升|上升|上涨|降低|增[速幅]|年均|了|占|占比|比重|完成率"
    "|达|达到|为|完成|实现|超额|已|全年|年度|目标|预算|计划|任务|序时|进度|数|的|稳居|位居|位列|排名|排|在|名列|列|居|分别)+"
)
_MOVES = listed("提升 提高 增长 增加 扩大 上升 下降 降低 降 增 减少 压减 稳定 保持 控制")
_TO = listed("至 到 在")


class Amount(NamedTuple):
    """How a part of a clause states its figure: from token to token, and where its indicator stands."""

    begin: int  # first token
    end: int  # behind the last one
    named: tuple[int, int]  # the tokens of the indicator; equal when it has none


def amounts(tokens: Sequence[Token]) -> Iterator[Amount]:
    """Yield the amounts a clause states, one for each of its parts between 、 that holds a single figure.

    The part beside it must not share its figure, as in 救助金、护理补贴5万元 and in 改造5个城中村、旧住宅区.
    """
    stretches = [(begin, end, _figures(tokens, begin, end)) for begin, end in parts(tokens)]
    for number, (begin, end, at) in enumerate(stretches):
        if len(at) == 1 and (amount := _amount(tokens, begin, at[0], end)):
            shared_before = number > 0 and not stretches[number - 1][2]
            shared_behind = number + 1 < len(stretches) and not stretches[number + 1][2]
            governed = amount.begin < amount.named[0] and amount.begin == begin
            if (governed or not shared_before) and not (shared_behind and amount.named[1] == end):
                yield amount


def _figures(tokens: Sequence[Token], begin: int, end: int) -> list[int]:
    return [number for number in range(begin, end) if tokens[number].is_figure]


def is_plain(tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell whether an amount is a share, what its indicator reaches, or begins with a verb that is listed."""
    if tokens[amount.end - 1].is_share or amount.begin == amount.named[0]:
        return True
    return any(token.text in words_of("动词", "支配", "保持") for token in tokens[amount.begin : amount.named[0] + 1])


def head(named: Sequence[Token]) -> str:
    """Return the last word of an indicator, with the one before it when it is a single character: 床位|数."""
    short = len(named) > 1 and len(named[-1].text) == 1
    return "".join(token.text for token in named[-2 if short else -1 :])


def _amount(tokens: Sequence[Token], begin: int, figure: int, end: int) -> Amount | None:
    if tokens[figure].is_share:
        return _share(tokens, begin, figure) if figure == end - 1 else None
    if figure == end - 1:
        return _named_before(tokens, begin, figure)
    return _named_behind(tokens, begin, figure, end)


def _share(tokens: Sequence[Token], begin: int, figure: int) -> Amount | None:
    """Take apart what ends in a share: 增加值|同比增长|{同比:%}."""
    at = figure
    if tokens[figure - 1].text == "的" and tokens[figure].slot == "占比":  # 占|全市|总投资|的
        return next((Amount(k, figure + 1, (k, k)) for k in range(begin, figure) if tokens[k].text == "占"), None)
    while at > begin and _SHARE_WORDS.fullmatch(tokens[at - 1].text):
        at -= 1
    at += tokens[at].text == "数"  # 发案|数|同比下降
    first = run(tokens, begin, at)
    verb = first < at and tokens[first].text in words_of("保持")
    named = _indicator(tokens, first + verb, at)
    if at == figure or (named and not stands_free(tokens, first, verb=verb)):
        return None
    return Amount(first if named else at, figure + 1, named or (at, at))


def _named_before(tokens: Sequence[Token], begin: int, figure: int) -> Amount | None:
    """Take apart what ends in the figure: [verb] indicator [link] figure."""
    end = _link(tokens, begin, figure)
    link = end < figure
    first = run(tokens, begin, end)
    verb = _verb(tokens, first, end)
    if verb is not None and link and verb == first and tokens[verb].text not in words_of("支配"):
        verb = None  # a noun, then: 受益农户|达
    if tokens[figure].text == "{数值:%}" and verb is not None and tokens[verb].text not in words_of("保持"):
        return None
    if verb is None:
        named = _indicator(tokens, first, end)
        return Amount(first, figure + 1, named) if named and stands_free(tokens, first, verb=False) else None
    if verb > first and tokens[verb].text not in words_of("动词", "支配"):
        return None  # within a noun: 限上|批发|销售额
    verbs = _verbs(tokens, verb, end)
    return _governed(tokens, begin, verb, _indicator(tokens, verbs, end, deed=True), figure + 1)


def _link(tokens: Sequence[Token], begin: int, figure: int) -> int:
    """Return where the words begin that tie the figure to what stands before it: 达, 提升|至."""
    if figure - begin > 1 and tokens[figure - 1].text in _TO and tokens[figure - 2].text in _MOVES:
        return figure - 2
    return figure - (figure > begin and tokens[figure - 1].text in words_of("连系"))


def _named_behind(tokens: Sequence[Token], begin: int, figure: int, end: int) -> Amount | None:
    """Take apart what goes on behind the figure: verb figure indicator."""
    verb = figure - 1
    if verb < begin or not is_verb(tokens[verb], following=2) or tokens[end - 1].kind == VERB:
        return None
    if tokens[figure + 1].kind == VERB or run(tokens, figure + 1, end) != figure + 1:
        return None
    return _governed(tokens, begin, verb, _indicator(tokens, figure + 1, end), end)


def _governed(tokens: Sequence[Token], begin: int, verb: int, named: tuple[int, int] | None, end: int) -> Amount | None:
    """Return the amount of a verb that goes with its indicator: 完成…建设, never 建成…建设."""
    if not named or (named[1] - named[0] == 1 and tokens[named[0]].kind == VERB):
        return None
    first, last = tokens[named[0]], tokens[named[1] - 1]
    light = tokens[verb].text in words_of("轻动词", "支配")
    if (last.text in words_of("动名") or first.text in words_of("动词", "两用", "支配")) and not light:
        return None
    begin = _with_adverb(tokens, begin, verb)
    listed = tokens[verb].text in words_of("动词", "支配")
    return Amount(begin, end, named) if stands_free(tokens, begin, verb=listed) else None


def _verb(tokens: Sequence[Token], begin: int, end: int) -> int | None:
    """Return the verb that governs a run, None when there is none, or it makes a noun with the next word (种植面积)."""
    for at in range(begin, end - 1):
        following = end - at - 1
        if is_verb(tokens[at], following):
            free = following != 1 or tokens[at].text in words_of("支配")
            return at if free or not _MEASURE.fullmatch(tokens[at + 1].text) else None
    return None


def _verbs(tokens: Sequence[Token], verb: int, end: int) -> int:
    """Return where the verbs end that begin at `verb`: 排查|整治|隐患."""
    at = verb + 1
    if tokens[verb].text not in words_of("支配", "轻动词"):
        while at < end - 1 and tokens[at].text in words_of("动词"):
            at += 1
    return at


def _indicator(tokens: Sequence[Token], begin: int, end: int, *, deed: bool = False) -> tuple[int, int] | None:
    """Return the tokens of an indicator, None when they are no name of something, or of a deed where one may stand."""
    length = tokens[end - 1].end - tokens[begin].start if begin < end else 0
    if length not in INDICATOR_LENGTHS:
        return None
    first, last = tokens[begin], tokens[end - 1]
    deeds = words_of("动词", "动名")
    action = all(token.text in deeds or _is_deed(token) for token in tokens[begin:end])
    stub = len(first.text) == 1 and (first.kind == VERB or first.text in "出了过到有")
    unfit = stub or first.text in words_of("保持") or (len(last.text) == 1 and not _MEASURE.fullmatch(last.text))
    governs = any(token.text in words_of("内动") for token in tokens[begin + 1 : end - 1])
    return None if (action and not deed) or unfit or governs else (begin, end)


def _is_deed(token: Token) -> bool:
    """Tell whether a word says what is done; 收入 and 增加值 are verbs to the dictionary only."""
    return token.kind == VERB and len(token.text) > 1 and not _MEASURE.fullmatch(token.text)


def _with_adverb(tokens: Sequence[Token], begin: int, verb: int) -> int:
    """Return where the verb with the adverb right before it begins."""
    before = tokens[verb - 1] if verb > begin else None
    adverb = before and before.kind == ADVERB and before.text not in {"不", "未", "非"}
    return verb - 1 if before and (adverb or before.text in words_of("修饰")) else verb
