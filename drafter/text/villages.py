"""Villages and residential communities by their pattern: no gazetteer ships their 600,000 names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.model import Span
from drafter.text.words import NAME_TAGS, tag

_HAN = re.compile("[\u3400-\u9fff]+")
_LONGEST = 4
"""Characters of a village's name before 村; longer ones are under one in a hundred."""

# Before 村 and 社区 these words say what kind of village it is, not which.
_KIND_WORDS = """
    行政 自然 中心 示范 试点 重点 特色 样板 标杆 先进 后进 薄弱 贫困 脱贫 帮扶 扶贫 库区 移民 非贫困 民族 少数民族
    旅游 文明 生态 美丽 宜居 卫生 平安 和谐 智慧 未来 数字 绿色 绿美 共富 共同富裕 幸福 精品 传统 文化 淘宝 电商
    产业 专业 种植 养殖 渔业 农业 工业 林业 边远 偏远 相关 所有 部分 全部 其他 其它 有关 周边 附近 邻近 沿线 沿路
    沿河 城市 农村 城乡 城郊 镇区 镇级 乡镇 街道 集镇 圩镇 城镇 联合 基层 新型 国家 省级 市级 县级 规划 整治 森林
    园林 健康 无障碍 全域 老旧 安置 拆迁 搬迁 集中 经济 集体 党建 信用 法治 民主 善治 零碳 低碳 建制 空心 城中 群众
    居民 村民 干部 书记 主任 项目 红色 革命 老区 辖区 片区 小区 景区 园区 校区 营区 学习 网格 连片 地球 度假 三农
    试验 实验 领头 涉农 学习型 服务型 活力 品质 大力发展 重构 奖补 挂点 欠发达 城边 晋位 入口 科普 国际化 网络化
    网格化 老龄化 亚运 迎新 金秋 新建 拓宽 守牢 普惠性 中国 全国 养老 互嵌式 深化 优化 强化 转型 参与 服务 居家
"""
_KINDS = frozenset(_KIND_WORDS.split())
_DIRECTIONS = frozenset("大小上下东西南北新老前后中内外")
_LAND = frozenset("山坪坑岗坝塘庄屯湾岭冲垅圩坡头口桥溪江河家庙寨墩沟洼洲岛港里围垸排背畲坊厂站井泉店园林田埠渡堡桃石")
# Single characters that are words of their own and no part of a name; the verbs only where a third character leads.
_NEVER = frozenset(
    "的在到对和及与等了各全本进驻入每该某我两个名为是把由于被让从以至将已共有多余即也都不无非按给用跟随因镇乡县市区省州村街帮访户"
    "组队片批支座条项处场次年月日其它她他这那此所并且又再更最很第几数整出回来去使令得着过只亿人还原就则可要会能"
)
_VERBS = frozenset("建修改抓选评创派带设送办开打做推挂包赴查沿经连接通投助促拟如像向自含属联达超约近需靠据实获")
_SURE_VERBS = frozenset("抓获属约超")
_NOT_LAST = frozenset("镇乡县市区二三四五六七八九十百千万两几多")  # 全镇村, 章、姚三村
_NOUN_TAGS = frozenset(("n", "nt", "b", "j", "s"))  # 先锋村, but also 典型村: need a village beside them
_FIRST = frozenset("村社")
_ENDING = re.compile("(?:村|社区)(?:委.*|两委.*|党.*|支部.*|村)?")
_SECOND_HALVES = frozenset(("山村", "家村", "东村", "西村", "南村", "北村"))  # 桐|山村, 毛|家村
_LINK = re.compile("[、和与及]")
_UNDER = "镇乡"


def village_spans(text: str, words: Sequence[str], starts: Sequence[int]) -> Iterator[Span]:
    """Yield the spans of names such as 老圩村, 文溪村, 南区社区; `words` is the cut text, `starts` where they begin.

    A name that may be a kind (先锋村, 典型村) counts beside a village it is listed with, or right after its town.
    """
    found = list(_candidates(words, starts))
    sure = [is_name or text[span.start - 1 : span.start] in tuple(_UNDER) for span, is_name in found]
    for neighbours in (pairwise(range(len(found))), pairwise(reversed(range(len(found))))):
        for at, following in neighbours:
            first, second = sorted((found[at][0], found[following][0]))
            if sure[at] and second.start - first.end == 1 and _LINK.match(text, first.end):
                sure[following] = True
    return (span for (span, _), certain in zip(found, sure, strict=True) if certain)


def _candidates(words: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[Span, bool]]:
    """Yield spans that may be villages, with whether they look like a name."""
    maybe = {word for word in set(words) if word[0] in _FIRST or word[-1] == "村"}
    for at in [at for at, word in enumerate(words) if word in maybe]:
        word = words[at]
        if _ENDING.fullmatch(word):
            length, is_name = name_before(words, at)
            stem = "".join(words[max(0, at - 3) : at])[-length:] if length else ""
            if stem and not {stem, stem[-2:], stem[-3:]} & _KINDS:
                yield Span(starts[at] - length, starts[at] + (2 if word.startswith("社") else 1)), is_name
        elif word in _SECOND_HALVES and at and _fits(words[at - 1]):
            yield Span(starts[at] - 1, starts[at] + 2), True
        elif word.endswith("村") and len(word) > 2 and tag(word) == "ns" and word[:-1] not in _KINDS:
            yield Span(starts[at], starts[at] + len(word)), True


def name_before(words: Sequence[str], at: int) -> tuple[int, bool]:
    """Return how many characters before the word `at` (村, 村委会 …) may be its name, and whether they look so."""
    last = words[at - 1] if at else ""
    before = words[at - 2] if at > 1 else ""
    if not _HAN.fullmatch(last) or (last[-1] in _NOT_LAST and last[0] not in _DIRECTIONS):
        return 0, False
    if len(last) == 1 and last in _LAND and 1 < len(before) < _LONGEST:
        return len(before) + 1, tag(before) in NAME_TAGS
    if len(last) > 1:
        is_name = tag(last) in NAME_TAGS or last.endswith("家")
        fits = len(last) <= _LONGEST and (is_name or tag(last) in _NOUN_TAGS)
        return (len(last) + (before in _DIRECTIONS), is_name) if fits else (0, False)
    run = 0
    while run < 3 and run < at and _fits(words[at - 1 - run]):
        run += 1
    if run and words[at - run] in (_VERBS if run == 3 else _SURE_VERBS):
        run -= 1
    return (run, True) if run > 1 else (0, False)


def _fits(word: str) -> bool:
    """Tell whether a single character may belong to a name."""
    return len(word) == 1 and word not in _NEVER and bool(_HAN.fullmatch(word))
