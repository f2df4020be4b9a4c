"""The other resources of a reading: found by address or name, and by what they refer to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bartizan.collect.query import compiled
from bartizan.collect.resource import Reading, Resource
from bartizan.core.truth import Composite, Partial, Ref, Unknown


class Neighbours:
    """Answers which resources of a reading refer to which."""

    def __init__(self, reading: Reading) -> None:
        self._by_address = {resource.address: resource for resource in reading.resources}
        self._by_type: dict[str, list[Resource]] = defaultdict(list)
        for resource in reading.resources:
            self._by_type[resource.type].append(resource)
        self._names: dict[str, list[Resource]] = {}
        self._referring: dict[tuple[str, str], dict[str, list[Resource]]] = {}
        self._shared: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._loose: dict[tuple[str, str], Unknown] = {}
        self._unread = next((Unknown(f"{gap.file} could not be read") for gap in reading.gaps if not gap.about), None)
        self._modules = {
            address: Unknown(f"{gap.about} could not be read, and it is handed this resource")
            for gap in reading.gaps
            if gap.about and gap.about in self._by_address
            for address in references(self._by_address[gap.about].value)
        }

    def name(self, resource: Resource, names: list[str]) -> None:
        """Let a resource be referred to by names besides its address."""
        for name in names:
            self._names.setdefault(name, []).append(resource)

    def named(self, reference: str) -> Resource | None:
        """Return the resource at an address, or the only one that has a name."""
        found = self.candidates(reference)
        return found[0] if len(found) == 1 else None

    def candidates(self, reference: str) -> list[Resource]:
        """Return the resource at an address, or all that have a name: a role and a group may share one."""
        exact = self._by_address.get(reference)
        return self._names.get(reference, []) if exact is None else [exact]

    def of_type(self, type: str) -> list[Resource]:
        """Return the resources of a type."""
        return self._by_type.get(type, [])

    def referring(self, types: tuple[str, ...], on: str, target: Resource) -> tuple[list[Resource], Unknown | None]:
        """Return the resources whose `on` refers to `target`, and why there may be more."""
        found: list[Resource] = []
        for type in types:
            by_target = self._referring.get((type, on))
            if by_target is None:
                by_target = self._referring[type, on] = self._index(type, on)
            found.extend(by_target.get(target.address, ()))
        return found, self._doubt_beside(types, on, target.address)

    def _doubt_beside(self, types: tuple[str, ...], on: str, address: str) -> Unknown | None:
        if any(address in self._shared[type, on] for type in types):
            return Unknown("its name is also that of another one, and something refers to that name")
        loose = (self._loose[type, on] for type in types if (type, on) in self._loose)
        return next(loose, self.doubt(address))

    def doubt(self, address: str) -> Unknown | None:
        """Return why something that belongs to the resource at `address` may have gone unseen."""
        return self._modules.get(address) if self._unread is None else self._unread

    def _index(self, type: str, on: str) -> dict[str, list[Resource]]:
        query = compiled(on)
        by_target: dict[str, list[Resource]] = defaultdict(list)
        for resource in self._by_type.get(type, ()):
            referred = query(resource.value)
            if isinstance(referred, Unknown) and not referred.present:
                self._loose[type, on] = Unknown(f"{resource.address} may be about it: {referred.why}")
            for reference in dict.fromkeys(references(referred)):
                for target in self.candidates(reference):
                    if sum(other.type == target.type for other in self.candidates(reference)) == 1:
                        by_target[target.address].append(resource)
                    else:
                        self._shared[type, on].add(target.address)
        return by_target


def references(value: Any) -> Iterator[str]:
    """Yield what a value refers to: addresses of resources, and texts that may be names."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Ref):
        yield value.address
    elif isinstance(value, Composite):
        for part in value.parts:
            if isinstance(part, Ref):
                yield part.address
    elif isinstance(value, Partial):
        yield from references(list(value.known))
    elif isinstance(value, list):
        for item in value:
            yield from references(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from references(item)
