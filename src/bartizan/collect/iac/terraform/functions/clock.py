"""Functions of given moments; those of the present one are not evaluated."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from bartizan.collect.iac.terraform.convert import text
from bartizan.collect.iac.terraform.values import Fault

_RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$")
_DURATION = re.compile(r"(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)")
_NANOSECONDS = {
    "ns": 1, "us": 10**3, "µs": 10**3, "μs": 10**3, "ms": 10**6, "s": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9,
}  # fmt: skip
_PART = re.compile(r"'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _moment(value: Any) -> datetime:
    shown = text(value)
    if not _RFC3339.match(shown):
        raise Fault(f'"{shown[:60]}" is not a moment like 2006-01-02T15:04:05Z')
    try:
        return datetime.fromisoformat(shown.upper())
    except ValueError:
        raise Fault(f'"{shown[:60]}" is not a moment') from None


def _duration(value: Any) -> timedelta:
    shown = text(value)
    sign, rest = (-1, shown[1:]) if shown[:1] == "-" else (1, shown.removeprefix("+"))
    if rest == "0":
        return timedelta()
    parts = list(_DURATION.finditer(rest))
    if not parts or "".join(part.group() for part in parts) != rest or len(rest) > 60:
        raise Fault(f'"{shown[:60]}" is not a duration like 1h30m')
    try:
        total = sign * sum(Decimal(part[1]) * _NANOSECONDS[part[2]] for part in parts)
        return timedelta(microseconds=math.floor(total / 1000))
    except OverflowError:
        raise Fault(f'"{shown}" is longer than is evaluated') from None


def _offset(moment: datetime) -> str:
    offset = moment.strftime("%z")
    return f"{offset[:3]}:{offset[3:5]}"


def _written(moment: datetime) -> str:
    zone = "Z" if moment.utcoffset() == timedelta() else _offset(moment)
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + zone


def _timeadd(moment: Any, duration: Any) -> str:
    try:
        return _written(_moment(moment) + _duration(duration))
    except OverflowError:
        raise Fault("the moment is out of range") from None


def _timecmp(one: Any, other: Any) -> int:
    first, second = _moment(one), _moment(other)
    return (first > second) - (first < second)


def _formatdate(spec: Any, moment: Any) -> str:
    shape, when = text(spec), _moment(moment)
    parts, end = [], 0
    for match in _PART.finditer(shape):
        if match.start() != end:
            break
        end = match.end()
        if match[1] is not None:
            parts.append(match[1].replace("''", "'"))
        else:
            parts.append(_field(match.group(), when) if match[2] else match.group())
    if end != len(shape):
        raise Fault("a quote in the date's format is not closed")
    return "".join(parts)


def _field(letters: str, when: datetime) -> str:
    hour = when.hour % 12 or 12
    utc = when.utcoffset() == timedelta()
    fields: dict[str, Callable[[], str]] = {
        "YYYY": lambda: f"{when.year:04}",
        "YY": lambda: f"{when.year % 100:02}",
        "MMMM": lambda: _MONTHS[when.month - 1],
        "MMM": lambda: _MONTHS[when.month - 1][:3],
        "MM": lambda: f"{when.month:02}",
        "M": lambda: str(when.month),
        "DD": lambda: f"{when.day:02}",
        "D": lambda: str(when.day),
        "EEEE": lambda: _DAYS[when.weekday()],
        "EEE": lambda: _DAYS[when.weekday()][:3],
        "hh": lambda: f"{when.hour:02}",
        "h": lambda: str(when.hour),
        "HH": lambda: f"{hour:02}",
        "H": lambda: str(hour),
        "AA": lambda: "AM" if when.hour < 12 else "PM",
        "aa": lambda: "am" if when.hour < 12 else "pm",
        "mm": lambda: f"{when.minute:02}",
        "m": lambda: str(when.minute),
        "ss": lambda: f"{when.second:02}",
        "s": lambda: str(when.second),
        "ZZZZZ": lambda: _offset(when),
        "ZZZZ": lambda: _offset(when).replace(":", ""),
        "ZZZ": lambda: "UTC" if utc else _offset(when).replace(":", ""),
        "Z": lambda: "Z" if utc else _offset(when),
    }
    if letters not in fields:
        raise Fault(f'"{letters[:20]}" is not a part of a date')
    return fields[letters]()


KNOWN: dict[str, Callable[..., Any]] = {"formatdate": _formatdate, "timeadd": _timeadd, "timecmp": _timecmp}
