"""What the query language can ask of address ranges and ports."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable
from typing import Any

from bartizan.core.truth import Composite, Partial, Ref, Unknown

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_GLOBAL = ipaddress.IPv6Network("2000::/3")
"""All that IPv6 addresses on the Internet are taken from."""


def anywhere(ranges: Any) -> Any:
    """Tell whether a list of address ranges takes in half of the Internet or more, by itself or all together.

    A range that is taken from another resource of the same code (a VPC's, a subnet's, a machine's) is a certain
    place; one that is looked up may be anything.
    """
    if isinstance(ranges, Unknown):
        return Unknown(ranges.why)
    items = ranges if isinstance(ranges, list) else [ranges]
    known = [network for network in map(_network, items) if network is not None]
    if any(map(_is_half, _collapsed(known))) or any(_ends_open(item) for item in items):
        return True
    return next((Unknown(item.why) for item in items if _may_be_open(item)), False)


def _network(item: Any) -> Network | None:
    try:
        return ipaddress.ip_network(item.strip(), strict=False) if isinstance(item, str) else None
    except ValueError:
        return None


def _collapsed(networks: list[Network]) -> Iterable[Network]:
    yield from ipaddress.collapse_addresses([n for n in networks if isinstance(n, ipaddress.IPv4Network)])
    yield from ipaddress.collapse_addresses([n for n in networks if isinstance(n, ipaddress.IPv6Network)])


def _is_half(network: Network) -> bool:
    if isinstance(network, ipaddress.IPv4Network):
        return network.prefixlen <= 1
    return network.prefixlen <= _GLOBAL.prefixlen + 1 and network.overlaps(_GLOBAL)


def _ends_open(item: Any) -> bool:
    """Tell whether a partly known range ends with a mask of nothing: `${var.address}/0`."""
    tail = item.parts[-1] if isinstance(item, Composite) and item.parts else None
    return isinstance(tail, str) and tail.endswith("/0")


def _may_be_open(item: Any) -> bool:
    if isinstance(item, Ref):
        return item.address.startswith("data.") or ".data." in item.address
    if isinstance(item, Composite):
        return not (item.parts and isinstance(item.parts[-1], str) and "/" in item.parts[-1])
    return isinstance(item, Unknown)


def within(numbers: Any, low: Any, high: Any) -> Any:
    """List those of `numbers` from `low` to `high`, both included; none where a bound is null."""
    if low is None or high is None or isinstance(numbers, Unknown | Partial):
        return numbers if isinstance(numbers, Unknown) else []
    bounds = [low, high]
    possible = [number for number in numbers if _may_be(low, number, 1) and _may_be(high, number, -1)]
    doubt = next((bound for bound in bounds if isinstance(bound, Unknown)), None)
    return [Unknown(doubt.why)] if doubt is not None and possible else possible


def _may_be(bound: Any, number: int, side: int) -> bool:
    if isinstance(bound, Unknown):
        return True
    try:
        return (number - float(bound)) * side >= 0
    except (TypeError, ValueError):
        return False


FUNCTIONS: dict[str, Callable[..., Any]] = {"anywhere": anywhere, "within": within}
