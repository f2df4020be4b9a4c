"""Repairs: for each thing that an attack path needs, the change that takes it away, and what it takes to make it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bartizan.app import catalog
from bartizan.app.attack.remedy import package
from bartizan.app.attack.remedy.granted import take_grant
from bartizan.app.attack.remedy.mounted import take_volume
from bartizan.app.attack.remedy.opening import Opening, opening
from bartizan.app.attack.remedy.pipeline import pipeline
from bartizan.app.attack.remedy.setting import set_to
from bartizan.app.attack.remedy.statement import narrow
from bartizan.app.attack.remedy.supposed import Supposed
from bartizan.app.attack.remedy.workspace import Workspace
from bartizan.collect.edit.change import Refused
from bartizan.collect.tree import Tree
from bartizan.content.kinds.code.flaw import Flaw
from bartizan.content.kinds.kubernetes.workload import Volume
from bartizan.content.kinds.software.package import Package
from bartizan.core.attack import Cause, Edit, PathHop
from bartizan.core.kind import Asset, Flag, Many, Number, Text
from bartizan.core.remedy import Elsewhere, Remedy
from bartizan.core.step import Act, Follow, Step
from bartizan.core.vulnerability import Vulnerability
from bartizan.core.weakness import Weakness
from bartizan.graph.graph import Graph, led_to

CODE, SECRET, RAISED, LOCKED = 5.0, 4.0, 2.0, 3.0
"""Effort: to mend code, to replace a secret, to raise a version in one place, and by a tool."""
WIDE, PARTLY, NARROW = 1.0, 3.0, 5.0
"""Effort: to take away a statement with a wildcard where it counts, and one that was written for somebody's use."""
FEWER = 1.5
"""Effort: to take single actions out of a statement."""
CONTENT = ("code", "package", "secret")
"""Kinds of causes that lie in what is deployed, not in how."""
NATURE = frozenset(
    {
        "path",
        "type",
        "name",
        "namespace",
        "kind",
        "bounded",
        "own_key",
        "encrypted",
        "cluster_wide",
        "states_token",
        "member",
    }
)
"""Attributes that a step asks for and that nobody changes to stop an attacker: they say what a thing is."""
ALIKE = 4
"""Statements that are taken away at once, where each alone would allow the same."""
Others = Callable[[PathHop, Sequence[Cause]], Sequence[Cause] | None]
BY_HAND = 2.0
"""What a repair costs more where a person has to find the place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A repair, before it is known how much it cuts."""

    id: str
    title: str
    effort: float
    edits: tuple[Edit, ...] = ()
    manual: str = ""


@cache
def _remedies() -> tuple[Remedy, ...]:
    return tuple(each for _, each in catalog.declared("remedies", Remedy))


@cache
def _weaknesses() -> dict[str, Weakness]:
    return {each.id: each for each in catalog.weaknesses()}


@cache
def _elsewhere() -> tuple[Elsewhere, ...]:
    return tuple(each for _, each in catalog.declared("remedies", Elsewhere))


def _unknown(hop: PathHop, gone: Sequence[Cause]) -> None:
    """Tell nothing of what else allows a hop."""


class Repairs:
    """Finds the repair of each cause in one target."""

    def __init__(
        self,
        graph: Graph,
        tree: Tree,
        steps: Mapping[str, Step[Any, Any]],
        vulnerabilities: Callable[[], Sequence[Vulnerability]] = tuple,
        others: Others = _unknown,
    ) -> None:
        """`steps` by id; `vulnerabilities` is asked once a package has to be raised.

        `others` tells what allows a hop once some statements are gone: none where nothing does, None if not known.
        """
        self._others = others
        self._graph, self._steps = graph, steps
        self._work = Workspace(tree)
        self._vulnerabilities = vulnerabilities
        self._failed: set[str] = set()
        self._kept: dict[tuple[str, str, str], Draft | None] = {}
        self._statements: dict[tuple[str, ...], Draft] = {}

    def of(self, cause: Cause, hop: PathHop) -> Draft | None:
        """Return the repair of a cause of a hop; None where nothing sensible takes it away."""
        narrow = cause.kind == "statement"
        by = f"{hop.actor.id}\0{hop.target.id}" if narrow or cause.place is None else ""
        key = (cause.id, hop.step if narrow else "", by)
        if key not in self._kept:
            self._kept[key] = self._of(cause, hop)
        draft = self._kept[key]
        return None if draft is not None and draft.id in self._failed else draft

    def failed(self, ids: Iterable[str]) -> None:
        """Leave repairs out from now on: a scan showed that they do not do what they promise."""
        self._failed.update(ids)

    def _of(self, cause: Cause, hop: PathHop) -> Draft | None:
        asset = self._graph.get(cause.asset)
        if cause.kind in ("statement", "grant"):
            return self._statement(cause, hop)
        if asset is None:
            return None
        if cause.kind == "rule":
            made = opening(self._graph, asset, cause)
            return None if made is None else self._opening(made, asset)
        if cause.kind in CONTENT:
            return self._content(cause, hop, asset)
        return None if cause.kind == "link" else self._setting(cause, hop, asset)

    def _content(self, cause: Cause, hop: PathHop, asset: Asset) -> Draft:
        """Return the repair of a flaw, a package or a secret; of all that a hop may use, where one of them suffices."""
        told = [each for each in hop.causes if each.kind in CONTENT]
        alike = [(each, found) for each in told if (found := self._graph.get(each.asset)) is not None]
        alone = len(alike) < 2 or self._without(hop, {asset.id: blank(asset)})
        drafts = [self._single(*each) for each in ([(cause, asset)] if alone else alike)]
        return drafts[0] if len(drafts) == 1 else joined(drafts)

    def _single(self, cause: Cause, asset: Asset) -> Draft:
        if isinstance(asset, Package):
            return self._package(cause, asset)
        return self._code(cause, asset) if cause.kind == "code" else _secret(cause)

    def _without(self, hop: PathHop, changes: Mapping[str, Mapping[str, object]]) -> bool:
        """Tell whether what a hop asks of assets no longer holds once they have other values."""
        step = self._steps.get(hop.step)
        if step is None:
            return True
        asked = [(step.when, hop.actor.id)]
        if not isinstance(step.move, Follow):
            asked.append((step.where, hop.target.id))
        view = Supposed(self._graph, changes)
        for condition, id in asked:
            subject = view.get(id)
            if condition is not None and subject is not None and condition.ask(subject, view).truth < hop.truth:
                return True
        return all(condition is None for condition, _ in asked)

    def _statement(self, cause: Cause, hop: PathHop) -> Draft | None:
        """Return the repair of a statement, with all others that allow the same; None where those do not end."""
        gone = [cause]
        while others := self._others(hop, gone):
            known = {each.id for each in gone}
            more = next((each for each in others if each.id not in known), None)
            if more is None or len(gone) == ALIKE:
                return None
            gone.append(more)
        drafts = [self._taken(each, hop) for each in gone]
        return drafts[0] if len(drafts) == 1 else joined(drafts)

    def _taken(self, cause: Cause, hop: PathHop) -> Draft:
        """Return the repair that takes one statement away; each is made once."""
        asset = self._graph.get(cause.asset)
        whole = asset is None or cause.place is None or cause.number < 0
        key = (cause.id, *((hop.actor.id,) if whole else tuple(self._used(hop))))
        if key not in self._statements:
            self._statements[key] = self._removed(cause, hop, None if whole else asset)
        return self._statements[key]

    def _removed(self, cause: Cause, hop: PathHop, asset: Asset | None) -> Draft:
        work = self._work.fresh()
        effort = effort_of(cause.says)
        try:
            if asset is None:
                title = take_grant(work, self._graph, cause, hop.actor.id)
                suffix, effort = f"@{hop.actor.id}", WIDE
            else:
                narrowed = narrow(work, asset, cause, list(self._used(hop)))
                title = f"Remove {narrowed.says} ({asset.id.rpartition('//')[2]}): {cause.says}"
                suffix = narrowed.suffix
                effort = FEWER if narrowed.suffix else effort
        except Refused as refused:
            why = f"{hop.fix} {refused}"
            return Draft(id=cause.id, title=f"Take away: {cause.says}", effort=effort + BY_HAND, manual=why)
        return Draft(id=f"{cause.id}{suffix}", title=title, effort=effort, edits=work.edits())

    def _used(self, hop: PathHop) -> Iterator[str]:
        move = self._steps[hop.step].move if hop.step in self._steps else None
        for use in move.uses if isinstance(move, Act) else ():
            yield from use.actions

    def _opening(self, made: Opening, asset: Asset) -> Draft:
        work = self._work.fresh()
        manual = made.manual if made.change is None else ""
        if made.change is not None:
            try:
                made.change(work)
            except Refused as refused:
                manual = f"{made.manual or made.title}. {refused}"
        effort = made.effort + (BY_HAND if manual and made.change is not None else 0.0)
        edits = () if manual else work.edits()
        return Draft(id=f"{asset.id}.{made.id}", title=made.title, effort=effort, edits=edits, manual=manual)

    def _setting(self, cause: Cause, hop: PathHop, asset: Asset) -> Draft | None:
        if cause.attribute in NATURE:
            return None
        if cause.attribute == "exposed":
            made = opening(self._graph, asset, cause)
            return None if made is None else self._opening(made, asset)
        mended = pipeline(asset, cause)
        if mended is not None:
            return self._opening(mended, asset)
        if isinstance(asset, Volume) and cause.attribute in ("host_path", "token"):
            return self._volume(cause, asset)
        elsewhere = next((each for each in _elsewhere() if _about(each.of, asset, cause)), None)
        if elsewhere is not None:
            return self._elsewhere(cause, asset, elsewhere)
        remedy = next((each for each in _remedies() if _about(each.of, asset, cause)), None)
        value = asset.read(cause.attribute)
        if remedy is None or remedy.to == value:
            return self._by_hand(cause, hop, asset)
        good = value - remedy.to if isinstance(remedy.to, frozenset) and isinstance(value, frozenset) else remedy.to
        if not self._without(hop, {asset.id: {cause.attribute: good}}):
            return None
        work = self._work.fresh()
        return self._tried(work, cause, remedy, [(asset, remedy)])

    def _by_hand(self, cause: Cause, hop: PathHop, asset: Asset) -> Draft | None:
        """Return what a person has to do about a setting that has no one good value."""
        value = asset.read(cause.attribute)
        other: object = not value if isinstance(value, bool) else frozenset() if isinstance(value, frozenset) else None
        if value is None or other is None or not self._without(hop, {asset.id: {cause.attribute: other}}):
            return None
        title = f"{hop.fix.partition('. ')[0].rstrip('.')} ({_called(asset)})"
        return Draft(id=cause.id, title=title, effort=CODE, manual=hop.fix)

    def _tried(
        self, work: Workspace, cause: Cause, remedy: Remedy, wanted: Sequence[tuple[Asset, Remedy]]
    ) -> Draft | None:
        names = ", ".join(dict.fromkeys(_called(asset) for asset, _ in wanted))
        first, *more = dict.fromkeys(each.title for _, each in wanted)
        done = "; ".join((first, *(each[:1].lower() + each[1:] for each in more)))
        title = f"{done} ({names})"
        try:
            for asset, each in wanted:
                set_to(work, asset, each.of.name, each.to)
        except Refused as refused:
            effort = remedy.effort + BY_HAND
            return Draft(id=cause.id, title=title, effort=effort, manual=f"{done}: {names}. {refused}")
        edits = work.edits()
        return Draft(id=cause.id, title=title, effort=remedy.effort, edits=edits) if edits else None

    def _elsewhere(self, cause: Cause, asset: Asset, told: Elsewhere) -> Draft | None:
        wanted = []
        for chain in told.along:
            for target in self._led(asset, [term.name for term in chain]):
                for term in told.settings if isinstance(target, told.to) else ():
                    remedy = next((each for each in _remedies() if each.of.name == term.name), None)
                    if remedy is not None and isinstance(target, remedy.of.of) and target.read(term.name) != remedy.to:
                        wanted.append((target, remedy))
        return self._tried(self._work.fresh(), cause, wanted[0][1], wanted) if wanted else None

    def _led(self, asset: Asset, chain: Sequence[str]) -> list[Asset]:
        """Follow links; the first step goes by the host under a workload, where the link is the host's."""
        here: list[Asset] = [asset]
        if chain[0] not in asset.attributes:
            here = [each for each in (self._graph.get(f"host:{asset.id}"),) if each is not None]
        for link in chain:
            ids = [id for each in here if link in each.attributes for id in sorted(led_to(each.read(link))[0])]
            here = [each for each in map(self._graph.get, ids) if each is not None]
        return here

    def _volume(self, cause: Cause, asset: Volume) -> Draft:
        work = self._work.fresh()
        title = f"Do not mount {asset.read('host_path') or asset.read('name')} ({_called(asset)})"
        try:
            take_volume(work, asset)
        except Refused as refused:
            return Draft(id=cause.id, title=title, effort=WIDE + BY_HAND, manual=f"{title}. {refused}")
        return Draft(id=cause.id, title=title, effort=1.5, edits=work.edits())

    def _package(self, cause: Cause, asset: Package) -> Draft:
        known = [each for each in self._vulnerabilities() if each.asset == asset.id and each.counts]
        found = package.raise_version(self._work.fresh(), asset, known)
        effort = RAISED if found.edits else LOCKED
        return Draft(id=cause.id, title=found.title, effort=effort, edits=found.edits, manual=found.manual)

    def _code(self, cause: Cause, asset: Asset) -> Draft:
        known = _weaknesses().get(str(asset.read("weakness"))) if isinstance(asset, Flaw) else None
        what = cause.says if known is None else known.title
        fix = "Mend the code." if known is None else known.fix
        where = f" ({cause.place.file}:{cause.place.line})" if cause.place else ""
        return Draft(id=cause.id, title=f"Mend the code: {what}{where}", effort=CODE, manual=fix)


def joined(drafts: Sequence[Draft]) -> Draft:
    """Return one repair of several that only help together."""
    whole = all(each.edits for each in drafts)
    return Draft(
        id="+".join(sorted(each.id for each in drafts)),
        title="; ".join(each.title for each in drafts),
        effort=sum(each.effort for each in drafts),
        edits=tuple(edit for each in drafts for edit in each.edits) if whole else (),
        manual=" ".join(dict.fromkeys(each.manual or f"{each.title}." for each in drafts)) if not whole else "",
    )


def blank(asset: Asset) -> dict[str, object]:
    """Return values with which an asset is nothing to an attacker."""
    empty: dict[type, object] = {Flag: False, Many: frozenset(), Text: "", Number: 0}
    return {name: empty[type(each)] for name, each in asset.attributes.items() if type(each) in empty}


def _secret(cause: Cause) -> Draft:
    where = f" in {cause.place.file}:{cause.place.line}" if cause.place else ""
    manual = (
        f"Revoke the credential{where} and issue a new one, kept in a secret store; then take it out of the file. What "
        "was written once stays in the history: taking it out alone does not help."
    )
    return Draft(id=cause.id, title=f"Replace the secret: {cause.says}", effort=SECRET, manual=manual)


def _about(term: Any, asset: Asset, cause: Cause) -> bool:
    return bool(term.name == cause.attribute and isinstance(asset, term.of))


def _called(asset: Asset) -> str:
    name = asset.read("name")
    if isinstance(name, str) and name:
        return name
    file, marked, path = asset.id.partition("#")
    return f"{file.rpartition('/')[2]}, {path.removeprefix('jobs.')}" if marked else asset.id.rpartition("//")[2]


def effort_of(says: str) -> float:
    """Return what it takes to do without a statement: little for one that is wide open."""
    wide = says.startswith(("Allow * ", "Allow to *", "Allow all but")) or " to *" in says or '"AWS": "*"' in says
    if wide or says.endswith(" on *") or "*:*" in says:
        return WIDE
    return PARTLY if "*" in says.partition(" on ")[0] else NARROW
