"""The verbs that indicators and deeds begin with (`data/verbs.tsv`): what is done, or what has become of something."""

from __future__ import annotations

import re
from functools import cache

from drafter.config import table

LONGEST_VERB = 4  # characters: 改造提升
SHORTEST_OBJECT = 2
_THINGS = re.compile("清洁(?:取暖|能源)")
_SUBJECT = re.compile("工程|项目|资金|任务|面积|工作(?!室|站)|中心|方案")
_MEASURED = re.compile("率|面积|总?量|总?额|人?数")  # 化解率 is no deed


def verb_of(indicator: str) -> str:
    """Return the verb of an indicator that is a deed itself: 发放 of 发放低保金; "" of 种植面积 and 培训人数."""
    for length in range(min(LONGEST_VERB, len(indicator)), 0, -1):
        verb, thing = indicator[:length], indicator[length:]
        whole = len(thing) >= SHORTEST_OBJECT
        if verb in _words("必动") and (not thing or (whole and not _regex("不跟").match(thing))):
            return verb
        if verb in _words("两用") and whole and not _regex("名尾").search(thing):
            return verb
    new = indicator.startswith("新") and verb_of(indicator[1:])  # 新开通, 新发展; 新能源 has no verb
    return f"新{new}" if new else ""


def as_deed(indicator: str) -> str:
    """Return an indicator of an affair that was dealt with, its verb in front: 化解信访 for 信访化解."""
    verbs, thing = "", indicator
    while verb := next((verb for verb in _words("倒说") if thing.endswith(verb)), ""):
        verbs, thing = verb + verbs, thing.removesuffix(verb)
    return verbs + thing if verbs and len(thing) >= SHORTEST_OBJECT else indicator


def is_shared(verb: str) -> bool:
    """Tell whether one `verb` can govern several indicators: 发放低保金5万元、高龄津贴3万元."""
    return bool(verb) and verb not in _words("轻")


@cache
def is_doing(deed: str) -> bool:
    """Tell whether a deed says what was done (完成集镇改造), not what has become of something (集镇改造完成)."""
    text = deed.lstrip("“")
    while manner := _start(text, "方式"):
        text = text[len(manner) :]
    return any(_start(text, group) for group in ("必动", "两用", "事项", "介词")) and not _is_noun(text)


def settles(text: str) -> bool:
    """Tell whether a deed tells what came of things told before it: 办结事项, 帮助企业解决难题."""
    return bool(_start(text, "后办")) or bool(_helps().match(text))


def head_of(indicator: str) -> str:
    """Return the head noun of an indicator that several may share: 参保率, 种植面积; "" when it has none."""
    return next((head for head in _longest_first("名头") if indicator.endswith(head) and indicator != head), "")


def shared_start(one: str, other: str) -> str:
    """Return the word that both begin with and that need not be said twice: 城乡居民."""
    starts = (word for word in _longest_first("同前") if one.startswith(word) and other.startswith(word))
    return next(starts, "")


def _is_noun(text: str) -> bool:
    """Tell whether what begins like a verb is the subject of what follows: 建设资金到位, 改造工程完工."""
    if _THINGS.match(text):
        return True
    verb, second = _start(text, "必动"), _start(text, "两用")
    measured = _MEASURED.match(text[len(verb or second) :])
    return bool(measured or (second and _SUBJECT.match(text[len(second) :])))


def _start(text: str, group: str) -> str:
    """Return the longest word of a group that `text` begins with, or ""."""
    words = _words(group)
    return next((text[:length] for length in range(LONGEST_VERB, 0, -1) if text[:length] in words), "")


@cache
def _helps() -> re.Pattern[str]:
    return re.compile(f"(?:帮助|协助|为).{{2,8}}(?:{'|'.join(_longest_first('后办'))})")


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(word for name, words in table("verbs.tsv") if name == group for word in words.split())


@cache
def _longest_first(group: str) -> tuple[str, ...]:
    return tuple(sorted(_words(group), key=lambda word: (-len(word), word)))


@cache
def _regex(group: str) -> re.Pattern[str]:
    return re.compile(next(words for name, words in table("verbs.tsv") if name == group))
