"""Makes assets of what was read, as the sources tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bartizan.collect.comparison import truthy
from bartizan.collect.neighbours import Neighbours, references
from bartizan.collect.query import Query, compiled, focus
from bartizan.collect.reads import Reader, Spot, elements, reader
from bartizan.collect.resource import Reading, Resource
from bartizan.collect.statements import Statements
from bartizan.collect.value import converter
from bartizan.core.kind import Asset, Document, Link
from bartizan.core.place import Place
from bartizan.core.source import Beside, First, Inverse, Read, Source
from bartizan.core.truth import Partial, Unknown


@dataclass(frozen=True, slots=True)
class Plan:
    """A source, compiled."""

    source: Source[Any]
    each: Query | None
    within: str
    """Where to look for elements that have no path."""
    where: Query | None
    names: tuple[Query, ...]
    reads: tuple[tuple[str, Reader, Callable[[Any], Any]], ...]
    links: tuple[tuple[str, Link[Any]], ...]
    inverses: tuple[tuple[str, Inverse], ...]


def plan(source: Source[Any]) -> Plan:
    """Compile a source; raises `ValueError` or a JMESPath error for one that is malformed."""
    attributes = source.of.attributes
    reads, links, inverses = [], [], []
    for term, read in source.reads.items():
        attribute = attributes[term.name]
        if isinstance(read, Inverse):
            inverses.append((term.name, read))
        elif (made := reader(read)) is not None:
            reads.append((term.name, made, converter(attribute)))
            if isinstance(attribute, Link):
                links.append((term.name, attribute))
    return Plan(
        source,
        compiled(source.each.each) if source.each.each else None,
        next(iter(focus(source.each.each)), "") if source.each.each else "",
        compiled(source.each.where) if source.each.where else None,
        tuple(map(compiled, source.names)),
        tuple(reads),
        tuple(links),
        tuple(inverses),
    )


ELSEWHERE = "it refers to something that is declared elsewhere"
"""Why a link leads to more than what is known, where it names something that was not read."""

INSTRUMENTAL = frozenset({"parameter", "output", "variable", "module"})
"""Types that nothing is deployed of: they are read for the sake of others."""


class Plans:
    """The sources by the type of resource they are about, each compiled when such a resource is first met."""

    def __init__(self, sources: Iterable[Source[Any]]) -> None:
        self._sources: dict[str, list[Source[Any]]] = defaultdict(list)
        self._plans: dict[int, Plan] = {}
        beside = set(INSTRUMENTAL)
        for source in sources:
            for type in source.each.types:
                self._sources[type].append(source)
            for read in source.reads.values():
                beside.update(_beside_types(read))
        self.known = frozenset(self._sources) | beside
        """Types that some source is about, or reads beside others."""

    def of(self, type: str) -> list[Plan]:
        """Return the plans for a type of resource; none for one that no kind describes."""
        return [self._plan(source) for source in self._sources.get(type, ())]

    def _plan(self, source: Source[Any]) -> Plan:
        made = self._plans.get(id(source))
        if made is None:
            made = self._plans[id(source)] = plan(source)
        return made


def _beside_types(read: Read) -> Iterator[str]:
    if isinstance(read, First):
        for each in read.reads:
            yield from _beside_types(each)
    elif isinstance(read, Beside):
        yield from (read.types,) if isinstance(read.types, str) else read.types


@dataclass(slots=True)
class Made:
    """The assets of one reading, before and after their links are known."""

    assets: list[Asset] = field(default_factory=list)
    unmodelled: Counter[str] = field(default_factory=Counter)


def make(reading: Reading, place: str, plans: Plans) -> Made:
    """Make the assets of a reading.

    `place` is what the reading is of (a directory or a file, relative to the scanned root): it begins each id.
    """
    return _Making(reading, place, plans).run()


class _Making:
    """Makes the assets of one reading: first each by itself, then the links between them."""

    def __init__(self, reading: Reading, place: str, plans: Plans) -> None:
        self._resources = reading.resources
        self._place = place
        self._plans = plans
        self._neighbours = Neighbours(reading)
        self._statements = Statements(self._neighbours)
        self._at: dict[str, list[Asset]] = defaultdict(list)
        self._made: dict[tuple[str, type[Asset]], list[str]] = {}
        self._links: list[tuple[Asset, Plan, str]] = []
        self._open: dict[str, list[tuple[type[Asset], Unknown]]] = defaultdict(list)

    def run(self) -> Made:
        made = Made()
        self._name_resources()
        for resource in self._resources:
            if resource.type not in self._plans.known:
                made.unmodelled[resource.type] += 1
            for each in self._plans.of(resource.type):
                self._make(resource, each, made.assets)
        self._resolve_links()
        self._resolve_inverses(made.assets)
        return made

    def _name_resources(self) -> None:
        for resource in self._resources:
            for each in self._plans.of(resource.type):
                if each.each is None:
                    names = [query(resource.value) for query in each.names]
                    self._neighbours.name(resource, [name for name in names if isinstance(name, str) and name])

    def _make(self, resource: Resource, plan: Plan, into: list[Asset]) -> None:
        for path, value in elements(plan.each, resource, plan.within):
            if isinstance(value, Unknown):
                self._open[resource.address].append((plan.source.of, value))
                continue
            if plan.where is not None and truthy(plan.where(value)) is False:
                continue
            spot = Spot(resource, value, path, self._neighbours)
            asset = self._asset(spot, plan, f"{resource.address}/{path}" if path else resource.address)
            into.append(asset)
            self._links.append((asset, plan, resource.address))
            self._at[resource.address].append(asset)

    def _asset(self, spot: Spot, plan: Plan, address: str) -> Asset:
        values: dict[str, object] = {}
        places: dict[str, Place] = {}
        for name, read, convert in plan.reads:
            value = read.value(spot)
            values[name] = convert(value)
            written = read.places(spot)
            if written:
                places[name] = written[0].place
            if isinstance(value, dict) and isinstance(plan.source.of.attributes[name], Document):
                found = self._statements.places(value, written)
                places.update((f"{name}/{number}", place) for number, place in found)
        whole = spot.resource.place
        place = spot.resource.locate(spot.path) if spot.path else whole
        kind: type[Asset] = plan.source.of
        return kind.seen(self._id(address), values, place, places, spot.resource.type)

    def _id(self, address: str) -> str:
        """Return the id of what is at an address: what was read goes before it, unless the address begins with that."""
        own = not self._place or address == self._place or address.startswith(f"{self._place}#")
        return address if own else f"{self._place}//{address}"

    def _resolve_links(self) -> None:
        for asset, plan, address in self._links:
            for name, link in plan.links:
                asset.values[name] = self._resolved(asset.values[name], link.to, address)

    def _resolved(self, value: Any, to: type[Asset], own: str) -> object:
        if value is None or value == []:
            return frozenset()
        if isinstance(value, Unknown) and not value.present:
            return value
        ids: list[str] = []
        doubt: Unknown | None = None
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Unknown) and not item.present:
                doubt = item
                continue
            found = [id for reference in references(item) for id in self._ids(reference, to, own)]
            ids.extend(found)
            if not found:
                doubt = Unknown(ELSEWHERE)
        return frozenset(ids) if doubt is None else Partial(doubt.why, tuple(dict.fromkeys(ids)))

    def _ids(self, reference: str, to: type[Asset], own: str) -> list[str]:
        scope = own.partition(":")[0]
        found = self._neighbours.candidates(f"{scope}:{reference}") or self._neighbours.candidates(reference)
        ids = [self._made_at(resource.address, to) for resource in found]
        fitting = [made for made in ids if made]
        return fitting[0] if len(fitting) == 1 else []

    def _made_at(self, address: str, kind: type[Asset]) -> list[str]:
        """Return the ids of what was made of a resource: looked for once, where thousands of elements link to it."""
        key = (address, kind)
        if key not in self._made:
            self._made[key] = [asset.id for asset in self._at[address] if isinstance(asset, kind)]
        return self._made[key]

    def _resolve_inverses(self, assets: list[Asset]) -> None:
        wanted = {read.link for _, plan, _ in self._links for _, read in plan.inverses}
        led = {link: self._led_by(link.name, link.of, assets) for link in wanted}
        for asset, plan, address in self._links:
            for name, read in plan.inverses:
                ids = tuple(led[read.link].get(asset.id, ()))
                doubt = self._unlisted(address, read.link.of)
                asset.values[name] = frozenset(ids) if doubt is None else Partial(doubt.why, ids)

    def _unlisted(self, address: str, kind: type[Asset]) -> Unknown | None:
        open_here = (why for of, why in self._open.get(address, ()) if issubclass(of, kind))
        return next(open_here, self._neighbours.doubt(address))

    @staticmethod
    def _led_by(name: str, kind: type[Asset], assets: list[Asset]) -> dict[str, list[str]]:
        led: dict[str, list[str]] = defaultdict(list)
        for asset in assets:
            if isinstance(asset, kind):
                ids = asset.values.get(name, ())
                for id in ids.known if isinstance(ids, Partial) else ids if isinstance(ids, frozenset) else ():
                    led[str(id)].append(asset.id)
        return led
