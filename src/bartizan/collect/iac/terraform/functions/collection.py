"""Functions of lists and maps. They keep what is certain of collections with unknown members."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bartizan.collect.iac.terraform.compare import same
from bartizan.collect.iac.terraform.convert import (
    alike,
    boolean,
    kind_of,
    listed,
    mapping,
    members,
    number,
    text,
    whole,
)
from bartizan.collect.iac.terraform.functions.text import graphemes
from bartizan.collect.iac.terraform.operate import index
from bartizan.collect.iac.terraform.values import (
    CERTAIN,
    Fault,
    Group,
    Json,
    Lazy,
    Many,
    Rest,
    Shuffled,
    arranged,
    either,
    is_shuffled,
    unknown_in,
    vague,
)
from bartizan.core.truth import Composite, Ref, Unknown


def rest_of(items: Sequence[Any]) -> Unknown | None:
    """Return an unknown if it is not known how many members there are, or in which order."""
    for item in items:
        if isinstance(item, Rest):
            return vague(item)
    return Unknown("whether members of a set are one and the same is not known") if is_shuffled(items) else None


def _length(value: Any) -> Any:
    if isinstance(value, list):
        return either(rest_of(value), len(value))
    if isinstance(value, dict):
        return len(value)
    if isinstance(value, (str, Json)):
        shown = text(value)
        return len(graphemes(shown)) if isinstance(shown, str) else vague(shown)
    if isinstance(value, Many):
        return vague(value.doubt)
    if isinstance(value, Lazy):
        return vague(value.reference())
    if isinstance(value, Unknown):
        return vague(value)
    raise Fault(f"a {kind_of(value)} has no length")


def _concat(first: Any, *more: Any) -> Any:
    if isinstance(first, Unknown) and not more:
        return vague(first)
    items: list[Any] = []
    for value in (first, *more):
        found = members(value)
        items.extend([Rest(found.why)] if isinstance(found, Unknown) else found)
    return arranged(items, first, *more)


def single(value: Any) -> bool:
    """Tell whether an unseen value is certain to be one text, not a collection."""
    return isinstance(value, Composite) or (isinstance(value, Ref) and value.attribute in CERTAIN)


def _flatten(value: Any) -> Any:
    found = members(value)
    if isinstance(found, Unknown):
        return found
    items: list[Any] = []
    in_doubt = is_shuffled(found)
    for item in found:
        if isinstance(item, list):
            inner = _flatten(item)
            in_doubt |= is_shuffled(inner)
            items.extend(inner)
        elif isinstance(item, Unknown) and not single(item):
            items.append(Rest(item.why))
        else:
            items.append(item)
    return Shuffled(items) if in_doubt else items


def _merge(*maps: Any) -> Any:
    merged: dict[str, Any] = {}
    unseen: Unknown | None = None
    for value in maps:
        found = {} if value is None else mapping(value)
        if isinstance(found, Unknown):
            unseen = either(unseen, found)
        else:
            merged.update(found)
    return either(unseen, merged)


def _keys(value: Any) -> Any:
    found = mapping(value)
    return found if isinstance(found, Unknown) else sorted(found)


def _values(value: Any) -> Any:
    found = mapping(value)
    return found if isinstance(found, Unknown) else [found[key] for key in sorted(found)]


def _lookup(value: Any, key: Any, *default: Any) -> Any:
    name = text(key)
    if isinstance(name, Unknown):
        return vague(name)
    if isinstance(value, (Unknown, Lazy)):
        return index(value, name) if isinstance(value, Lazy) else vague(value)
    found = mapping(value)
    if not isinstance(found, Unknown) and name in found:
        return found[name]
    if len(default) != 1:
        raise Fault(f'there is no element "{name}", and no default for it')
    return default[0]


def _element(value: Any, position: Any) -> Any:
    found, wanted = members(value), number(position)
    if isinstance(found, Unknown) or isinstance(wanted, Unknown):
        return vague(found if isinstance(found, Unknown) else wanted)
    unseen = rest_of(found)
    if unseen is not None:
        return unseen if whole(wanted) >= len(found) or whole(wanted) < 0 else index(found, wanted)
    if not found or isinstance(found, Group):
        raise Fault("the list is empty, or a set")
    return found[whole(wanted) % len(found)]


def _coalesce(first: Any, *more: Any) -> Any:
    for value in alike([first, *more]):
        if value is None or value == "":
            continue
        if isinstance(value, Unknown) and not single(value):
            return vague(value)
        return value
    raise Fault("no argument is set")


def _coalescelist(first: Any, *more: Any) -> Any:
    for value in (first, *more):
        found = members(value)
        if isinstance(found, Unknown):
            return found
        if any(not isinstance(item, Rest) for item in found):
            return found
        if found:
            return vague(found[0])
    raise Fault("every list is empty")


def _compact(value: Any) -> Any:
    found = members(value)
    if isinstance(found, Unknown):
        return found
    items: list[Any] = []
    for item in found:
        if isinstance(item, Unknown) and not single(item):
            items.append(item if isinstance(item, Rest) else Rest(item.why))
        elif item is not None and item != "":
            items.append(item)
    return arranged(items, found)


def _contains(value: Any, sought: Any) -> Any:
    found = members(value)
    if isinstance(found, Unknown):
        return found
    unseen: Unknown | None = None
    for item in found:
        answer = vague(item) if isinstance(item, Rest) else same(item, sought)
        if answer is True:
            return True
        if isinstance(answer, Unknown):
            unseen = either(unseen, answer)
    return either(unseen, False)


def _distinct(value: Any) -> Any:
    found = members(value)
    if isinstance(found, Unknown):
        return found
    found = alike(found)
    if all(type(item) in (str, int) for item in found):
        return list(dict.fromkeys(found))
    items: list[Any] = []
    for item in found:
        if not any(same(item, kept) is True for kept in items if not isinstance(kept, Rest)):
            items.append(item)
    return items if unknown_in(items) is None else Shuffled(items)


def _reverse(value: Any) -> Any:
    found = members(value)
    return found if isinstance(found, Unknown) else arranged(list(reversed(found)), found)


def _slice(value: Any, start: Any, end: Any) -> Any:
    found, first, last = members(value), number(start), number(end)
    if isinstance(found, Unknown) or isinstance(first, Unknown) or isinstance(last, Unknown):
        return vague(next(part for part in (found, first, last) if isinstance(part, Unknown)))
    first, last = whole(first), whole(last)
    unseen = rest_of(found if is_shuffled(found) else found[:last])
    if unseen is not None:
        return unseen
    if not 0 <= first <= last <= len(found):
        raise Fault("the bounds are not within the list")
    return found[first:last]


def _chunklist(value: Any, size: Any) -> Any:
    found, length = members(value), number(size)
    if isinstance(found, Unknown) or isinstance(length, Unknown):
        return vague(found if isinstance(found, Unknown) else length)
    if (unseen := rest_of(found)) is not None:
        return unseen
    count = whole(length) or max(len(found), 1)
    if count < 0:
        raise Fault("the size must not be negative")
    return [found[at : at + count] for at in range(0, len(found), count)]


def _one(value: Any) -> Any:
    if isinstance(value, Lazy) and not isinstance(value, Many):
        return value
    found = members(value)
    if isinstance(found, Unknown):
        return found
    if (unseen := rest_of(found)) is not None:
        return unseen
    if len(found) > 1:
        raise Fault(f"the list has {len(found)} members, not one or none")
    return found[0] if found else None


def _zipmap(keys: Any, values: Any) -> Any:
    names, found = members(keys), members(values)
    if isinstance(names, Unknown):
        return names
    if isinstance(found, Unknown):
        return found
    unseen = either(unknown_in(names), rest_of(found))
    if unseen is not None:
        return vague(unseen)
    if len(names) != len(found):
        raise Fault("there are not as many values as keys")
    return dict(zip(map(text, names), found, strict=True))


def _matchkeys(values: Any, keys: Any, sought: Any) -> Any:
    found = members(values)
    if isinstance(found, Unknown):
        return found
    unseen = either(rest_of(found), unknown_in(keys), unknown_in(sought))
    if unseen is not None:
        return vague(unseen)
    if len(found) != len(listed(keys)):
        raise Fault("there are not as many values as keys")
    wanted = listed(sought)
    pairs = zip(found, listed(keys), strict=True)
    return [value for value, key in pairs if any(same(key, item) is True for item in wanted)]


def _all(value: Any) -> Any:
    return _decided(value, False)


def _any(value: Any) -> Any:
    return _decided(value, True)


def _decided(value: Any, decider: bool) -> Any:
    found = members(value)
    if isinstance(found, Unknown):
        return found
    unseen: Unknown | None = None
    for item in found:
        answer = False if item is None else boolean(item)
        if answer is decider:
            return decider
        if isinstance(answer, Unknown):
            unseen = either(unseen, vague(answer))
    return either(unseen, not decider)


def _position(value: Any, sought: Any) -> int:
    for position, item in enumerate(listed(value)):
        if same(item, sought) is True:
            return position
    raise Fault("the list has no such member")


def _sort(value: Any) -> list[str]:
    return sorted(text(item) for item in listed(value))


def _transpose(value: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, items in sorted(value.items() if isinstance(value, dict) else ()):
        for item in items:
            found.setdefault(text(item), []).append(key)
    return {key: sorted(found[key]) for key in sorted(found)}


KNOWN: dict[str, Callable[..., Any]] = {"index": _position, "sort": _sort, "transpose": _transpose}
OPEN: dict[str, Callable[..., Any]] = {
    "alltrue": _all,
    "anytrue": _any,
    "chunklist": _chunklist,
    "coalesce": _coalesce,
    "coalescelist": _coalescelist,
    "compact": _compact,
    "concat": _concat,
    "contains": _contains,
    "distinct": _distinct,
    "element": _element,
    "flatten": _flatten,
    "keys": _keys,
    "length": _length,
    "lookup": _lookup,
    "matchkeys": _matchkeys,
    "merge": _merge,
    "one": _one,
    "reverse": _reverse,
    "slice": _slice,
    "values": _values,
    "zipmap": _zipmap,
}
