"""Names without 县 or 镇 where only one's own place is spoken of: 谱写涌山新篇章, 递铺派出所, 黄龙溪古镇."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from drafter.check.residue.bare_counties import is_local
from drafter.check.residue.stems import bare_name, fixed_wording, is_common_toponym, words_of
from drafter.config import table
from drafter.model import Locality, Span
from drafter.text.dictionary import cut, look_up
from drafter.text.gazetteer import Division, Level, divisions
from drafter.text.lookout import Lookout
from drafter.text.names import is_generic
from drafter.text.places import Place, level
from drafter.text.words import NAME_TAGS, tag

_SUFFIXES = ("县", "市", "区", "旗", "镇", "乡", "街道")
_HAN = re.compile("[\u4e00-\u9fff]+")
_WORDS = "[\u4e00-\u9fff]{2,3}?"
_ADJECTIVES = (
    "美丽|幸福|富裕|富美|富强|平安|活力|魅力|和谐|数字|生态|模范|大美|最美|现代化|新时代|社会主义现代化|文明|宜居|康养|品质|实力"
    "|绿色|法治|诗画|红色|锦绣|壮美|多彩|秀美|善美|和美|康美"
)
_CLAIM = re.compile(
    "(?:为|谱写|书写|续写|开创|推动|推进|加快|实现|奋力|助力|建设|打造|展现|展示|贡献|投身|形成|探索|交出|写好|绘就|讲好|凝聚|重振|唱响|支持|关心|参与|助推|描绘)"
    f"({_WORDS})"
    "(?=(?:高质量|跨越式?|经济社会|各项事业|绿色|全面|加快|转型|改革|科学)发展|发展(?:新|的)|各项事业|工作新|实现(?:高质量|跨越|更)|迈上|走在|建设和?发展|乡村振兴|全面振兴|现代化建设"
    "|(?:的)?(?:崭)?新篇章|新辉煌|答卷|样板|样本|力量|智慧|方案|担当|作为|新局面|新画卷|故事|实践|篇章|画卷|特色|雄风|形象|崛起)"
    f"|(?:{_ADJECTIVES}|中国式现代化)(?:、?(?:{_ADJECTIVES}))*新?({_WORDS})"
    "(?=高质量|建设|的(?!人)|而|，|。|、|！|”|(?:崭)?新|作出|贡献|接续|实践|篇章|画卷|答卷|目标)"
    f"|(?:^|[，。；：“\n在让为是了到使的和])({_WORDS})"
    "(?=人民(?:群众)?(?:的|，|。|！|过上|生活|满意|共享|幸福|一定|必[将定])|儿女|大地上|的(?:美好)?(?:明天|未来)|明天|这片|父老|人的|经济社会|各项事业)"
    f"|(?:[把将]|《)({_WORDS})(?=(?:建设|打造|建)[成得好]|乡村振兴|国土空间|全域|农村人居|人居环境|防汛|应急预案|产业发展|文旅)"
    f"|(?:[的丽福美强富谐明]?新|的|丽|福|美|强|富|谐|明)({_WORDS})(?=而(?:努力|不懈|团结|接续)?奋斗|再创|再谱|再上新台阶)",
    re.M,
)
MOST_FAR = 3  # places that bear a name, where none of them is of the office's province
MOST_NAMESAKES = 6  # … and where one is: 新华, 太平 and 红旗 are found everywhere
COMMON = 60  # occurrences in jieba's dictionary from which a word that it takes for no name is none
COMMON_CLOSE = 1500  # … where a place of the office's own city bears it
_NOUNS = frozenset(("n", "s", "nz", "f", "t", "i", "l"))
_DOES = re.compile("(?:做[大强优精好响]|[讲写]好|擦亮|打响|唱响|叫响|放大|用好|建好|守好|富美|[大富]美)[“]?$")
LONGEST = 4  # characters of a stem
MOST_BETWEEN = 4  # words between a name and what it is known for: “澄江|藕粉|”|区域|公用|品牌
# Lone characters that are no part of a name.
_BESIDE = frozenset(
    "的在到和及与等了各是把由于被让从以至将已共有也都不按给用对为全本县市区省州镇乡街年月日元人户个家处名条公里亩吨次年向经使令并又既"
    "村社组办所站新旧原该我你他其每某两一二三四五六七八九十设建修改抓管治查赴驻帮促推保护获"
)
_NEVER = frozenset(
    "的在到和及与等了各是把由于被让从以将已共也都不按给用对为全本县市区省镇乡街个次向经使令并又既其每某我该"
)
_LEADS = _BESIDE | frozenset("成")


@dataclass(frozen=True, slots=True)
class Body:
    """A row of `data/bodies.tsv`: what a name is followed by where a place's own body, sight or product is meant."""

    loose: bool  # up to some characters may stand between: 虎门服装产业集群
    near_only: bool  # villages have such too: a name counts only where a place of the province bears it
    of_quarters: bool  # quarters have such: a name that is found everywhere does not count
    high_only: bool  # only counties have such
    before: re.Pattern[str] | None  # what must stand before the name


def claimed_places(text: str, words: Sequence[str], own: Locality) -> Iterator[Place]:
    """Yield the places not its own that a town's report speaks of as its own; `words` is the cut text."""
    yield from _in_slogans(text, own)
    if level(own.name) is not None:
        yield from _by_bodies(text, words, own)


def _in_slogans(text: str, own: Locality) -> Iterator[Place]:
    for match in _CLAIM.finditer(text):
        stem = next(filter(None, match.groups()))
        several = _named(stem, own)
        near = any(_is_near(each, own) and each.level == Level.COUNTY for each in several)
        if several and _may_be_meant(stem, near=near) and stem not in fixed_wording():
            yield _place(Span(*match.span(match.lastindex or 0)), several, own)


def _may_be_meant(stem: str, *, near: bool) -> bool:
    """Tell whether a stem may name a place in a slogan: it is no word, or at least a county close by bears it."""
    if stem in words_of("ordinary.txt") or stem in words_of("town_words.txt"):
        return False
    is_place = tag(stem) == "ns" and stem[-1] not in "湾区港" and stem not in words_of("homonyms.txt")
    return not is_generic(stem) or is_place or (near and stem not in _ADJECTIVES and _is_rare(stem))


def _is_rare(stem: str) -> bool:
    known = look_up(stem)
    return not known or tag(stem) in NAME_TAGS or known[0] < 2 * COMMON


def _by_bodies(text: str, words: Sequence[str], own: Locality) -> Iterator[Place]:
    starts = list(accumulate(map(len, words), initial=0))
    for found in _lookout().find(text):
        body = bodies()[found.of(text)]
        for span in _stems(text, words, starts, found.start, loose=body.loose):
            several = [each for each in _named(span.of(text), own) if each.level == Level.COUNTY or not body.high_only]
            if several and _is_name(span.of(text), several, own) and _is_claimed(text, span, several, own, body):
                yield _place(span, several, own)
                break


def _stems(text: str, words: Sequence[str], starts: Sequence[int], end: int, *, loose: bool) -> Iterator[Span]:
    """Yield what may be a name before a body, the longest first: words between two edges of words."""
    last = bisect_left(starts, end)
    if last == len(starts) or starts[last] != end:
        yield from _run_over(text, words, starts, last, end)
        return
    lasts = [last]
    while loose and len(lasts) <= MOST_BETWEEN and lasts[-1] > 1 and _goes_between(words[lasts[-1] - 1]):
        lasts.append(lasts[-1] - 1)
    for at in lasts:
        for first in range(max(0, at - LONGEST), at):
            span = Span(starts[first], starts[at])
            if (
                2 <= len(span) <= LONGEST
                and _HAN.fullmatch(span.of(text))
                and _may_begin(text, words, first, span.start)
            ):
                yield span


def _run_over(text: str, words: Sequence[str], starts: Sequence[int], last: int, end: int) -> Iterator[Span]:
    """Yield what no dictionary has and may be a name, where a word runs over its end into a body: 岩|汪|湖景区."""
    for first in range(max(0, last - LONGEST), last):
        span = Span(starts[first], end)
        is_unknown = _HAN.fullmatch(span.of(text)) and not look_up(span.of(text))
        if 2 <= len(span) <= LONGEST and is_unknown and _may_begin(text, words, first, span.start):
            yield span


def _goes_between(word: str) -> bool:
    return word in "”“" or (bool(_HAN.fullmatch(word)) and word not in _BESIDE and len(word) <= LONGEST)


def _may_begin(text: str, words: Sequence[str], first: int, start: int) -> bool:
    """Tell whether the word before a name is no part of it."""
    before = words[first - 1] if first else ""
    return (
        len(before) != 1
        or before in _LEADS
        or not _HAN.match(before)
        or bool(_DOES.search(text, max(0, start - 4), start))
    )


def _is_name(stem: str, several: Sequence[Division], own: Locality) -> bool:
    """Tell whether a stem is nothing else; where a place of the office's city bears it, a rare noun is a name too."""
    if any(stem in words_of(name) for name in ("ordinary.txt", "town_words.txt")) or stem in fixed_wording():
        return False
    if stem in words_of("place_words.txt"):
        return True
    if known := look_up(stem):
        kind = tag(stem)
        close = _is_close(several, own) and known[0] < COMMON_CLOSE
        return kind in NAME_TAGS or known[0] < COMMON or (close and kind in _NOUNS)
    words = cut(stem)
    return any(len(word) == 1 for word in words) and not any(word in _NEVER for word in words)


def _is_claimed(text: str, span: Span, several: Sequence[Division], own: Locality, body: Body) -> bool:
    stem = span.of(text)
    near = any(_is_near(each, own) for each in several)
    if not near and (body.near_only or len(several) > MOST_FAR or stem in words_of("homonyms.txt")):
        return False
    of_town = not (body.loose or body.near_only or body.of_quarters)
    county = any(each.level == Level.COUNTY and _is_near(each, own) for each in several)
    known = (county and stem not in words_of("homonyms.txt")) or (of_town and _is_close(several, own))
    if len(several) > MOST_NAMESAKES and not known:
        return False
    alone = len(several) == 1 and _is_close(several, own)
    if is_common_toponym(stem) and not alone and (body.near_only or body.of_quarters or not near):
        return False
    if body.before and not body.before.search(text, max(0, span.start - 6), span.start):
        return False
    return not is_local(text, stem)


def _named(stem: str, own: Locality) -> list[Division]:
    """Return the divisions that a stem may be short for, none where it is part of the office's own names."""
    if stem in f"{own.name} {own.county} {own.city} {own.province}" or bare_name(own.name) in stem:
        return []
    names = (f"{stem}{suffix}" for suffix in _SUFFIXES)
    return [division for name in names if name in divisions() for division in divisions()[name]]


def _is_near(division: Division, own: Locality) -> bool:
    return bool(own.province) and own.province in division.above


def _is_close(several: Sequence[Division], own: Locality) -> bool:
    """Tell whether one of some divisions is of the office's own city, or county where that is of none."""
    return any({own.city or own.county, own.county} & set(each.above) for each in several)


def _place(span: Span, several: Sequence[Division], own: Locality) -> Place:
    likeliest = next((each for each in several if _is_near(each, own)), several[0])
    return Place(span, Locality(likeliest.place.name), likeliest.level)


@cache
def bodies() -> dict[str, Body]:
    """Return each word of the table with its row."""
    return {word: row for words, row in map(_row, table("bodies.tsv")) for word in words}


def _row(cells: tuple[str, ...]) -> tuple[list[str], Body]:
    how, before, words = cells
    pattern = re.compile(f"(?:{before})[“]?$") if before else None
    return words.split("|"), Body("松" in how, "近" in how, "俗" in how, "县" in how, pattern)


@cache
def _lookout() -> Lookout:
    return Lookout(bodies())
