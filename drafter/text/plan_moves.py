"""What a clause of the plan does there: it says what is to be done, how far to get, or what is to come of it."""

from __future__ import annotations

import re

from drafter.model import Move
from drafter.text.moves import has_amount

_AIM = re.compile("让(?!我们)|使(?!用)|确保|力争|力促|力取|争取(?!.{0,8}资金)|真正|最终|从而|进而|最大限度")
_RESULT = re.compile(
    "(?:并|不断|切实|有效|有力|全面|全力|持续|进一步|着力|努力|奋力|稳步|逐步|坚决|更好地?|充分|极大|大力|加速|更加)*"
    "(?:提升|提高|增强|增进|改善|促进|助力|带动|实现|形成|维护|守护|守住|守牢|保障|满足|激发|夯实|筑牢|做到|擦亮|展现|展示|彰显"
    "|打响|营造|打造|防止|杜绝|遏制|防范|减少|降低|缓解|破解|释放|护航|兜牢|兜住|造福|惠及|赢得"
    "|推动.*(?:再上|迈[上向出]|高质量发展|可持续|早|(?<!加)快|提升|增效|落地|取得)|以.+(?:推动|促进|带动|赢得|支撑|护航|助力|换)"
    "|为.+(?:贡献|基础|提供|支撑|保障|动力|护航|活力)|应.尽.)"
)


def plan_move(clause: str, *, begins: bool) -> Move:
    """Return 打算 for what a clause of the plan says is to be done, 数据 for how far to get, 成效 for what is to come.

    What opens a sentence (`begins`) is a measure, what follows tells what the measure is for: 改善环境，…; …，改善环境.
    """
    if has_amount(clause):
        return "数据"
    return "成效" if _AIM.match(clause) or (not begins and _RESULT.match(clause)) else "打算"
