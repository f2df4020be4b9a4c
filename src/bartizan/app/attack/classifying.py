"""Classifies what keeps data: by what the settings say, by its kind, its tags and its name, in this order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache, cached_property
from itertools import pairwise

from bartizan.app import catalog
from bartizan.app.identity.names import Names, place_of
from bartizan.app.options import Options
from bartizan.content.kinds.aws.terraform_provider import Provider as AwsProvider
from bartizan.content.kinds.data_store import DataStore
from bartizan.content.kinds.gcp.organization import Provider as GoogleProvider
from bartizan.core.finding import Evidence
from bartizan.core.kind import Asset
from bartizan.core.sensitivity import Sensitivity, refused_by_tag, told_by_name, told_by_tag
from bartizan.core.truth import Partial, Truth, Unknown
from bartizan.graph.graph import Graph, led_to
from bartizan.identity.hole import covers

PRODUCTION = "production"
SETTINGS = "settings"
"""Stands for an attribute in evidence that comes from the settings."""
_LABEL = re.compile(r"\[[^\]]*\]")


@cache
def classes() -> dict[str, Sensitivity]:
    """Return every class of data by its id."""
    return {each.id: each for _, each in catalog.declared("sensitivity", Sensitivity)}


@dataclass(slots=True)
class Classified:
    """What an asset holds, and what tells."""

    held: dict[str, Evidence] = field(default_factory=dict)
    """By class."""
    doubt: str = ""
    """Why it may hold more."""
    spared: bool = False
    """The settings say that it does not matter."""
    cleared: bool = False
    """Its tags or its name say that it is meant for everyone."""
    production: Truth = Truth.UNKNOWN
    production_by: Evidence | None = None


class Classes:
    """Classifies the assets of a graph."""

    def __init__(self, graph: Graph, options: Options) -> None:
        self._graph = graph
        self._options = options

    def of(self, asset: Asset) -> Classified:
        """Return what an asset holds; one that is no data store holds what the settings say alone."""
        found = Classified(spared=any(self._meant(asset, pattern) for pattern in self._options.does_not_matter))
        self._environment(asset, found)
        if found.spared:
            return found
        for matter in self._options.matters:
            if self._meant(asset, matter.asset):
                said = f"declared as {', '.join(matter.classes)} for {matter.asset}"
                found.held.update(dict.fromkeys(matter.classes, _told(asset, SETTINGS, said)))
        if not found.held and isinstance(asset, DataStore):
            self._told(asset, found)
        return found

    def _lesser(self, asset: DataStore, found: Classified) -> None:
        """Add what a data store holds by its nature, where nothing better is known of it."""
        for each in classes().values():
            evidence = self._kept(asset, each, found) if each.lesser and not found.held else None
            if evidence is not None:
                found.held[each.id] = evidence

    def _told(self, asset: DataStore, found: Classified) -> None:
        """Add what the kind, the tags and the name of a data store tell."""
        tags, more = self._tags(asset)
        cleared = any(each.clears and told_by_tag(each, tag) for each in classes().values() for tag in tags)
        found.cleared = cleared or any(each.clears and _by_name(asset, each) for each in classes().values())
        known = [each for each in classes().values() if not (each.clears or each.lesser or each.id == PRODUCTION)]
        for each in known:
            evidence = self._kept(asset, each, found) or next(
                (_told(asset, "tags", tag) for tag in sorted(tags) if told_by_tag(each, tag)), None
            )
            if evidence is not None:
                found.held[each.id] = evidence
        if cleared or any(each.attribute == "kind" for each in found.held.values()):
            return  # what it holds by its nature, a name says of what that is
        for each in known:
            if each.id in found.held or any(refused_by_tag(each, tag) for tag in tags):
                continue
            evidence = _by_name(asset, each) if not each.named or isinstance(asset, each.named) else None
            if evidence is not None:
                found.held[each.id] = evidence
        if more is not None and not found.held:
            found.doubt = f"its tags could not be seen: {more.why}"
        self._lesser(asset, found)

    def _kept(self, asset: Asset, of: Sensitivity, found: Classified) -> Evidence | None:
        """Return the evidence where an asset holds a class of data by its nature."""
        for kept in of.kept:
            if isinstance(asset, kept.by):
                truth = Truth.YES if kept.where is None else kept.where.ask(asset, self._graph).truth
                if truth is Truth.YES:
                    return _told(asset, "kind", f"is {asset.kind}")
                if truth is Truth.UNKNOWN:
                    found.doubt = f"whether it holds {of.title.lower()} could not be seen"
        return None

    def _environment(self, asset: Asset, found: Classified) -> None:
        """Tell whether an asset belongs to production: by the settings, its tags, its name, where it is written."""
        of = classes()[PRODUCTION]
        for pattern in self._options.production:
            if self._meant(asset, pattern):
                found.production, found.production_by = Truth.YES, _told(asset, SETTINGS, f"declared for {pattern}")
                return
        for tag in sorted(self._tags(asset)[0]):
            if told_by_tag(of, tag):
                found.production, found.production_by = Truth.YES, _told(asset, "tags", tag)
                return
            if refused_by_tag(of, tag):
                found.production = Truth.NO
                return
        evidence = _by_name(asset, of) or _by_path(asset, of)
        if evidence is not None:
            found.production, found.production_by = Truth.YES, evidence

    def _tags(self, asset: Asset) -> tuple[frozenset[str], Unknown | None]:
        """Return the tags of an asset, those of its provider among them that it does not set itself."""
        if "tags" not in asset.attributes:
            return frozenset(), None
        own, more = led_to(asset.read("tags"))
        keys = {tag.partition("=")[0] for tag in own}
        given = self._given.get((asset.kind.partition(".")[0], place_of(asset.id)), frozenset())
        return own | {tag for tag in given if tag.partition("=")[0] not in keys}, more

    @cached_property
    def _given(self) -> dict[tuple[str, str], frozenset[str]]:
        """By provider and what was read: the tags that everything gets. Of several providers, those of all."""
        found: dict[tuple[str, str], frozenset[str]] = {}
        for each in (*self._graph.of(AwsProvider), *self._graph.of(GoogleProvider)):
            key = each.kind.partition(".")[0], place_of(each.id)
            tags = led_to(each.read("default_tags"))[0]
            found[key] = found[key] & tags if key in found else tags
        return found

    def _meant(self, asset: Asset, pattern: str) -> bool:
        """Tell whether a pattern is of an asset's id, of its address, of a name, or of the provider's name."""
        known = (asset.id, asset.id.rpartition("//")[2], *names(asset))
        if any(fnmatchcase(each, pattern) for each in known):
            return True
        if not pattern.startswith(("arn:", "/", "//")) or not asset.identifier:
            return False
        last = re.split(r"[/:]", pattern)[-1]
        named = any(fnmatchcase(each, last) for each in names(asset))
        return named and covers(pattern, self._names.of(asset)) is not Truth.NO

    @cached_property
    def _names(self) -> Names:
        return Names(self._graph)


def names(asset: Asset) -> tuple[str, ...]:
    """Return what an asset is called: its name, and the labels that it has where it is declared."""
    own = asset.read("name") if "name" in asset.attributes else None
    address = _LABEL.sub("", asset.id.rpartition("//")[2])
    if asset.id.startswith("arn:") or asset.kind.startswith("kubernetes."):
        labels = [re.split(r"[/:]", asset.id)[-1]]
    else:
        parts = address.split(".")
        labels = [parts[-1], *(name for mark, name in pairwise(parts) if mark == "module")]
    return tuple(dict.fromkeys([*([own] if isinstance(own, str) and own else []), *labels]))


def classify(graph: Graph, options: Options) -> dict[str, Classified]:
    """Classify every asset that may hold something, and fill `holds` and `production` of data stores.

    What is set already stays. Returns by id what was found, without assets of which nothing is told.
    """
    judged = Classes(graph, options)
    wide = bool(options.matters or options.production)
    found: dict[str, Classified] = {}
    for asset in graph.assets if wide else graph.of(DataStore):
        each = judged.of(asset)
        found[asset.id] = each
        if isinstance(asset, DataStore):
            held = frozenset(each.held)
            asset.values.setdefault("holds", Partial(each.doubt, tuple(sorted(held))) if each.doubt else held)
            asset.values.setdefault("production", _flag(each.production))
    return found


def _flag(truth: Truth) -> bool | Unknown:
    unknown = Unknown("neither a tag nor its name tells whether it belongs to production; name it in the settings")
    return unknown if truth is Truth.UNKNOWN else truth is Truth.YES


def _by_name(asset: Asset, of: Sensitivity) -> Evidence | None:
    for name in names(asset):
        word = told_by_name(of, name)
        if word:
            return _told(asset, "name", name)
    return None


def _by_path(asset: Asset, of: Sensitivity) -> Evidence | None:
    folders: Sequence[str] = asset.place.file.split("/")[:-1] if asset.place is not None else ()
    return next((_told(asset, "directory", folder) for folder in folders if told_by_name(of, folder)), None)


def _told(asset: Asset, attribute: str, value: str) -> Evidence:
    place = asset.places.get(attribute, asset.place)
    return Evidence(asset=asset.id, attribute=attribute, value=value, place=place)
