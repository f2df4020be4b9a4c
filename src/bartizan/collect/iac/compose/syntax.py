"""The short and long forms of what a service says, brought into one form.

| attribute | form |
|---|---|
| ports | list of host_ip (None: all addresses), published (None: a free port), target, protocol |
| volumes | list of type, source, target, read_only, propagation |
| devices | list of source, target, permissions |
| environment | by name: literal (a value is written in the file), value (None where it is not kept), secret, like |
| env_file | list of path, required |
| build | context, dockerfile, args (names only), and what else is given |
| secrets, configs | list of source, target |
| networks, depends_on | by name |
| labels, annotations, sysctls | by name |
| dns, dns_search, tmpfs, label_file | list |
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bartizan.collect.iac.compose.environment import environment_entry
from bartizan.collect.iac.compose.layers import Override, Reset
from bartizan.collect.iac.compose.mounts import device_entry, volume_entry
from bartizan.collect.iac.compose.ports import port_entries
from bartizan.collect.iac.compose.variables import Masked
from bartizan.collect.resource import Spots
from bartizan.core.truth import Unknown

Moves = Mapping[str, list[str]]
"""Where the members of a list went, by index: to entries of a map, or several of a list."""
_TRUE = frozenset({"true", "yes", "on", "y", "t", "1"})
_FALSE = frozenset({"false", "no", "off", "n", "f", "0"})
_FLAGS = frozenset({"init", "oom_kill_disable", "privileged", "read_only", "stdin_open", "tty", "use_api_socket"})
_NUMBERS = frozenset({"cpu_shares", "mem_swappiness", "oom_score_adj", "pids_limit", "scale"})
_LISTS = frozenset({"dns", "dns_search", "label_file", "tmpfs"})
_TEXTS = frozenset({"image", "user"})


def _grant(item: Any) -> list[Any]:
    return [{"target": None, **item} if isinstance(item, dict) else {"source": item, "target": None}]


def _env_file(item: Any) -> list[Any]:
    return [{"required": True, **item} if isinstance(item, dict) else {"path": item, "required": True}]


_MEMBERS: Mapping[str, Callable[[Any], list[Any]]] = {
    "configs": _grant,
    "devices": lambda item: [device_entry(item)],
    "env_file": _env_file,
    "ports": port_entries,
    "secrets": _grant,
    "volumes": lambda item: [volume_entry(item)],
}
"""What a member of a list becomes: a range of ports is as many."""


def _text(_: str, value: Any) -> Any:
    return value if value is None or isinstance(value, Unknown) else Masked(value).text


def _dependency(_: str, value: Any) -> Any:
    return value if isinstance(value, dict) else {"condition": "service_started"}


_ENTRIES: Mapping[str, Callable[[str, Any], Any]] = {
    "annotations": _text,
    "depends_on": _dependency,
    "environment": environment_entry,
    "labels": _text,
    "networks": lambda _, value: {} if value is None else value,
    "sysctls": lambda _, value: value,
}
"""What the value of an entry becomes, by its name."""


def normalised(raw: Mapping[str, Any], spots: Spots) -> tuple[dict[str, Any], dict[str, tuple[int, int]]]:
    """Return what a service says in one form, and where it says it."""
    value: dict[str, Any] = {}
    moves: dict[str, Moves] = {}
    for key, item in raw.items():
        if key.startswith("x-"):
            continue
        normal, moves[key] = _attribute(key, item.value if isinstance(item, Override) else item)
        value[key] = Override(normal) if isinstance(item, Override) else normal
    places: dict[str, tuple[int, int]] = {}
    for path, spot in spots.items():
        key, _, below = path.partition("/")
        member, slash, rest = below.partition("/")
        for new in moves.get(key, {}).get(member, [member]):
            places[f"{key}/{new}{slash}{rest}" if below else path] = spot
    return value, places


def _attribute(key: str, item: Any) -> tuple[Any, Moves]:
    """Return an attribute in its one form, and which members of a list went where."""
    if item is None or isinstance(item, Unknown | Reset):
        return item, {}
    if key in _MEMBERS:
        return _listed(item if isinstance(item, list) else [item], _MEMBERS[key])
    if key in _ENTRIES:
        return _mapped(item, _ENTRIES[key])
    if key == "build":
        return _build(item), {}
    if key in _LISTS and not isinstance(item, list):
        return [item], {}
    return _scalar(key, item), {}


def _scalar(key: str, item: Any) -> Any:
    """Return a scalar in the type that the attribute has: a variable's default is written as text."""
    if isinstance(item, str):
        if key in _FLAGS:
            return True if item.lower() in _TRUE else False if item.lower() in _FALSE else item
        if key in _NUMBERS and item.lstrip("-").isdecimal():
            return int(item)
    elif key in _TEXTS and isinstance(item, int | float):
        return str(item)
    return item


def _listed(items: list[Any], member: Callable[[Any], list[Any]]) -> tuple[list[Any], Moves]:
    found: list[Any] = []
    moves: dict[str, list[str]] = {}
    for index, item in enumerate(items):
        entries = [item] if isinstance(item, Reset) else member(item)
        moves[str(index)] = [str(len(found) + i) for i in range(len(entries))]
        found += entries
    return found, moves


def _mapped(item: Any, entry: Callable[[str, Any], Any]) -> tuple[Any, Moves]:
    if not isinstance(item, list):
        return _entries(item, entry) if isinstance(item, dict) else item, {}
    found: dict[str, Any] = {}
    moves: dict[str, list[str]] = {}
    for index, each in enumerate(item):
        if isinstance(each, dict):
            found |= _entries(each, entry)
            continue
        masked = Masked(each)
        name, given, value = masked.text.partition("=")
        name = name.strip() if masked.known(name) else "*"
        found[name] = entry(name, masked.value(value) if given else None)
        moves[str(index)] = [name]
    return found, moves


def _entries(item: dict[str, Any], entry: Callable[[str, Any], Any]) -> dict[str, Any]:
    return {key: value if isinstance(value, Reset) else entry(key, value) for key, value in item.items()}


def _build(item: Any) -> dict[str, Any]:
    given = {key: value for key, value in item.items() if not key.startswith("x-")} if isinstance(item, dict) else {}
    context = given.get("context", ".") if isinstance(item, dict) else item
    args = given.get("args")
    names = args if isinstance(args, Unknown) else [_argument(each) for each in args or []]
    return {**given, "context": context, "dockerfile": given.get("dockerfile"), "args": names}


def _argument(text: Any) -> str:
    return Masked(text).text.partition("=")[0].strip()
