"""Three-valued truth, and values that could not be seen.

A scanner that cannot see a setting must not guess it. Every question the core asks is answered
yes, no or unknown, after Kleene: `and` is the least of its parts, `or` the greatest, `not` minus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar, Literal, NamedTuple


class Truth(IntEnum):
    """How far a claim is known to hold."""

    NO = -1
    UNKNOWN = 0
    YES = 1

    def __neg__(self) -> Truth:
        return _OPPOSITE[self]


_OPPOSITE = {Truth.NO: Truth.YES, Truth.UNKNOWN: Truth.UNKNOWN, Truth.YES: Truth.NO}


def truth(claim: bool) -> Truth:
    """Return the truth of a claim that is known to hold or not."""
    return Truth.YES if claim else Truth.NO


@dataclass(frozen=True, slots=True)
class Unknown:
    """Stands in for a value that could not be seen, and says why."""

    why: str

    present: ClassVar[bool] = False
    """Whether the value is certain to be there (not null), though not what it is."""

    def __bool__(self) -> Literal[False]:
        raise TypeError(f"an unknown value is neither true nor false: {self.why}")


@dataclass(frozen=True, slots=True)
class Ref(Unknown):
    """An attribute of another resource, known only once that resource exists."""

    address: str = ""
    """The address of the resource, within the same reading."""
    attribute: str = ""
    """The attribute's name in the language it was written in: `arn`, `id`, `Arn`."""

    present: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Composite(Unknown):
    """A text of which some parts are unknown: `${aws_s3_bucket.logs.arn}/*`."""

    parts: tuple[str | Unknown, ...] = ()

    present: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Partial(Unknown):
    """A collection of which only some members are known; there may be more."""

    known: tuple[object, ...] = ()

    present: ClassVar[bool] = True


class Fact(NamedTuple):
    """One value that was read to answer a question. A tuple, for one is made at every step of every verdict."""

    asset: str
    name: str
    value: object


class Answer(NamedTuple):
    """A truth together with the facts that decided it."""

    truth: Truth
    facts: tuple[Fact, ...] = ()

    def __invert__(self) -> Answer:
        return Answer(-self.truth, self.facts)


def weigh(answers: Sequence[Answer], by: Callable[[Iterable[Truth]], Truth]) -> Answer:
    """Combine answers with `min` (all must hold) or `max` (one suffices).

    Only the facts that decided the outcome are kept: they are the evidence.
    """
    decided = by([answer.truth for answer in answers])
    deciding = [answer for answer in answers if answer.truth is decided]
    if len(deciding) == 1:
        return deciding[0]
    return Answer(decided, tuple(dict.fromkeys([fact for answer in deciding for fact in answer.facts])))
