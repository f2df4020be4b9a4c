"""A Compose project: its files read, included, extended and laid over each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bartizan.collect.iac.compose.attributes import SERVICE_ATTRIBUTES, SERVICE_LISTS
from bartizan.collect.iac.compose.files import DEFAULTS, default_file
from bartizan.collect.iac.compose.includes import includes
from bartizan.collect.iac.compose.layers import Declared, Override, Reset, Section, laid_over, merged_maps, settled
from bartizan.collect.iac.compose.syntax import normalised
from bartizan.collect.iac.compose.variables import filled
from bartizan.collect.resource import Spots
from bartizan.collect.tree import Tree, Unreadable
from bartizan.collect.yaml import Document, YamlError, documents
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Partial, Unknown

SECTIONS = ("services", "networks", "volumes", "secrets", "configs")
_SOURCES = ("image", "build", "extends", "provider")
"""A service that has none of these is only part of one."""

_CHAIN = 50
"""Services that may extend one another in a row."""
Layer = dict[str, Section]
"""What a file declares, by section."""


@dataclass(slots=True)
class Project:
    """Reads the files of one project; what could not be read gathers in `gaps`."""

    tree: Tree
    gaps: list[Gap] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    """Every file that was read."""
    _layers: dict[str, Layer] = field(default_factory=dict)
    _done: dict[int, tuple[Declared, Declared]] = field(default_factory=dict)
    """By the identity of a service: the service, which is kept so that no other takes its identity, and what it is
    together with what it extends."""

    def layer(self, file: str) -> Layer:
        """Return what a file declares together with what it includes, before its services are extended."""
        if file not in self._layers:
            self._layers[file] = {section: {} for section in SECTIONS}  # what a circle of includes finds
            self._layers[file] = self._read(file)
        return self._layers[file]

    def together(self, files: list[str]) -> Layer:
        """Return what files declare, each laid over the ones before it, with its services extended."""
        result: Layer = {section: {} for section in SECTIONS}
        for file in files:
            result = _laid_over(result, self.extended(self.layer(file)))
        return result

    def extended(self, layer: Layer) -> Layer:
        """Return a layer of which each service has what it extends."""
        services = {name: self._extended(service, ()) for name, service in layer["services"].items()}
        return {**layer, "services": services}

    def completed(self, service: Declared, main: str) -> Declared:
        """Return a service that is only part of one together with the other part.

        A file such as `compose.prod.yaml` is given to Compose after another. Where that one is not known, what
        the service does not say itself is unknown.
        """
        if any(source in service.value for source in _SOURCES):
            return service
        directory, name = posixpath.split(main)
        beside = {posixpath.basename(file) for file in self.tree.files if posixpath.dirname(file) == directory}
        base = default_file(beside) if name not in DEFAULTS else None
        if base is not None:
            services = self.extended(self.layer(posixpath.join(directory, base)))["services"]
            if service.name in services and any(source in services[service.name].value for source in _SOURCES):
                return laid_over(services[service.name], service, placed_at=service)
        why = f"the service {service.name} has no image and no build: another file that is given with this one has them"
        self._gap(service.place, f"{why[0].upper()}{why[1:]}. What this file does not say of it is unknown.")
        return _opened(service, why)

    def _gap(self, place: Place, why: str) -> None:
        self.gaps.append(Gap(place.file, why, place.line, place.column))

    def _read(self, file: str) -> Layer:
        layer: Layer = {section: {} for section in SECTIONS}
        self.files.add(file)
        try:
            text = self.tree.text(file)
            found = list(documents(text, _tagged))
        except Unreadable as error:
            self.gaps.append(Gap(file, str(error)))
            return layer
        except YamlError as error:
            self.gaps.append(Gap(file, _why_broken(self.tree.text(file), error.why), error.line, error.column))
            return layer
        for document in found:
            if document.value is not None:
                layer = _laid_over(layer, self._declared(document, file))
        return layer

    def _declared(self, document: Document, file: str) -> Layer:
        if not isinstance(document.value, dict):
            self._gap(Place(file, document.line), "The file is no mapping, so it is not a Compose file.")
            return {section: {} for section in SECTIONS}
        for path, line, column in document.repeated:
            why = f"The key {path.rpartition('/')[2]} is given twice, which Compose refuses: the last one is judged."
            self.gaps.append(Gap(file, why, line, column))
        value = document.value
        if "services" not in value and _is_first_version(value):
            value = {"services": {key: item for key, item in value.items() if key != "version"}}
            document = replace(document, spots={f"services/{path}": spot for path, spot in document.spots.items()})
        layer: Layer = {section: {} for section in SECTIONS}
        for include in includes(value, file, document.spots, self.tree):
            if len(include.files) < len(include.written):
                why = f"The included {', '.join(include.written)} is not in the scanned directory, and not fetched."
                self._gap(include.place, why)
            layer = _laid_over(layer, self.together([each for each in include.files if each not in self._layers]))
        own = {section: self._section(section, value, document.spots, file) for section in SECTIONS}
        return _laid_over(layer, own)

    def _section(self, section: str, value: Mapping[str, Any], spots: Spots, file: str) -> Section:
        items = value.get(section)
        place = Place(file, *spots.get(section, (1, 1)))
        if isinstance(items, Override):
            items = items.value
        if not isinstance(items, dict):
            if items is not None and not isinstance(items, Reset):
                self._gap(place, f"`{section}` is no mapping of names, which Compose refuses. Correct it.")
            return {}
        ours = _by_name(section, spots)
        return {
            name: declared
            for name, item in items.items()
            if not name.startswith("x-")
            for declared in self._one(section, name, item, ours.get(name, {}), place)
        }

    def _one(
        self, section: str, name: str, item: Any, spots: dict[str, tuple[int, int]], parent: Place
    ) -> Iterator[Declared]:
        line, column = spots.pop("", (parent.line, parent.column))
        place = Place(parent.file, line, column, max((spot[0] for spot in spots.values()), default=line))
        value = item.value if isinstance(item, Override) else item
        if isinstance(value, Reset):
            return
        if value is None and section != "services":
            value = {}
        if not isinstance(value, dict):
            self._gap(place, f"{name} in `{section}` is no mapping, which Compose refuses. Correct it.")
            return
        bad: dict[str, str] = {}
        value = filled(value, "", bad)
        for path, why in bad.items():
            at = Place(parent.file, *spots.get(path, (line, column)))
            self._gap(at, f"Compose refuses this text: {why}. It is judged as it is written.")
        if section == "services":
            value, spots = normalised(value, spots)
        yield Declared(name=name, value=_without_contents(section, value), place=place, spots=spots)

    def _extended(self, service: Declared, chain: tuple[tuple[str, str], ...]) -> Declared:
        if service.value.get("extends") is None:
            return service
        if id(service) not in self._done:
            self._done[id(service)] = service, self._with_base(service, chain)
        return self._done[id(service)][1]

    def _with_base(self, service: Declared, chain: tuple[tuple[str, str], ...]) -> Declared:
        wanted = service.value["extends"]
        rest = replace(service, value={key: item for key, item in service.value.items() if key != "extends"})
        target = wanted if isinstance(wanted, dict) else {"service": wanted}
        name, written = target.get("service"), target.get("file")
        file = self._target(service.place.file, written) if written is not None else service.place.file
        at = Place(service.place.file, *service.spots.get("extends", (service.place.line, service.place.column)))
        base = self.layer(file)["services"].get(name) if file and isinstance(name, str) else None
        circular = base is not None and (base is service or (base.place.file, base.name) in chain)
        if base is None or circular or len(chain) > _CHAIN:
            what = f"{name} of {written}" if written is not None else str(name)
            why = f"the service {service.name} extends {what}, which is not found, or extends this one in turn"
            self._gap(at, f"{why[0].upper()}{why[1:]}: what this file does not say of it is unknown. Correct it.")
            return _opened(rest, why)
        link = (service.place.file, service.name)
        base = self._extended(base, (*chain, link))
        moved = _moved(base.value, posixpath.dirname(base.place.file), posixpath.dirname(service.place.file))
        return laid_over(replace(base, value=moved), rest, placed_at=rest)

    def _target(self, file: str, written: object) -> str | None:
        if not isinstance(written, str):
            return None
        found = self.tree.inside(posixpath.dirname(file), written)
        return found if found in self.tree.files else None


def _tagged(tag: str, value: Any) -> Any:
    return Reset() if tag == "!reset" else Override(value) if tag == "!override" else value


def _why_broken(text: str, why: str) -> str:
    if "{{" in text or "{%" in text or "<%" in text:
        return f"This looks like a template that is not rendered yet ({why}): render it and scan what that prints."
    return f"The file is not valid YAML: {why}. Correct it."


def _is_first_version(value: dict[str, Any]) -> bool:
    """Tell whether the file has its services at the top, as the first version of the format had."""
    return any(isinstance(item, dict) and ("image" in item or "build" in item) for item in value.values())


def _by_name(section: str, spots: Spots) -> dict[str, dict[str, tuple[int, int]]]:
    """Return the spots of each member of a section, by path from its own root."""
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for path, spot in spots.items():
        head, _, below = path.partition("/")
        if head == section and below:
            name, _, rest = below.partition("/")
            found.setdefault(name, {})[rest] = spot
    return found


def _without_contents(section: str, value: dict[str, Any]) -> dict[str, Any]:
    """Return a secret or config without what it contains."""
    kept = {key: item for key, item in value.items() if not key.startswith("x-")}
    if section in ("secrets", "configs") and kept.get("content") is not None:
        kept["content"] = Unknown("the contents of secrets and configs are not kept")
    return kept


def _laid_over(base: Layer, over: Layer) -> Layer:
    return {section: _sections_merged(base[section], over[section]) for section in SECTIONS}


def _sections_merged(base: Section, over: Section) -> Section:
    merged = dict(base)
    for name, item in over.items():
        merged[name] = laid_over(base[name], item, placed_at=base[name]) if name in base else item
    return merged


def _opened(service: Declared, why: str) -> Declared:
    """Return a service of which everything it does not say is unknown, and lists may have more members."""
    value: dict[str, Any] = dict.fromkeys(SERVICE_ATTRIBUTES, Unknown(why))
    value |= settled(service.value)
    for name in SERVICE_LISTS & value.keys():
        if isinstance(value[name], list):
            value[name] = Partial(why, known=tuple(value[name]))
    return replace(service, value=value)


def _moved(value: dict[str, Any], origin: str, here: str) -> dict[str, Any]:
    """Return a service of another directory with its relative paths as they are seen from this one."""
    build = value.get("build")
    if origin == here or not isinstance(build, dict) or not isinstance(build.get("context"), str):
        return value
    context = build["context"]
    if "://" in context or context.startswith(("/", "~", "git@")):
        return value
    path = posixpath.relpath(posixpath.join(origin, context), here or ".")
    return merged_maps(value, {"build": {"context": path}})


def settled_value(declared: Declared) -> dict[str, Any]:
    """Return what is declared, with nothing left to be laid over it."""
    value: dict[str, Any] = settled(declared.value)
    return value
