"""Sensitivity: classes of data, and what tells that a data store holds them: its kind, its tags, its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bartizan.core.condition import Condition
from bartizan.core.kind import Asset

SENSITIVE = 0.5
"""Weight from which on a class matters where nothing else is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A kind of asset that holds a class of data by its nature."""

    by: type[Asset]
    where: Condition[Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """A class of data. Words and phrases are in lower case, the words of a phrase separated by spaces."""

    id: str
    title: str
    words: tuple[str, ...] = ()
    """Words and phrases in the name of what holds it, in the singular: `customer`, `credit card`."""
    unless: tuple[str, ...] = ()
    """Phrases with such a word in them that mean something else: `customer managed`."""
    tags: tuple[str, ...] = ()
    """Values of tags that classify data (`data-classification=pii`), and keys of tags that say yes (`pii=true`)."""
    keys: tuple[str, ...] = ()
    """Further keys of tags whose value may name it: `environment`."""
    named: tuple[type[Asset], ...] = ()
    """Kinds of which the name tells it; all where none are given."""
    kept: tuple[Kept, ...] = ()
    weight: float
    """How much it matters, 0 to 1."""
    lesser: bool = False
    """It counts only for what nothing else is told of: a database holds records, whatever it is called."""
    clears: bool = False
    """It says that there is nothing to protect: where a tag says so, words in the name do not count."""
    because: str
    """Why it matters: one sentence."""


CLASSIFYING = frozenset(
    {
        "classification", "data classification", "data class", "data type", "data sensitivity", "sensitivity",
        "confidentiality", "data category", "data", "contains", "holds", "compliance", "compliance scope",
        "regulation", "data privacy", "privacy", "information classification", "security classification",
    }
)  # fmt: skip
"""Keys of tags whose value names a class of data, as words."""
AFFIRMING = frozenset({"", "true", "yes", "y", "1", "on", "high", "in scope", "required", "enabled"})
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
REFUSING = frozenset({"false", "no", "n", "0", "none", "off"})


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case and in the singular: `ShopCustomers_v2` is shop, customer, v, 2."""
    return tuple(_singular(part.lower()) for part in _PARTS.findall(name))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=65536)
def _plain(text: str) -> str:
    """Return the words of a text, each between blanks."""
    return f" {' '.join(words(text))} "


@lru_cache(maxsize=1024)
def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of some phrases among words; those of a phrase may be written as one."""
    forms = {" ".join(map(_singular, each.split())) for each in phrases}
    forms |= {_singular("".join(each.split())) for each in phrases}
    return re.compile(f"(?<= )(?:{'|'.join(sorted(map(re.escape, forms), key=len, reverse=True))})(?= )")


def _found(of: Sensitivity, phrases: tuple[str, ...], text: str) -> str:
    """Return the first of some phrases in a text, those left out that are part of one that means something else."""
    if not phrases:
        return ""
    said = _plain(text)
    match = _any(phrases).search(said)
    if match is None or not of.unless:
        return match[0] if match else ""
    match = _any(phrases).search(_any(of.unless).sub("_", said))
    return match[0] if match else ""


def told_by_name(of: Sensitivity, name: str) -> str:
    """Return the word or phrase of a name that tells of a class of data; empty for none."""
    return _found(of, of.words, name)


def told_by_tag(of: Sensitivity, tag: str) -> bool:
    """Tell whether a tag, `key=value`, says that a class of data is there."""
    key, value = _parts(tag)
    if value.strip().lower() in AFFIRMING:
        return bool(_found(of, of.tags, key))
    return _classifying(key, of) and bool(_found(of, of.tags, value))


def refused_by_tag(of: Sensitivity, tag: str) -> bool:
    """Tell whether a tag says that it is not so: `pii=false`, or another `environment` than the one that is meant."""
    key, value = _parts(tag)
    if _plain(key).strip() in of.keys:
        return bool(words(value)) and not told_by_tag(of, tag)
    return value.strip().lower() in REFUSING and bool(_found(of, of.tags, key))


def _parts(tag: str) -> tuple[str, str]:
    """Return the key of a tag, without the domain that goes before it, and its value."""
    key, _, value = tag.partition("=")
    return key.rpartition("/")[2], value


def _classifying(key: str, of: Sensitivity) -> bool:
    said = _plain(key).strip()
    return said in of.keys or said in CLASSIFYING or any(said.endswith(f" {each}") for each in CLASSIFYING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What the settings say of assets: that they hold certain classes of data."""

    asset: str
    """Pattern of ids, names or the provider's names; `*` stands for any run of characters."""
    classes: tuple[str, ...]
    """Ids of classes; also such as only the settings know."""
