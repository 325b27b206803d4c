"""Far towns whose name stands without 镇 or 乡: 夹关茶旅小镇, in a report of a town elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from drafter.check.residue.bare_counties import goes_on, is_local
from drafter.check.residue.stems import bare_name, fixed_wording, is_common_toponym, words_of
from drafter.model import Locality, Span
from drafter.text.dictionary import look_up
from drafter.text.gazetteer import Division, divisions
from drafter.text.places import Place, level
from drafter.text.words import NAME_TAGS, tag

MOST_NAMESAKES = 3  # divisions that bear a name before it tells none …
MOST_SPOKEN_OF = 6  # … and where what follows tells that it is a town
LONGEST = 4  # characters of a stem
RARE = 60  # occurrences in jieba's dictionary below which a word that it takes for a name is one
RARE_WORD = 12  # … and one that it takes for a word
RARE_NAME = 1500  # … and a name or adjective by which produce is called: 贤良甜桔柚
_MARKS = frozenset("，。；：“\n")
MOST_NAMED = 2  # times; what a report names more often is a village of its own
_SUFFIXES = ("镇", "乡", "街道", "县", "区", "市")  # counties too, where their name alone may be a word: 武侯
_HAN = re.compile("[\u4e00-\u9fff]+")
_TAGS = NAME_TAGS | {"n", "s"}
# Lone characters that may stand beside a name …
_BESIDE = frozenset(
    "的在到和及与等了各是把由于被让从以至将已共有也都不按给用对为全本县市区省州镇乡街年月日元人户个家处名条公里亩吨次年向经使令并又既"
)
# … and those that are hardly part of one of two: 和|新, 一|街, 大|平台.
_SELDOM = _BESIDE | frozenset("一二三四五六七八九十两几百千万亿第更再最很可要会能出回来去得着过组队下内外大小新做村")
_PRODUCE = (
    "[茶米果桃梨枣柚橙桔橘李杏瓜菜菇药参鱼虾蟹鸡鸭鹅猪牛羊酒醋豆椒蒜姜葱藕薯莓笋](?![园林场村塘山湖河])|葡萄|核桃|板栗|石榴|枇杷"
    "|柿子|木耳|莲子|花生|蜂蜜|豆腐|小吃|名片|米粉|蔬菜|渔港|油茶|烟叶|花卉|苗木|陶瓷|家具|农家乐|民宿|特产|美食|农产品"
    "|剪纸|刺绣|山歌|花灯|龙舟|庙会|灯会|大集|皮影|年画|竹编"
)
_SIGHTS = (
    "小镇|古镇|古城|古寨|老街|古街|景区|园区|产业园|工业园|工业区|物流园|新城|商圈|集聚区|示范区|开发区|夜市|灌区|口岸|码头|火车站|高铁站|互通"
    "|收费站|马拉松|旅游节|文化节|博物馆|文化馆|抽水蓄能|水电站|垃圾中转站|污水处理厂"
)
# Behind a name, these say that it is spoken of as of one's own town, or for what it is known for.
_RIGHT_BEHIND = re.compile(
    "(?:全)?(?:经济(?![圈带区])|产业(?!发展标)|文旅|旅游|灾后|境内|全域|全境|干部|群众|百姓|乡亲|人民|儿女|学子|农民|居民|形象|速度|样板|力量"
    "|特色|故事|声音|味道|实践|方案|答卷|篇章|商会|企业家|税务|供销社|信用社|驻地|交警|消防|夜经济|茶旅|农旅)"
    "|(?:中心)?卫生院|派出所|司法所|财政所|供电所|敬老院|中心小学|中心校|中心幼儿园|场镇|集镇|镇区|圩镇|党委|政府|党政班子|上下|籍"
    "|(?:的|实现|经济社会)?高质量|的(?:明天|未来|发展|绿|天|山|父老|好)|大地|振兴|发展|建设|在全[市省]|成功|获评|荣获|入选"
)
# Villages are listed, counted and worked at; companies are called so.
_NOT_ALONE = re.compile(
    "[、0-9～—-]|[\u4e00-\u9fff]{0,6}(?:公司|科技|集团|酒店|超市|合作社|小区|花园|水库|电站|大桥|小学|中学|学校|幼儿园|广场|大厦|项目|工程|水(?:质|系)|流域|煤矿|矿)"
    "|[和与及至到]|[等两三四五六七八九十几]|组|片|段|路|线|区"
)
_KNOWN_FOR = re.compile(f"[\u4e00-\u9fff]{{0,4}}?(?:{_PRODUCE}|{_SIGHTS})")
_MAKES = re.compile(f"[\u4e00-\u9fff]{{0,4}}?(?:{_PRODUCE})")
_OF_TOWN = re.compile(f"{_KNOWN_FOR.pattern}|{_RIGHT_BEHIND.pattern}")


def bare_towns(text: str, words: Sequence[str], own: Locality) -> Iterator[Place]:
    """Yield the towns of other cities that a town's report names without 镇; `words` is the cut text."""
    if level(own.name) is None:
        return
    starts = list(accumulate(map(len, words), initial=0))
    for first in range(len(words)):
        if text[starts[first] : starts[first] + 2] not in divisions().beginnings:
            continue
        if first and not _is_beside(words[first - 1]):
            continue
        for last in range(first + 1, min(first + LONGEST, len(words)) + 1):
            if starts[last] - starts[first] > LONGEST or not _HAN.match(words[last - 1]):
                break
            span = Span(starts[first], starts[last])
            if not _namesakes(span.of(text)):
                continue
            in_front = first == 0 or words[first - 1] in _MARKS
            sure = in_front and bool(_KNOWN_FOR.match(text, span.end))
            if not _is_name(words[first:last], sure=sure) or not _ends(text, words, last, span.end):
                continue
            towns = _towns(span.of(text), own)
            if towns and _is_spoken_of(text, span, len(towns)):
                yield Place(span, Locality(towns[0].place.name), towns[0].level)


def _towns(stem: str, own: Locality) -> Sequence[Division]:
    """Return the divisions of a stem, none where many bear it, or one may be the office's neighbour."""
    if len(stem) < 2 or stem[-1] in "村路街":
        return ()
    several = [division for name in _namesakes(stem) for division in divisions()[name]]
    ours = {own.county, own.city or own.county} - {""}
    near = (
        stem in f"{own.name}{own.county}{own.city}"
        or bare_name(own.name) in stem
        or any(ours & set(each.above) for each in several)
    )
    return several if len(several) <= MOST_SPOKEN_OF and not near else ()


def _namesakes(stem: str) -> list[str]:
    """Return the names of divisions that begin with a stem."""
    return [name for suffix in _SUFFIXES if (name := f"{stem}{suffix}") in divisions()]


def _is_name(words: Sequence[str], *, sure: bool) -> bool:
    """Tell whether words that may make a town's stem are nothing else; `sure` where produce is called by them."""
    if len(words) > 1:
        seldom = _SELDOM if len(words) == 2 and not sure else _BESIDE
        if any(word in seldom for word in words) or not any(len(word) == 1 for word in words):
            return False
    else:
        known, kind = look_up(words[0]) or (RARE_NAME, ""), tag(words[0])
        rare = known[0] < (RARE if kind in NAME_TAGS else RARE_WORD) and kind in _TAGS
        if not rare and not (sure and known[0] < RARE_NAME and (kind in NAME_TAGS or kind == "a")):
            return False
    stem = "".join(words)
    return not (stem in words_of("town_words.txt") or stem in words_of("ordinary.txt") or stem in fixed_wording())


def _ends(text: str, words: Sequence[str], last: int, end: int) -> bool:
    """Tell whether the word behind a stem is no part of its name: 塘下|涌."""
    return last < len(words) and (_is_beside(words[last]) or bool(_OF_TOWN.match(text, end)))


def _is_beside(word: str) -> bool:
    """Tell whether a word may stand beside a name without being part of it: not 黄 before 贝岭."""
    return len(word) > 1 or not _HAN.match(word) or word in _BESIDE


def _is_spoken_of(text: str, span: Span, namesakes: int) -> bool:
    """Tell whether a name is spoken of as a town, and never as a village or river of the report's own."""
    stem = span.of(text)
    if (
        (stem[-1] in "江河湖溪" and look_up(stem))
        or goes_on(text, span)
        or is_local(text, stem)
        or text.count(stem) > MOST_NAMED
        or (is_common_toponym(stem) and not _MAKES.match(text, span.end))
    ):
        return False
    before = text[max(0, span.start - 1) : span.start]
    if _OF_TOWN.match(text, span.end):
        return before != "、"
    listed = before in {"、", "～", "—", "-", "和", "与", "及", "到", "至"}
    return namesakes <= MOST_NAMESAKES and not listed and not _NOT_ALONE.match(text, span.end)
