"""Every AWS action that is published: its name, access level, kinds of resource, condition keys.

`data/actions.txt` is written by `tools/aws_actions.py`. Its first line says what it was made of. Each other one is a
service, parted by tabs: prefix, title, a letter for the access level of each action, the actions in order, and details
as JSON. The names of all are read at once, details service by service when first asked for.

Case does not matter in what is asked. An action that is not here may exist nevertheless: AWS has some it does not
publish, and newer ones than the data. Answers on those are None or empty, and `known` tells.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

LEVELS = {"L": "List", "R": "Read", "W": "Write", "T": "Tagging", "P": "Permissions management"}
"""Access levels by their letter in the data."""


class Edition(NamedTuple):
    """What the data was made of, and when that was last brought up to date: `2026-09-26`."""

    source: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A type of resource that an action is about."""

    name: str
    pattern: str
    """Its ARN with `*` for each part that differs: `arn:*:s3:::*`."""
    required: bool
    """A policy has to name one of these for the action; else it may."""


@dataclass(frozen=True, slots=True)
class _Service:
    title: str
    first: int
    """Position of its first action among all."""
    details: str


@dataclass(frozen=True, slots=True)
class _Catalogue:
    edition: Edition
    names: tuple[str, ...]
    folded: tuple[str, ...]
    """Names in lower case, sorted."""
    levels: str
    services: dict[str, _Service]


@dataclass(frozen=True, slots=True)
class _Row:
    kinds: tuple[Kind, ...]
    keys: tuple[str, ...]
    needs: tuple[str, ...]


def names() -> tuple[str, ...]:
    """Return all actions as AWS writes them, sorted regardless of case."""
    return _catalogue().names


def known(action: str) -> bool:
    """Tell whether an action is published."""
    return number(action) is not None


def number(action: str) -> int | None:
    """Return the position of an action in `names`."""
    folded, action = _catalogue().folded, action.lower()
    at = bisect_left(folded, action)
    return at if at < len(folded) and folded[at] == action else None


def written(action: str) -> str:
    """Return an action as AWS writes it; one that is not published as it is."""
    at = number(action)
    return action if at is None else _catalogue().names[at]


def level(action: str) -> str | None:
    """Return an action's access level: List, Read, Write, Tagging or Permissions management."""
    at = number(action)
    return None if at is None else LEVELS[_catalogue().levels[at]]


def kinds(action: str) -> tuple[Kind, ...]:
    """Return the types of resource that an action is about; none for one that is about no resource."""
    row = _row(action)
    return row.kinds if row else ()


def resources(action: str) -> tuple[str, ...]:
    """Return the ARN patterns of what an action is about; `*` alone where it is about no resource or not known."""
    return tuple(dict.fromkeys(kind.pattern for kind in kinds(action))) or ("*",)


def keys(action: str) -> tuple[str, ...]:
    """Return the condition keys of an action and of its resources, the global ones (`aws:SourceIp`) left out."""
    row = _row(action)
    return row.keys if row else ()


def needs(action: str) -> tuple[str, ...]:
    """Return the actions that one needs as well: `iam:PassRole` for `lambda:CreateFunction`."""
    row = _row(action)
    return row.needs if row else ()


@lru_cache(maxsize=16384)
def expand(pattern: str) -> tuple[str, ...]:
    """Return the published actions that a pattern with `*` and `?` covers."""
    catalogue, pattern = _catalogue(), pattern.lower()
    fixed = re.split(r"[*?]", pattern, maxsplit=1)[0]
    start = bisect_left(catalogue.folded, fixed)
    stop = bisect_left(catalogue.folded, fixed + "\U0010ffff", lo=start)
    rest = pattern[len(fixed) :]
    if rest and not rest.strip("*"):
        return catalogue.names[start:stop]
    fits = _regex(rest).fullmatch
    return tuple(catalogue.names[at] for at in range(start, stop) if fits(catalogue.folded[at], len(fixed)))


def service_title(prefix: str) -> str | None:
    """Return the name of the service that a prefix stands for: `Amazon SQS` for `sqs`."""
    service = _catalogue().services.get(prefix.lower())
    return service.title if service else None


def services() -> tuple[str, ...]:
    """Return the prefixes of all services."""
    return tuple(_catalogue().services)


def edition() -> Edition:
    """Return what the data was made of, and its date."""
    return _catalogue().edition


def _regex(pattern: str) -> re.Pattern[str]:
    signs = {"*": ".*", "?": "."}
    runs = re.split(r"([*?])", re.sub(r"\*+", "*", pattern))
    return re.compile("".join(signs.get(run) or re.escape(run) for run in runs), re.DOTALL)


@lru_cache(maxsize=1)
def _catalogue() -> _Catalogue:
    lines = (files("bartizan.identity.aws") / "data" / "actions.txt").read_text("utf-8").splitlines()
    source, date, _ = lines[0].removeprefix("# ").split("\t")
    names: list[str] = []
    levels: list[str] = []
    services: dict[str, _Service] = {}
    for line in lines[1:]:
        prefix, title, letters, actions, details = line.split("\t")
        services[prefix] = _Service(title, len(names), details)
        names += f"{prefix}:{actions.replace(' ', f' {prefix}:')}".split(" ")
        levels.append(letters)
    folded = tuple("\n".join(names).lower().split("\n"))
    return _Catalogue(Edition(source, date), tuple(names), folded, "".join(levels), services)


def _row(action: str) -> _Row | None:
    at = number(action)
    if at is None:
        return None
    prefix = action.partition(":")[0].lower()
    return _rows(prefix)[at - _catalogue().services[prefix].first]


@lru_cache(maxsize=512)
def _rows(prefix: str) -> tuple[_Row, ...]:
    details = json.loads(_catalogue().services[prefix].details)
    patterns = [(name, re.sub(r"\$\{[^}]*\}", "*", arn)) for name, arn in details["types"]]
    keys = [tuple(joined.split()) for joined in details["keys"]]
    return tuple(
        _Row(tuple(_kind(patterns, mark) for mark in marks), keys[key_set], tuple(needed))
        for marks, key_set, *needed in details["actions"]
    )


def _kind(patterns: list[tuple[str, str]], mark: int) -> Kind:
    """Read the number of a kind; one that is not required is stored as its complement."""
    name, pattern = patterns[mark if mark >= 0 else ~mark]
    return Kind(name=name, pattern=pattern, required=mark >= 0)
