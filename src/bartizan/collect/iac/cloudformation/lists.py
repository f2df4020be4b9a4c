"""Functions on lists: Fn::Select, Fn::Split, Fn::Cidr, Fn::Length."""

from __future__ import annotations

from ipaddress import ip_network
from itertools import islice
from typing import Any

from bartizan.collect.iac.cloudformation.composition import why
from bartizan.collect.iac.cloudformation.evaluate import Evaluation
from bartizan.collect.iac.cloudformation.members import members_of
from bartizan.collect.iac.cloudformation.text import split, written
from bartizan.core.truth import Unknown

_MOST_BLOCKS = 256


def select(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::Select`: the member of a list at an index."""
    if not isinstance(argument, list) or len(argument) != 2:
        return run.unknown("a Fn::Select takes an index and a list", at)
    index = _number(run.present(argument[0], f"{at}/0"))
    members = members_of(run, argument[1], f"{at}/1")
    if isinstance(members, Unknown) or isinstance(index, Unknown):
        return Unknown(why(members, index))
    if members is None or index is None:
        return run.unknown("a Fn::Select takes an index and a list", at)
    doubt = _doubt(members[: max(index, 0) + 1])
    if doubt is not None:
        return Unknown(doubt.why)
    if 0 <= index < len(members):
        return members[index][0]
    return run.unknown(f"the list has no member {index}", at)


def _doubt(members: list[tuple[Any, bool]]) -> Unknown | None:
    return next((value for value, certain in members if not certain), None)


def split_text(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::Split`: the parts of a text between separators."""
    if not isinstance(argument, list) or len(argument) != 2:
        return run.unknown("a Fn::Split takes a separator and a text", at)
    by = run.present(argument[0], f"{at}/0")
    text = written(run.present(argument[1], f"{at}/1"))
    if not isinstance(by, str) or by == "":
        return by if isinstance(by, Unknown) else run.unknown("a Fn::Split takes a separator and a text", at)
    return split(text, by)


def cidr(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::Cidr`: so many blocks of addresses out of one, each with so many bits for its hosts."""
    if not isinstance(argument, list) or not 2 <= len(argument) <= 3:
        return run.unknown("a Fn::Cidr takes a block, a count and the bits of each", at)
    block, *counts = (run.present(part, f"{at}/{index}") for index, part in enumerate(argument))
    count, bits = (_number(part) for part in (counts if len(counts) == 2 else [*counts, 0]))
    if isinstance(block, Unknown) or isinstance(count, Unknown) or isinstance(bits, Unknown):
        return Unknown(why(block, count, bits))
    try:
        network = ip_network(str(block), strict=False)
        subnets = network.subnets(new_prefix=network.max_prefixlen - (bits or (8 if network.version == 4 else 64)))
        return [str(subnet) for subnet in islice(subnets, min(count or 0, _MOST_BLOCKS))]
    except (ValueError, TypeError):
        return run.unknown("the blocks of this Fn::Cidr cannot be made", at)


def length(run: Evaluation, argument: Any, at: str, _: str | None) -> Any:
    """`Fn::Length`: how many members a list has."""
    members = members_of(run, argument, at)
    if isinstance(members, Unknown):
        return Unknown(members.why)
    if members is None:
        return run.unknown("a Fn::Length takes a list", at)
    doubt = _doubt(members)
    return len(members) if doubt is None else Unknown(doubt.why)


def _number(value: Any) -> int | Unknown | None:
    if isinstance(value, Unknown):
        return value
    if isinstance(value, str) and len(value) < 20 and value.strip().isdecimal():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
