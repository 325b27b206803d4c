"""The words around a figure: which are verbs, and which only tie it to its indicator or say when and where it holds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from drafter.model import Span
from drafter.text.dictionary import cut
from drafter.text.frame_words import governs, words_of
from drafter.text.wordclass import ADVERB, VERB, kind_of, listed

_TO = "[-—~～至到]{1,2}"
_MONTH = rf"(?:\d{{1,2}}月?份?{_TO})?\d{{1,2}}月(?:份|底|末|初|[上中下]旬|\d{{1,2}}日)?"
_YEAR = "(?:20\\d\\d|今|去|明|当|本|上)年"
_PART = "上半年|下半年|半年|前三个?季度|第?[一二三四1-4]季度|前[一二三四五六七八九十\\d]+个?月"
_TIME = (
    rf"(?:截[至止]到?(?:目前|当前|今)?|到)?(?:{_YEAR}度?(?:{_PART}|{_MONTH}|[底初末])?|{_PART}|{_MONTH})"
    "(?:以来|来|末|底|止|为止|期间|度)?"
)
# When, where and how it was done: no part of an indicator. A word that begins others counts only before none of them.
_SETTING = """
    截[至止][目当]前 截[至止] 到目前为止 目前 现在 近年来 全年 年内 年底前 期间 以来 镇域 辖区内? 我们
    政府(?!债|采购|投资|性|购买|网站) [全我本各](?:镇|乡|县|市|区|村|街道|社区)(?![\u4e00-\u9fff]{1,2}[级办])
    共计 总计 合计 累计 先后 其中 此外 另外 另(?=有) 尤其是 特别是 把(?!关|握|脉) 逐[户村人项个级] 做到 依法(?:依规)?
    同时 并且 并(?!联|购) 已经 已(?!婚) 均(?!等|价|衡) 也 还(?!款) 又
    再(?!生|造|贷|就) 更(?!新|换) 仅 将(?!军) 共(?!享|建|治|同|青|产|筹|管) 可(?=实现|完成|达|新增|带动|望|突破|节约)
    [上省市县区]级?下达 现有 拥有 实有 有(?!机|效|线|序|色|偿|害|限|关)
    拟 预计 力争 确保 计划(?!投资|生育) 争取(?=.*(?:达|实现|完成))
    成功 全力 持续 继续 不断 积极(?!分子) 主动 扎实 大力 认真 精准(?!扶贫|帮扶|识别) 妥善 严格 严厉 及时
    有效(?!发明|专利|期|投资|灌溉) 有序 稳步 顺利 深入 基本(?!农田|公共|医疗|养老|药物|草原|生活) 保质保量
    超额 提前 率先 实际(?!利用|使用|到位|投放|投入) 全面(?!小康|预算|二孩) 高质量(?!发展)
    高标准(?!农田|基本农田|水田) 高水平 高效(?!节水|农业|设施) 科学(?!技术|试验|实验|家|馆) 规范(?![化性])
    常态化(?!疫情)
"""
_HEAD = re.compile(
    f"(?:{_TIME}|(?:{'|'.join(_SETTING.split())})(?!率)|[，、：:；（(]|和(?![谐美平睦])|及(?![时格])|与(?!会)"
    "|(?:完成|实现|达成|进行)[了好]?)"
)
# What ties an indicator to its figure; a character that ends others counts only behind none of them: 审计, 违法行为.
_TIES = """
    分别 平均 (?<![人户年月日地亩])均 均能 已 (?<!许)可 将 预计 最终 总共 总计 合计 共计 累计 (?<!公)共
    达成 达到 (?<![传到表发])达 (?<![行作])为 (?<![审统设会估合累])计 是 (?<!技术)突破 超过 (?<!赶)超 至 (?<![报签])到
    在
    (?<![国所拥])有 仅 (?<!成)就 了 (?<![签预节履违集])约 各 整体 总体 每[年月日人户亩] 高达 多达 完成 实现
    (?:提高|增长|增加|提升|跃升|攀升|上升|扩大|下降|降低|减少|回落|压减|压降|发展|控制|保持|稳定|维持|扩|增|升|降|减)(?:至|到|在|为)
    [：:，、]
"""
_LINK = re.compile(f"(?:{'|'.join(_TIES.split())})$")
_MEASURE = re.compile("(?:收入|税|[额量数率值]|面积|人口|投资|产业|经济)$")
PREPOSITIONS = listed("对 为 向 把 将 给 与 从 于 由 使 让 被 以 按 在 因 同 每 针对 面向 围绕 聚焦 依托 结合 其中 到")
"""Before a figure they say to whom or where something is done: 对281个果园, 为15名老人."""


class Word(NamedTuple):
    """A word of a stretch of text."""

    text: str
    start: int  # in the whole text
    kind: int  # see wordclass

    @property
    def end(self) -> int:
        """Return where it ends."""
        return self.start + len(self.text)

    def is_verb(self, following: int = 2) -> bool:
        """Tell whether it governs the `following` words; 收入 and 面积 do not, whatever the dictionary says."""
        if _MEASURE.search(self.text) and self.text not in words_of("两用"):
            return False
        return governs(self.text, self.kind, following) or self.text in words_of("支配", "轻动词")


def words(text: str, span: Span) -> tuple[Word, ...]:
    """Return the words of a stretch of text, cut by itself: 日|处理污水 is never looked into from outside."""
    return tuple(Word(word, span.start + start, kind) for word, start, kind in _cut(span.of(text)))


@lru_cache(maxsize=1024)
def _cut(stretch: str) -> tuple[tuple[str, int, int], ...]:
    found, at = [], 0
    for word in cut(stretch):
        found.append((word, at, kind_of(word)))
        at += len(word)
    return tuple(found)


def without_head(text: str, span: Span) -> Span:
    """Return a stretch without what only says when, where and how, and without 完成: 今年以来累计完成|造林."""
    while len(span) and (match := _HEAD.match(text, span.start, span.end)):
        span = Span(match.end(), span.end)
    return span


def without_link(text: str, span: Span) -> Span:
    """Return a stretch without what ties it to the figure behind it: 覆盖率|均达, 公办幼儿园|增至."""
    while len(span) and (match := _LINK.search(text, span.start, span.end)):
        span = Span(span.start, match.start())
    return span


def ends_with_verb(text: str, span: Span) -> bool:
    """Tell whether a stretch ends with a verb that wants an object: 新增, 建成了; 总投资 does not."""
    found = words(text, Span(span.start, span.end - text[: span.end].endswith("了")))
    if not found:
        return False
    last = found[-1]
    if last.text in words_of("两用") and len(found) > 1 and found[-2].kind != ADVERB and not found[-2].is_verb():
        return False
    return last.is_verb() or (last.kind == VERB and not is_measure(last.text))


def first_verb(text: str, span: Span) -> Word | None:
    """Return the first verb of a stretch that governs what follows, None when there is none."""
    found = words(text, span)
    return next((word for at, word in enumerate(found) if word.is_verb(len(found) - 1 - at)), None)


def is_measure(noun: str) -> bool:
    """Tell whether a noun is something measured: 收入, 覆盖率, 面积."""
    return bool(_MEASURE.search(noun))
