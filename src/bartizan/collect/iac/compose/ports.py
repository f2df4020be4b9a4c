"""Published ports: `8080:80`, `127.0.0.1:5000-5010:5000-5010/udp`, and the long form."""

from __future__ import annotations

import re
from typing import Any

from bartizan.collect.iac.compose.layers import otherwise
from bartizan.collect.iac.compose.variables import Masked
from bartizan.core.truth import Unknown

_RANGE = re.compile(r"(\d{1,5})-(\d{1,5})")
_WIDEST = 256
"""Ports of a range that are listed one by one; a wider range stays a text, `10000-20000`."""


def port_entries(item: Any) -> list[Any]:
    """Return the ports that a member of `ports` publishes, each with host_ip, published, target and protocol.

    `host_ip` None is all addresses, `published` None a free port of the host's choice; ports are numbers.
    """
    if isinstance(item, dict):
        return [_long(item)]
    masked = Masked(item)
    if isinstance(item, Unknown) and len(masked.text) == 1:
        return [_entry(item, item, item, item)]
    ports, _, protocol = masked.text.partition("/")
    *address, published, target = ["", "", *ports.rsplit(":", 2)][-3:]
    host = "".join(address)
    # A variable before the port may hold an address too: PORT=127.0.0.1:8080.
    host_ip = masked.value(host.strip("[]")) if host or masked.known(published) else masked.value(published)
    how = masked.value(protocol.lower()) if protocol else "tcp"
    return [
        _entry(host_ip if host_ip != "" else None, _number(outer, masked), _number(inner, masked), how)
        for outer, inner in _pairs(published, target)
    ]


def _entry(host_ip: Any, published: Any, target: Any, protocol: Any) -> dict[str, Any]:
    return {"host_ip": host_ip, "published": published, "target": target, "protocol": protocol}


def _long(item: dict[str, Any]) -> dict[str, Any]:
    """Return the long form with numbers where it may have texts, and all four of its members."""
    given = {key: value for key, value in item.items() if not key.startswith("x-")}
    ports = {key: _numbered(given.get(key)) for key in ("published", "target")}
    host_ip, protocol = otherwise(given.get("host_ip"), None), otherwise(given.get("protocol"), "tcp")
    return {**given, **_entry(host_ip, protocol=protocol, **ports)}


def _numbered(value: Any) -> Any:
    return value if value is None or isinstance(value, Unknown | int) else _number(str(value), Masked(value))


def _number(text: str, masked: Masked) -> Any:
    if text == "":
        return None
    if text.isdecimal() and len(text) <= len("65535"):
        return int(text)
    if masked.known(text) and not _RANGE.fullmatch(text):
        return Unknown(f"{text} is not a port that Compose accepts")
    return masked.value(text)


def _pairs(published: str, target: str) -> list[tuple[str, str]]:
    """Return the ports of two ranges side by side; a range that meets one port stays a range."""
    inner, outer = _ports(target), _ports(published)
    if len(inner) == 1 or (published and len(outer) != len(inner)):
        return [(published, target)]
    return [(outer[i] if published else "", port) for i, port in enumerate(inner)]


def _ports(text: str) -> list[str]:
    found = _RANGE.fullmatch(text)
    first, last = (int(found[1]), int(found[2])) if found else (0, 0)
    if not found or not 0 < last - first < _WIDEST:
        return [text]
    return [str(port) for port in range(first, last + 1)]
