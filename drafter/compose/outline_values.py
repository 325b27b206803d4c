"""What single values of an outline may be, and what every part of an outline is made of."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from drafter.model import Period
from drafter.text.gaps import old_value
from drafter.text.periods import find_date, find_period
from drafter.text.typed import is_open, parse_amount, parse_change, parse_rate

LEVELS = ("镇", "乡", "街道")


def fault(message: str, remedy: str) -> PydanticCustomError:
    """Return a validation error that carries its own Chinese words (braces would be read as slots)."""
    safe = message.replace("{", "（").replace("}", "）")
    return PydanticCustomError("chinese", safe, {"remedy": remedy})


def shown(value: object) -> str:
    """Return a value as it can be quoted in a message."""
    kinds = {list: "一个列表", dict: "几个项目", type(None): "空白"}
    return value if isinstance(value, str) else kinds.get(type(value), "别的东西")


def _open_or(text: object) -> object:
    """Return None for a value left open; a blank keeps the old value that it tells."""
    is_empty = isinstance(text, str) and is_open(text) and old_value(text) is None
    return None if is_empty else text


def _amount(text: object) -> object:
    if isinstance(text, str) and not is_open(text) and parse_amount(text) is None:
        raise fault(f"“{text}”不是数字", "请写成 20090、2.2万 或 300余；不是数字的内容请写进“事项”")
    return _open_or(text)


def _change(text: object) -> object:
    if isinstance(text, str) and not is_open(text) and parse_change(text) is None:
        raise fault(f"“{text}”看不出是多大的变化", "请带上单位，写成 +3.5%、-2%、1.2个百分点 或 持平")
    return _open_or(text)


def _rate(text: object) -> object:
    if isinstance(text, str) and not is_open(text) and parse_rate(text) is None:
        raise fault(f"“{text}”不是百分比", "请写成 101% 这样的百分比")
    return _open_or(text)


def _place_name(text: object) -> object:
    name = text.removesuffix("人民政府").removesuffix("办事处") if isinstance(text, str) else text
    if isinstance(name, str) and not name.endswith(LEVELS):
        raise fault(f"“{text}”不像乡镇或街道的全称", "名称要以镇、乡或街道结尾，例如“高兴镇”")
    return name


def _period(text: object) -> object:
    period = find_period(text) if isinstance(text, str) else None
    if period is None:
        raise fault(f"看不懂期间“{shown(text)}”", "请写成 2024年、2024年上半年 或 2024年前三季度")
    return period


def _date(text: object) -> object:
    if text is None or (isinstance(text, str) and is_open(text)):
        return None
    date = find_date(text.replace(" ", "")) if isinstance(text, str) else None
    if date is None:
        raise fault(f"“{shown(text)}”不是日期", "请写成 2024-08-23 或 2024年8月23日")
    return date


def _listed(value: object) -> object:
    """Take nothing for an empty list and a single text for a list of one."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _glossary(value: object) -> object:
    if value is None or value == "auto":
        return value or ()
    if not isinstance(value, dict):
        raise fault(f"“名词解释”不能写{shown(value)}", "请写 auto，或每行一条“词语: 解释”")
    for word, meaning in value.items():
        if not isinstance(meaning, str):
            raise fault(f"“{word}”的解释不能写{shown(meaning)}", "请每行写一条“词语: 解释”")
    return tuple(value.items())


def _minor(value: object) -> object:
    """Split 武装、统计、供销 into its names; a sentence stays whole."""
    if isinstance(value, str) and not re.search("[，。；]", value):
        return tuple(name for name in value.split("、") if name)
    return _listed(value)


Text = str | None
Listed = BeforeValidator(_listed)
Texts = Annotated[tuple[str, ...], Listed]
Names = Annotated[tuple[str, ...], BeforeValidator(_minor)]
AmountText = Annotated[Text, BeforeValidator(_amount)]
ChangeText = Annotated[Text, BeforeValidator(_change)]
RateText = Annotated[Text, BeforeValidator(_rate)]
PlaceName = Annotated[str, BeforeValidator(_place_name)]
PeriodValue = Annotated[Period, BeforeValidator(_period)]
DateValue = Annotated[datetime.date | None, BeforeValidator(_date)]
Glossary = Annotated[Literal["auto"] | tuple[tuple[str, str], ...], BeforeValidator(_glossary)]


def named(*aliases: str, default: Any = None) -> Any:
    """Declare a field by its Chinese names, the one shown to people first."""
    return Field(default, validation_alias=AliasChoices(*aliases))


class Part(BaseModel):
    """Some keys of an outline."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, loc_by_alias=False)

    def given(self, key: str) -> bool:
        """Tell whether the key stands in the outline, be it empty."""
        return key in self.model_fields_set
