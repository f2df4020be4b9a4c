"""Resources in the making, out of the properties of a serverless one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.iac.cloudformation.call import ABSENT
from bartizan.collect.iac.cloudformation.evaluate import Spots
from bartizan.collect.iac.cloudformation.text import Piece, joined, written
from bartizan.collect.resource import Resource
from bartizan.core.truth import Ref, Unknown


def read(value: Any, path: str) -> Any:
    """Return what is at a path within a value: `ABSENT` where nothing is, `Unknown` where that cannot be told."""
    for key in path.split("/"):
        if isinstance(value, Unknown):
            return Unknown(value.why)
        value = value.get(key, ABSENT) if isinstance(value, dict) else ABSENT
    return value


def given(value: Any) -> bool:
    """Tell whether a value that was read is there, or may be."""
    return value is not ABSENT and value is not None


def ref(address: str, attribute: str = "Ref") -> Ref:
    """Return an attribute of a resource."""
    tail = "" if attribute == "Ref" else f".{attribute}"
    return Ref(f"known after deployment: {address}{tail}", address, attribute)


def pseudo(name: str) -> Ref:
    """Return what only the account tells: `Region`, `AccountId`, `Partition`."""
    return Ref(f"AWS::{name} is known at deployment", f"AWS::{name}", "")


def arn(service: str, *rest: Any) -> Piece:
    """Return an ARN in the account and region of the stack."""
    head = ("arn:", pseudo("Partition"), f":{service}:", pseudo("Region"), ":", pseudo("AccountId"), ":")
    return joined(written(part) for part in (*head, *rest))


@dataclass(slots=True)
class Draft:
    """A resource that another one becomes."""

    source: Resource
    type: str
    address: str
    value: dict[str, Any] = field(default_factory=dict)
    spots: Spots = field(default_factory=dict)
    doubt: Unknown | None = None

    def read(self, path: str) -> Any:
        """Return a property of the source."""
        return read(self.source.value, path)

    def take(self, *names: str, within: str = "") -> Draft:
        """Copy properties that have the same name here; `within` is where the source has them."""
        for name in names:
            self.take_as(f"{within}/{name}" if within else name, name)
        return self

    def take_as(self, at: str, to: str, made: Callable[[Any], Any] = lambda value: value) -> Draft:
        """Copy a property under another name, changed by `made` where it is known.

        Where it may be absent, so may be the mapping it is to stand in.
        """
        found = self.read(at)
        if not given(found):
            return self
        outer = to.partition("/")[0]
        if isinstance(found, Unknown) and not found.present and outer not in self.value:
            to = outer
        return self.put(to, found if isinstance(found, Unknown) else made(found), at)

    def put(self, to: str, value: Any, at: str = "") -> Draft:
        """Set a property, written at the path `at` of the source; in a mapping that is not known nothing is set."""
        *outer, last = to.split("/")
        here = self.value
        for key in outer:
            here = here.setdefault(key, {})
            if not isinstance(here, dict):
                return self
        here[last] = value
        if at:
            self.mark(to, at, within=isinstance(value, dict | list))
        return self

    def mark(self, to: str, at: str, *, within: bool = True) -> None:
        """Note that what is at `to`, and what is within it, is written at the path `at` of the source."""
        spots = self.source.spots
        if at in spots:
            self.spots[to] = spots[at]
        if within:
            inner = f"{at}/"
            self.spots.update((to + path[len(at) :], spot) for path, spot in spots.items() if path.startswith(inner))

    def done(self) -> Resource:
        """Return the resource, at the place of its source."""
        source = self.source
        doubt = source.doubt if self.doubt is None else self.doubt
        return Resource(
            type=self.type, address=self.address, value=self.value, place=source.place, spots=self.spots, doubt=doubt
        )


def tag_list(tags: Any) -> Any:
    """Return tags, written as a mapping, as a list of keys and values."""
    return [{"Key": key, "Value": value} for key, value in tags.items()] if isinstance(tags, dict) else tags
