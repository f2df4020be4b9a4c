"""Sources: where a kind is seen, and how each of its attributes is read there, told as data.

Expressions are JMESPath, the language of `aws --query`, judged three-valued: what is unknown stays unknown.
Beside the standard functions there are `from_json`, `lower`, `split`, `matches` and a few more (see the reference).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bartizan.core.kind import Asset, LinkTerm, Term

A = TypeVar("A", bound=Asset)


@dataclass(frozen=True, slots=True, init=False)
class Block:
    """A declared resource of one of these types, or each element that `each` picks within it."""

    types: tuple[str, ...]
    each: str
    where: str

    def __init__(self, *types: str, each: str = "", where: str = "") -> None:
        object.__setattr__(self, "types", types)
        object.__setattr__(self, "each", each)
        object.__setattr__(self, "where", where)


@dataclass(frozen=True, slots=True)
class Owner:
    """Read from the whole resource that holds the nested element."""

    read: str


@dataclass(frozen=True, slots=True)
class OwnerLink:
    """The asset that was made of the whole resource holding the nested element."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Read from another resource that refers to this one: `aws_s3_bucket_versioning` by its `bucket`."""

    types: str | tuple[str, ...]
    on: str
    """Expression, in the other resource, for the reference to this one (or a list of them)."""
    read: str
    none: object = None
    """The value where there is certainly no such resource."""
    all: bool = False
    """Whether `read` is given the list of all such resources instead of the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Through:
    """Read from another resource that this one refers to: a launch template by `launch_template[0].id`."""

    by: str
    read: str
    none: object = None
    """The value where this one certainly refers to nothing."""


@dataclass(frozen=True, slots=True, init=False)
class First:
    """The first of several reads that is not null; unknown as soon as one before it is."""

    reads: tuple[Read, ...]

    def __init__(self, *reads: Read) -> None:
        object.__setattr__(self, "reads", reads)


@dataclass(frozen=True, slots=True)
class Inverse:
    """All assets whose link leads to this one: a group's rules, from each rule's group."""

    link: LinkTerm[Any, Any]


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same for every asset of this source, because the platform leaves no choice."""

    value: object
    because: str


@dataclass(frozen=True, slots=True)
class Unseen:
    """Cannot be said in this language at all."""

    why: str
    later: bool = False
    """Whether another part of the program tells it once all is read; until then it is unknown for this reason."""


Read = str | Owner | OwnerLink | Beside | Through | First | Inverse | Fixed | Unseen


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An example: a text in the source's language, and what is read from it."""

    text: str
    gives: Asset
    """With the address of the resource as id; attributes not named are not compared."""
    file: str = ""
    """The file's name, where the language asks for a certain one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Generic[A]):
    """How one language or service tells of one kind of asset."""

    of: type[A]
    each: Block
    names: tuple[str, ...] = ()
    """Expressions for the names that others may refer to it by; references by address are always understood."""
    reads: Mapping[Term[A], Read]
    shows: Sequence[Shown] = ()
