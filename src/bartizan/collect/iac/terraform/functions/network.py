"""Functions of IP networks."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Any

from bartizan.collect.iac.terraform.convert import text, whole
from bartizan.collect.iac.terraform.values import Fault

Network = IPv4Network | IPv6Network


def _network(prefix: Any) -> Network:
    if "/" not in text(prefix):
        raise Fault(f'"{text(prefix)[:60]}" is not a CIDR prefix')
    try:
        return ip_network(text(prefix), strict=False)
    except ValueError:
        raise Fault(f'"{text(prefix)[:60]}" is not a CIDR prefix') from None


def _host(prefix: Any, position: Any) -> str:
    network, number = _network(prefix), whole(position)
    if not -network.num_addresses <= number < network.num_addresses:
        raise Fault(f"{network} has no host number {number}")
    return str(network[number])


def _netmask(prefix: Any) -> str:
    network = _network(prefix)
    if isinstance(network, IPv6Network):
        raise Fault("an IPv6 prefix has no netmask")
    return str(network.netmask)


def _part(network: Network, bits: int, number: int) -> Network:
    length = network.prefixlen + bits
    if bits < 0 or length > network.max_prefixlen:
        raise Fault(f"{network} cannot be extended by {bits} bits")
    if not 0 <= number < 1 << bits:
        raise Fault(f"{bits} bits have no number {number}")
    first = int(network.network_address) + (number << (network.max_prefixlen - length))
    return type(network)((first, length))


def _subnet(prefix: Any, bits: Any, number: Any) -> str:
    return str(_part(_network(prefix), whole(bits), whole(number)))


def _subnets(prefix: Any, *bits: Any) -> list[str]:
    network = _network(prefix)
    following = int(network.network_address)
    found: list[str] = []
    for extra in map(whole, bits):
        size = _part(network, extra, 0).num_addresses
        first = -(-following // size) * size
        if first + size - 1 > int(network.broadcast_address):
            raise Fault(f"{network} has no room for another prefix longer by {extra} bits")
        found.append(str(type(network)((first, network.prefixlen + extra))))
        following = first + size
    return found


def _contains(prefix: Any, address: Any) -> bool:
    network, inner = _network(prefix), text(address)
    try:
        part = ip_network(inner, strict=False) if "/" in inner else ip_network(ip_address(inner))
    except ValueError:
        raise Fault(f'"{inner[:60]}" is not an address') from None
    if isinstance(network, IPv4Network):
        return isinstance(part, IPv4Network) and part.subnet_of(network)
    return isinstance(part, IPv6Network) and part.subnet_of(network)


KNOWN: dict[str, Callable[..., Any]] = {
    "cidrcontains": _contains,
    "cidrhost": _host,
    "cidrnetmask": _netmask,
    "cidrsubnet": _subnet,
    "cidrsubnets": _subnets,
}
