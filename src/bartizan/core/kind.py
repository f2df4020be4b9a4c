"""Kinds: what exists and what may be known of it.

A kind is a class and an attribute is a descriptor. Read on the class it is a term for building
conditions (`Bucket.versioned`); read on an instance it is a value, or `Unknown`. A subclass has all
the attributes of its base: a rule for every `ObjectStore` judges the buckets of every cloud.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Generic, Self, TypeVar, cast, overload

from bartizan.core.condition import Across, Condition, Tested
from bartizan.core.place import Place
from bartizan.core.truth import Answer, Fact, Unknown
from bartizan.core.verb import VERBS

NOT_COLLECTED = Unknown("not collected")


class Attribute:
    """Declares one thing that may be known of a subject."""

    name: str

    def __init__(self, says: str, *, derived: bool = False) -> None:
        """Declare it; `derived`: no source tells it, the whole of what was read does. Until then it is unknown."""
        self.says = says
        self.derived = derived

    def __set_name__(self, owner: type[Subject], name: str) -> None:
        self.name = name


class Subject:
    """Anything a condition can be asked of."""

    __slots__ = ("id", "values")

    kind: ClassVar[str] = ""
    identifier: ClassVar[str] = ""
    """The provider's own name of such a thing, in terms of its attributes: `arn:{partition}:s3:::{name}`. `{account}`,
    `{region}` and `{partition}` are where it is deployed to."""
    attributes: ClassVar[Mapping[str, Attribute]] = {}

    def __init_subclass__(cls, kind: str = "", identifier: str = "") -> None:
        cls.kind = kind
        cls.identifier = identifier or cls.identifier
        own = {name: value for name, value in vars(cls).items() if isinstance(value, Attribute)}
        inherited = {name: each for base in reversed(cls.__bases__) for name, each in _attributes(base).items()}
        cls.attributes = {**inherited, **own}

    def __init__(self, id: str = "example", **values: object) -> None:
        if strange := values.keys() - self.attributes.keys():
            raise TypeError(f"{self.kind} has no attribute {', '.join(sorted(strange))}")
        self.id = id
        self.values = values

    def read(self, name: str) -> Any:
        """Return a value, or `Unknown` when it was never seen."""
        return self.values.get(name, NOT_COLLECTED)

    def __repr__(self) -> str:
        return f"{self.kind}({self.id!r})"


def _attributes(of: type) -> Mapping[str, Attribute]:
    return of.attributes if issubclass(of, Subject) else {}


class Asset(Subject):
    """Something that exists: a bucket, a role, a pod, a container image.

    A class without a `kind` is abstract: rules may be written for it, nothing is one directly.
    """

    __slots__ = ("place", "places", "source")

    def __init__(self, id: str = "example", **values: object) -> None:
        super().__init__(id, **values)
        self.place: Place | None = None
        self.places: Mapping[str, Place] = {}
        self.source = ""

    @classmethod
    def seen(cls, id: str, values: dict[str, object], place: Place, places: Mapping[str, Place], source: str) -> Self:
        """Return an asset as a source tells of it; `places` says where single attributes are written."""
        asset = cls.__new__(cls)
        asset.id, asset.values, asset.place, asset.places, asset.source = id, values, place, places, source
        return asset


S = TypeVar("S", bound=Subject)
A = TypeVar("A", bound=Asset)
T = TypeVar("T", bound=Asset)


class Term(Generic[S]):
    """An attribute as it is named in a condition."""

    __slots__ = ("name", "of")

    def __init__(self, name: str, of: type[S]) -> None:
        self.name, self.of = name, of

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Term) and (self.name, self.of) == (other.name, other.of)

    def __hash__(self) -> int:
        return hash((self.name, self.of))

    def __repr__(self) -> str:
        return f"{self.of.__name__}.{self.name}"

    def is_set(self) -> Condition[S]:
        """Hold when there is a value, whatever it is."""
        return Tested(self.name, "is set", None)


class FlagTerm(Term[S], Condition[S]):
    """A yes-or-no attribute: a condition in itself."""

    __slots__ = ()

    def ask(self, subject: S, view: Any) -> Answer:
        value = subject.read(self.name)
        return Answer(VERBS["is"].judge(value, True), (Fact(subject.id, self.name, value),))

    def __str__(self) -> str:
        return self.name.replace("_", " ")


class TextTerm(Term[S]):
    """A text attribute."""

    __slots__ = ()

    def equals(self, value: str) -> Condition[S]:
        """Hold when the text is exactly `value`."""
        return Tested(self.name, "is", value)

    def one_of(self, *values: str) -> Condition[S]:
        """Hold when the text is any of `values`."""
        return Tested(self.name, "is one of", values)

    def starts_with(self, start: str) -> Condition[S]:
        """Hold when the text begins with `start`."""
        return Tested(self.name, "starts with", start)

    def ends_with(self, end: str) -> Condition[S]:
        """Hold when the text ends with `end`."""
        return Tested(self.name, "ends with", end)

    def contains(self, part: str) -> Condition[S]:
        """Hold when `part` is somewhere in the text."""
        return Tested(self.name, "contains", part)

    def matches(self, pattern: str) -> Condition[S]:
        """Hold when the regular expression is found in the text."""
        return Tested(self.name, "matches", pattern)


class NumberTerm(Term[S]):
    """A number attribute."""

    __slots__ = ()

    def equals(self, value: float) -> Condition[S]:
        """Hold when the number is exactly `value`."""
        return Tested(self.name, "is", value)

    def at_least(self, bound: float) -> Condition[S]:
        """Hold when the number is `bound` or more."""
        return Tested(self.name, "is at least", bound)

    def at_most(self, bound: float) -> Condition[S]:
        """Hold when the number is `bound` or less."""
        return Tested(self.name, "is at most", bound)


class ManyTerm(Term[S]):
    """A set of texts or numbers."""

    __slots__ = ()

    def has(self, value: str | int) -> Condition[S]:
        """Hold when `value` is a member."""
        return Tested(self.name, "has", value)

    def has_any(self, *values: str | int) -> Condition[S]:
        """Hold when at least one of `values` is a member."""
        return Tested(self.name, "has one of", frozenset(values))

    def has_all(self, *values: str | int) -> Condition[S]:
        """Hold when all of `values` are members."""
        return Tested(self.name, "has all of", frozenset(values))

    def has_only(self, *values: str | int) -> Condition[S]:
        """Hold when every member is one of `values`; holds for the empty set."""
        return Tested(self.name, "has only", frozenset(values))

    def has_match(self, pattern: str) -> Condition[S]:
        """Hold when the regular expression is found in some member."""
        return Tested(self.name, "has a match of", pattern)

    def empty(self) -> Condition[S]:
        """Hold when there is no member."""
        return Tested(self.name, "is empty", None)


class LinkTerm(Term[S], Generic[S, A]):
    """A link as it is named in a condition."""

    __slots__ = ("to",)

    def __init__(self, name: str, of: type[S], to: type[A]) -> None:
        super().__init__(name, of)
        self.to = to

    def any(self, condition: Condition[A] | None = None) -> Condition[S]:
        """Hold when at least one linked asset meets the condition, or is there at all."""
        return Across(self.name, condition, max)

    def all(self, condition: Condition[A]) -> Condition[S]:
        """Hold when every linked asset meets the condition; holds where there is none."""
        return Across(self.name, condition, min)


class Flag(Attribute):
    """Declares a yes-or-no attribute."""

    @overload
    def __get__(self, subject: None, kind: type[S]) -> FlagTerm[S]: ...
    @overload
    def __get__(self, subject: S, kind: type[S]) -> bool | Unknown: ...
    def __get__(self, subject: Any, kind: Any) -> Any:
        return FlagTerm(self.name, kind) if subject is None else subject.read(self.name)


class Text(Attribute):
    """Declares a text attribute."""

    @overload
    def __get__(self, subject: None, kind: type[S]) -> TextTerm[S]: ...
    @overload
    def __get__(self, subject: S, kind: type[S]) -> str | Unknown | None: ...
    def __get__(self, subject: Any, kind: Any) -> Any:
        return TextTerm(self.name, kind) if subject is None else subject.read(self.name)


class Number(Attribute):
    """Declares a number attribute; the sentence names its unit."""

    @overload
    def __get__(self, subject: None, kind: type[S]) -> NumberTerm[S]: ...
    @overload
    def __get__(self, subject: S, kind: type[S]) -> float | Unknown | None: ...
    def __get__(self, subject: Any, kind: Any) -> Any:
        return NumberTerm(self.name, kind) if subject is None else subject.read(self.name)


class Many(Attribute):
    """Declares a set-valued attribute."""

    @overload
    def __get__(self, subject: None, kind: type[S]) -> ManyTerm[S]: ...
    @overload
    def __get__(self, subject: S, kind: type[S]) -> frozenset[str | int] | Unknown: ...
    def __get__(self, subject: Any, kind: Any) -> Any:
        return ManyTerm(self.name, kind) if subject is None else subject.read(self.name)


class Document(Attribute):
    """Declares a document, such as a policy: JSON text, in which what could not be seen is a hole.

    Its value is kept as it was written, well-formed or not. A hole is a text between U+E000 and U+E001: the id of an
    asset, `|` and an attribute for a reference to it, otherwise `?` and why it is not known.
    """

    @overload
    def __get__(self, subject: None, kind: type[S]) -> Term[S]: ...
    @overload
    def __get__(self, subject: S, kind: type[S]) -> str | Unknown | None: ...
    def __get__(self, subject: Any, kind: Any) -> Any:
        return Term(self.name, kind) if subject is None else subject.read(self.name)


class Link(Attribute, Generic[T]):
    """Declares a link to other assets; its value is the ids of those assets."""

    def __init__(self, to: type[T] | Callable[[], type[T]], says: str, *, derived: bool = False) -> None:
        super().__init__(says, derived=derived)
        self._to = to

    @property
    def to(self) -> type[T]:
        """The kind it leads to; given as a function where that kind is declared further down."""
        return cast("type[T]", self._to) if isinstance(self._to, type) else self._to()

    @overload
    def __get__(self, subject: None, kind: type[S]) -> LinkTerm[S, T]: ...
    @overload
    def __get__(self, subject: S, kind: type[S]) -> frozenset[str] | Unknown: ...
    def __get__(self, subject: Any, kind: Any) -> Any:
        return LinkTerm(self.name, kind, self.to) if subject is None else subject.read(self.name)
