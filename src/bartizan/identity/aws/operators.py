"""Condition operators: whether one value of a policy fits one value of a request.

Published in the IAM user guide, "IAM JSON policy elements: Condition operators".
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from bartizan.core.truth import Truth, truth
from bartizan.identity.aws.arn import pieces_of
from bartizan.identity.hole import OPEN, equal, matches

Fits = Callable[[str, str], Truth]
"""From the value of a policy and the value of a request."""

NEGATED = {
    "stringnotequals": "stringequals",
    "stringnotequalsignorecase": "stringequalsignorecase",
    "stringnotlike": "stringlike",
    "numericnotequals": "numericequals",
    "datenotequals": "dateequals",
    "notipaddress": "ipaddress",
    "arnnotequals": "arnequals",
    "arnnotlike": "arnlike",
}
"""Operators that hold where the other one does not."""


def _folded(wanted: str, found: str) -> Truth:
    return equal(wanted, found, fold=True)


def _arn(wanted: str, found: str) -> Truth:
    """Compare component by component: a wild card does not reach over a colon, but for the last component's."""
    if wanted == "*":
        return Truth.YES
    pattern, text = pieces_of(wanted), pieces_of(found)
    if len(pattern) == len(text) == 6:
        return min(matches(one, other) for one, other in zip(pattern, text, strict=True))
    whole = (len(pattern) == 6 or OPEN in wanted) and (len(text) == 6 or OPEN in found)
    return min(matches(wanted, found), Truth.UNKNOWN if wanted != found else Truth.YES) if whole else Truth.NO


def _bool(wanted: str, found: str) -> Truth:
    return equal(wanted, found, fold=True)


def _binary(wanted: str, found: str) -> Truth:
    if OPEN in wanted or OPEN in found:
        return equal(wanted, found)
    try:
        return truth(base64.b64decode(wanted, validate=True) == base64.b64decode(found, validate=True))
    except binascii.Error:
        return truth(wanted == found)


@lru_cache(maxsize=8192)
def _network(text: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(text.strip(), strict=False)
    except ValueError:
        return None


def _address(wanted: str, found: str) -> Truth:
    if OPEN in wanted or OPEN in found:
        return Truth.UNKNOWN
    network = _network(wanted)
    try:
        address = ip_address(found.strip())
    except ValueError:
        return Truth.NO
    return truth(network is not None and address.version == network.version and address in network)


@lru_cache(maxsize=8192)
def _number(text: str) -> float | None:
    plain = re.fullmatch(r"\s*[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d{1,3})?\s*", text, re.ASCII)
    return float(text) if plain and len(text) < 400 else None


@lru_cache(maxsize=8192)
def _moment(text: str) -> float | None:
    """Return seconds since 1970, of an ISO 8601 date (without a zone: UTC) or of such seconds."""
    if (seconds := _number(text)) is not None and not re.fullmatch(r"\d{4}", text):
        return seconds
    short = {4: "-01-01", 7: "-01"}.get(len(text), "")
    try:
        moment = datetime.fromisoformat(text + short)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _ordered(read: Callable[[str], float | None], holds: Callable[[float, float], bool]) -> Fits:
    def fits(wanted: str, found: str) -> Truth:
        if OPEN in wanted or OPEN in found:
            return Truth.UNKNOWN
        one, other = read(wanted), read(found)
        return truth(one is not None and other is not None and holds(other, one))

    return fits


_ORDERS: dict[str, Callable[[float, float], bool]] = {
    "equals": lambda found, wanted: found == wanted,
    "lessthan": lambda found, wanted: found < wanted,
    "lessthanequals": lambda found, wanted: found <= wanted,
    "greaterthan": lambda found, wanted: found > wanted,
    "greaterthanequals": lambda found, wanted: found >= wanted,
}

FITS: dict[str, Fits] = {
    "stringequals": equal,
    "stringequalsignorecase": _folded,
    "stringlike": matches,
    "bool": _bool,
    "binaryequals": _binary,
    "ipaddress": _address,
    "arnequals": _arn,
    "arnlike": _arn,
    **{f"numeric{name}": _ordered(_number, holds) for name, holds in _ORDERS.items()},
    **{f"date{name}": _ordered(_moment, holds) for name, holds in _ORDERS.items()},
}
"""By the positive operators; `null` asks for no value and is not among them."""

PATTERNS = frozenset({"stringlike", "arnequals", "arnlike"})
"""Operators whose values may have wild cards."""

VARIABLES = frozenset({"stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "bool"})
"""Operators whose values may have policy variables."""
