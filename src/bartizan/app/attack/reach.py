"""Answers whether one thing can open a connection to another."""

from __future__ import annotations

import re
from ipaddress import ip_network

from bartizan.app.attack.found import Found
from bartizan.app.identity import naming
from bartizan.core.reach import INTERNET, Reached

_PORT = re.compile(
    r"(?:(?P<protocol>tcp|udp|sctp|icmp|icmpv6|all)(?:/(?P<of>\d{1,5}))?|(?P<port>\d{1,5}))", re.IGNORECASE
)


def port(text: str) -> tuple[str, int | None] | None:
    """Return the protocol (empty for any) and the port (None for any) that a text means: `443`, `udp/53`, `icmp`."""
    match = _PORT.fullmatch(text)
    if match is None:
        return None
    number = match["of"] or match["port"]
    if number is not None and int(number) > 65535:
        return None
    return ((match["protocol"] or "tcp").lower().replace("all", ""), None if number is None else int(number))


def reached(found: Found, source: str, destination: str, protocol: str = "", number: int | None = None) -> Reached:
    """Answer whether a source reaches a destination. Raises `TargetError` for what is not there."""
    start = source if source == INTERNET or _range(source) else naming.asset(found, source)
    return found.network.reach(start, naming.asset(found, destination), protocol, number)


def _range(text: str) -> bool:
    try:
        ip_network(text, strict=False)
    except ValueError:
        return False
    return True
