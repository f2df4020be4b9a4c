"""`format` and `formatlist`: the verbs of Go's `fmt` that Terraform has."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from bartizan.collect.iac.terraform.convert import boolean, json_text, number, text, whole
from bartizan.collect.iac.terraform.functions.collection import rest_of
from bartizan.collect.iac.terraform.values import Fault, Lazy, composite, unknown_in, vague
from bartizan.core.truth import Composite, Unknown

_VERB = re.compile(
    r"%(?P<flags>[ +#0-]*)(?P<width>\d+)?(?:\.(?P<precision>\d*))?(?:\[(?P<index>\d+)\])?(?P<verb>.)", re.DOTALL
)
_MAX_WIDTH = 10_000


def _format(pattern: Any, *arguments: Any) -> Any:
    shape = text(pattern)
    if isinstance(shape, Unknown):
        return vague(shape)
    parts: list[Any] = []
    end, following, most = 0, 0, 0
    for match in _VERB.finditer(shape):
        parts.append(shape[end : match.start()])
        end = match.end()
        if match["verb"] == "%":
            parts.append("%")
            continue
        following = int(match["index"]) if match["index"] else following + 1
        most = max(most, following)
        if not 1 <= following <= len(arguments):
            raise Fault(f"there is no argument {following} for {match.group()}")
        parts.append(_shown(match, arguments[following - 1]))
    if most < len(arguments):
        raise Fault("there are more arguments than verbs")
    return composite([*parts, shape[end:]])


def _shown(match: re.Match[str], value: Any) -> Any:
    """Return what one verb makes of its argument: a text, or an unknown part of it."""
    verb = match["verb"]
    unseen = unknown_in(value)
    if unseen is not None:
        return _unseen(match, value, unseen)
    if int(match["width"] or 0) > _MAX_WIDTH or int(match["precision"] or 0) > _MAX_WIDTH:
        raise Fault("the width is larger than is evaluated")
    if verb in _NUMERIC:
        return _number(match, number(value))
    if verb == "t":
        return _padded(match, text(boolean(value)))
    if verb == "q":
        return _padded(match, json.dumps(text(value), ensure_ascii=False))
    if verb == "s":
        return _padded(match, _cut(match, text(value)))
    if verb == "v":
        return _padded(match, _any(value, "#" in match["flags"]))
    raise Fault(f"%{verb} is not a verb of format")


def _unseen(match: re.Match[str], value: Any, unseen: Unknown) -> Any:
    bare = not match["flags"] and not match["width"] and match["precision"] is None
    if bare and match["verb"] in "sv" and isinstance(value, Unknown):
        return value
    if bare and match["verb"] == "q" and isinstance(value, Unknown):
        return composite(['"', value, '"'])
    return vague(unseen)


def _any(value: Any, quoted: bool) -> str:
    if value is None:
        return "null"
    if isinstance(value, (list, dict)) or (quoted and isinstance(value, str)):
        return str(json_text(value))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return general(Decimal(repr(value)))
    return str(text(value))


def _cut(match: re.Match[str], shown: str) -> str:
    return shown if match["precision"] is None else shown[: int(match["precision"] or 0)]


def _padded(match: re.Match[str], shown: str, zeros: bool = False) -> str:
    width = int(match["width"] or 0)
    if "-" in match["flags"]:
        return shown.ljust(width)
    return shown.zfill(width) if zeros and "0" in match["flags"] else shown.rjust(width)


_NUMERIC = "dbBoxXeEfFgG"
_BASES = {"d": "d", "b": "b", "o": "o", "x": "x", "X": "X"}


def _number(match: re.Match[str], value: float) -> str:
    verb = match["verb"]
    sign = "+" if "+" in match["flags"] else (" " if " " in match["flags"] else "-")
    if verb in _BASES:
        alternate = "#" if "#" in match["flags"] and verb != "d" else ""
        return _padded(match, format(whole(value), f"{sign}{alternate}{_BASES[verb]}"), zeros=True)
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if match["precision"] is None and verb in "gG":
        shown = ("" if value < 0 or sign == "-" else sign) + general(exact)
    elif verb in "gG":
        shown = format(float(value), f"{sign}.{int(match['precision'] or 0)}g")
    else:
        precision = 6 if match["precision"] is None else int(match["precision"] or 0)
        digits = exact if exact or verb in "fF" else 0.0  # a Decimal's zero has an exponent of its own
        shown = _EXPONENT.sub(r"\g<1>0\2", format(digits, f"{sign}.{precision}{verb.lower()}"))
    return _padded(match, shown.upper() if verb.isupper() else shown, zeros=True)


_EXPONENT = re.compile(r"(e[+-])(\d)$")


def general(exact: Decimal) -> str:
    """Return a number in the fewest digits: with an exponent when that is below -4, or 6 and more."""
    if exact == 0:
        return "0"
    exponent = exact.adjusted()
    if -4 <= exponent < 6:
        return format(exact.normalize(), "f")
    digits = format(exact.normalize().scaleb(-exponent), "f")
    return f"{digits}e{'-' if exponent < 0 else '+'}{abs(exponent):02}"


def _formatlist(pattern: Any, *arguments: Any) -> Any:
    lists = [argument for argument in arguments if isinstance(argument, list)]
    for argument in arguments:
        unseen = rest_of(argument) if isinstance(argument, list) else argument
        if isinstance(unseen, Unknown) and not isinstance(unseen, Composite):
            return vague(unseen)
        if isinstance(unseen, Lazy):
            return vague(unseen.reference())
    lengths = {len(items) for items in lists}
    if len(lengths) > 1:
        raise Fault("the lists are not of one length")
    count = lengths.pop() if lengths else 1
    rows = range(count)
    return [_format(pattern, *[a[row] if isinstance(a, list) else a for a in arguments]) for row in rows]


OPEN: dict[str, Callable[..., Any]] = {"format": _format, "formatlist": _formatlist}
KNOWN: dict[str, Callable[..., Any]] = {}
