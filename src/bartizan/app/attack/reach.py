"""Answers whether one thing can open a connection to another."""

from __future__ import annotations

import re
from dataclasses import replace
from ipaddress import ip_network

from bartizan.app.attack.found import Found
from bartizan.app.errors import TargetError
from bartizan.app.identity import naming
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.reach import INTERNET, Reached
from bartizan.core.truth import Truth

_PORT = re.compile(
    r"(?:(?P<protocol>tcp|udp|sctp|icmp|icmpv6|all)(?:/(?P<of>\d{1,5}))?|(?P<port>\d{1,5}))", re.IGNORECASE
)

_LIKE_RANGE = re.compile(r"\d+(?:\.\d+){3}(?:/.*)?|[0-9a-f]*:[0-9a-f:]*(?:/.*)?", re.IGNORECASE)


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
    """Answer whether a source reaches a destination.

    Raises `TargetError` for what is not there. Of what listens on no network of its own it is not known: a bucket is
    reached over its provider's API.
    """
    start = source if source == INTERNET or _range(source) else _source(found, source)
    if destination == INTERNET or _range(destination):
        raise TargetError(f"{destination} is no asset. Say DESTINATION by its address in the code, or its name.")
    end = naming.asset(found.graph, found.access, destination)
    if not isinstance(found.graph.get(end), Endpoint):
        why = f"{end} listens on no network of its own. Ask `bartizan paths` with `--to {end}` who gets at it."
        return Reached(source=start, target=end, truth=Truth.UNKNOWN, why=why)
    answer = found.network.reach(start, end, protocol, number)
    elsewhere = start not in (INTERNET, *found.network.sources()) and not _range(start)
    if answer.truth is Truth.NO and elsewhere:
        why = f"Nothing is known of connections that {start} opens."
        return replace(answer, truth=Truth.UNKNOWN, why=why, passages=(), stops=())
    return answer


def _source(found: Found, said: str) -> str:
    try:
        return naming.asset(found.graph, found.access, said)
    except TargetError:
        if _LIKE_RANGE.fullmatch(said):
            raise TargetError(f"{said} is no range of addresses: write 203.0.113.0/24 or 2001:db8::/32.") from None
        raise


def _range(text: str) -> bool:
    try:
        ip_network(text, strict=False)
    except ValueError:
        return False
    return True
