"""Sensitivity: classes of data, and what tells that a data store holds them: its kind, its tags, its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


def words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case and in the singular: `ShopCustomers_v2` is shop, customer, v, 2."""
    return tuple(_singular(part.lower()) for part in _PARTS.findall(name))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def told_by_name(of: Sensitivity, name: str) -> str:
    """Return the word or phrase of a name that tells of a class of data; empty for none."""
    found = words(name)
    covered = {at for phrase in of.unless for start, end in _places(phrase, found) for at in range(start, end)}
    for phrase in of.words:
        for start, end in _places(phrase, found):
            if not covered.intersection(range(start, end)):
                return phrase
    return ""


def told_by_tag(of: Sensitivity, tag: str) -> bool:
    """Tell whether a tag, `key=value`, says that a class of data is there."""
    key, _, value = tag.partition("=")
    key_words, value_words = " ".join(words(key.rpartition("/")[2])), " ".join(words(value))
    if value.strip().lower() in AFFIRMING or value_words in AFFIRMING:
        return any(_names(each, key_words) for each in of.tags)
    return (key_words in of.keys or _classifying(key_words)) and _among(of, value_words)


def refused_by_tag(of: Sensitivity, tag: str) -> bool:
    """Tell whether a tag says that it is not so: `pii=false`, or another `environment` than the one that is meant."""
    key, _, value = tag.partition("=")
    key_words = " ".join(words(key.rpartition("/")[2]))
    if key_words in of.keys:
        return bool(words(value)) and not told_by_tag(of, tag)
    said = value.strip().lower() in ("false", "no", "n", "0", "none", "off")
    return said and any(_names(each, key_words) for each in of.tags)


def _among(of: Sensitivity, value: str) -> bool:
    """Tell whether a value of a tag names a class of data, and not in a phrase that means something else."""
    whole = value.split()
    spared = any(list(_places(phrase, whole)) for phrase in of.unless)
    return not spared and any(_names(each, value) for each in of.tags)


def _classifying(key: str) -> bool:
    return key in CLASSIFYING or any(key.endswith(f" {each}") for each in CLASSIFYING)


def _names(phrase: str, said: str) -> bool:
    return bool(list(_places(phrase, tuple(said.split()))))


def _places(phrase: str, among: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where a phrase is among words: from, to. Its words may be written as one."""
    parts = tuple(map(_singular, phrase.split()))
    whole = _singular("".join(phrase.split()))
    for at, word in enumerate(among):
        if word == whole:
            yield at, at + 1
        elif tuple(among[at : at + len(parts)]) == parts:
            yield at, at + len(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What the settings say of assets: that they hold certain classes of data."""

    asset: str
    """Pattern of ids, names or the provider's names; `*` stands for any run of characters."""
    classes: tuple[str, ...]
    """Ids of classes; also such as only the settings know."""
