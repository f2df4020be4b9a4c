"""Conditions: questions about a subject, joined with `&`, `|` and `~`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from bartizan.core.truth import Answer, Fact, Truth, Unknown, weigh
from bartizan.core.verb import VERBS


class Readable(Protocol):
    """Anything whose attributes can be read by name."""

    id: str

    def read(self, name: str) -> Any:
        """Return a value, or `Unknown` when it was never seen."""
        ...


S = TypeVar("S", bound=Readable, contravariant=True)


@dataclass(frozen=True, slots=True)
class Followed:
    """The assets a link leads to, and why there may be more."""

    assets: Sequence[Readable]
    more: Unknown | None = None


class View(Protocol):
    """What a condition may see of the world beyond its own subject."""

    def follow(self, subject: Readable, link: str) -> Followed:
        """Return the assets a link of `subject` leads to."""
        ...


class Condition(ABC, Generic[S]):
    """A question about one kind of subject."""

    __slots__ = ()

    @abstractmethod
    def ask(self, subject: S, view: View) -> Answer:
        """Answer the question for one subject: the specification that the column form is held to."""

    def __and__(self, other: Condition[S]) -> Condition[S]:
        return Joined(self, other, min)

    def __or__(self, other: Condition[S]) -> Condition[S]:
        return Joined(self, other, max)

    def __invert__(self) -> Condition[S]:
        return Negated(self)


@dataclass(frozen=True, slots=True)
class Joined(Condition[S]):
    """Two conditions under `&` (min) or `|` (max)."""

    left: Condition[S]
    right: Condition[S]
    by: Callable[[Iterable[Truth]], Truth]

    def ask(self, subject: S, view: View) -> Answer:
        return weigh([self.left.ask(subject, view), self.right.ask(subject, view)], self.by)

    def __str__(self) -> str:
        word = "and" if self.by is min else "or"
        return f"{_part(self.left, self.by)} {word} {_part(self.right, self.by)}"


def _part(condition: Condition[Any], by: object) -> str:
    mixed = isinstance(condition, Joined) and condition.by is not by
    return f"({condition})" if mixed else str(condition)


@dataclass(frozen=True, slots=True)
class Negated(Condition[S]):
    """A condition turned around."""

    inner: Condition[S]

    def ask(self, subject: S, view: View) -> Answer:
        return ~self.inner.ask(subject, view)

    def __str__(self) -> str:
        inner = f"({self.inner})" if isinstance(self.inner, Joined) else str(self.inner)
        return f"not {inner}"


@dataclass(frozen=True, slots=True)
class Tested(Condition[S]):
    """One attribute of the subject, a verb and an operand."""

    name: str
    verb: str
    operand: Any

    def ask(self, subject: S, view: View) -> Answer:
        value = subject.read(self.name)
        return Answer(VERBS[self.verb].judge(value, self.operand), (Fact(subject.id, self.name, value),))

    def __str__(self) -> str:
        name = self.name.replace("_", " ")
        if self.operand is True and self.verb == "is":
            return name
        return f"{name} {self.verb} {_worded(self.operand)}".rstrip()


def _worded(operand: object) -> str:
    if operand is None:
        return ""
    if isinstance(operand, frozenset | tuple):
        return ", ".join(
            str(item) for item in (sorted(operand, key=str) if isinstance(operand, frozenset) else operand)
        )
    return str(operand)


@dataclass(frozen=True, slots=True)
class Across(Condition[S]):
    """A condition asked of every asset a link leads to: `max` for some of them, `min` for all."""

    link: str
    inner: Condition[Any] | None
    by: Callable[[Iterable[Truth]], Truth]

    def ask(self, subject: S, view: View) -> Answer:
        followed = view.follow(subject, self.link)
        if self.inner is None:
            answers = [Answer(Truth.YES, (Fact(subject.id, self.link, asset.id),)) for asset in followed.assets]
        else:
            answers = [self.inner.ask(asset, view) for asset in followed.assets]
        if followed.more is not None:
            answers.append(Answer(Truth.UNKNOWN, (Fact(subject.id, self.link, followed.more),)))
        if not answers:
            return Answer(Truth.NO if self.by is max else Truth.YES, (Fact(subject.id, self.link, None),))
        return weigh(answers, self.by)

    def __str__(self) -> str:
        link = self.link.replace("_", " ")
        if self.inner is None:
            return f"there is some {link}"
        return f"{'some' if self.by is max else 'every'} {link} has: {self.inner}"
