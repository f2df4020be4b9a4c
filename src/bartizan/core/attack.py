"""Attack paths: how an attacker gets from where it starts to what matters, and what would stop it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from bartizan.core.finding import Evidence
from bartizan.core.place import Gap, Place
from bartizan.core.truth import Truth


class Layer(Enum):
    """Where a hop takes place: the four C's."""

    CODE = "code"
    CONTAINER = "container"
    CLUSTER = "cluster"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An asset on a path, as it is shown."""

    id: str
    name: str
    """Short, as people call it."""
    kind: str
    """Name of the kind, or `admin`, `host`, `internet`."""
    place: Place | None = None

    @property
    def layer(self) -> Layer | None:
        """Return which of the four C's it is part of, by its kind; None for the Internet, and what was not seen."""
        fitting = [start for start in _LAYERS if self.kind == start or self.kind.startswith(f"{start}.")]
        return _LAYERS[max(fitting, key=len)] if fitting else None


_LAYERS = {
    **dict.fromkeys(("aws", "azure", "gcp", "admin"), Layer.CLOUD),
    "kubernetes": Layer.CLUSTER,
    **dict.fromkeys(
        ("kubernetes.container", "kubernetes.volume", "host", "container", "docker", "compose"), Layer.CONTAINER
    ),
    **dict.fromkeys(("code", "software", "github", "gitlab", "azure-pipelines"), Layer.CODE),
}
"""Layers by what the names of kinds begin with, the longest that fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Something a hop needs: without it, the attacker does not get on here."""

    id: str
    """Stable, never of line numbers: `aws_iam_role_policy.orders/policy/1`, `ASSET.ATTRIBUTE`, `PACKAGE`."""
    asset: str
    """Id of the asset it is part of."""
    attribute: str = ""
    """The attribute that tells it, where it is one."""
    number: int = -1
    """Position of a statement in the document of that attribute, from 0; -1 for the whole."""
    says: str
    """One line: `Allow s3:* on arn:aws:s3:::shop-customers/*`, `privileged is true`."""
    kind: str
    """`statement`, `grant`, `rule`, `setting`, `link`, `package`, `code`, `secret`."""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathHop:
    """One step on a path."""

    step: str
    """Id of the step."""
    title: str
    technique: str
    """MITRE ATT&CK: `T1190`."""
    layer: Layer
    actor: Node
    target: Node
    gained: Node
    truth: Truth
    weight: float
    """Cost to an attacker."""
    because: str
    fix: str
    causes: tuple[Cause, ...] = ()
    """What it needs, each with its place: the evidence."""
    unknowns: tuple[str, ...] = ()
    """Where it is not certain: what it rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Something that matters."""

    node: Node
    classes: tuple[str, ...]
    """Why: `customer`, `payment`, `secret`, `administrator`, `production` ..."""
    because: tuple[Evidence, ...] = ()
    """What tells: a declaration in the settings, a tag, its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttackPath:
    """One way from a start to a goal."""

    goal: Goal
    hops: tuple[PathHop, ...]

    @property
    def truth(self) -> Truth:
        """YES for a proven path, UNKNOWN for a possible one: as certain as its least certain hop."""
        return min((hop.truth for hop in self.hops), default=Truth.YES)

    @property
    def weight(self) -> float:
        """Cost to an attacker: the sum of the weights of its hops."""
        return sum(hop.weight for hop in self.hops)

    @property
    def source(self) -> Node:
        """Where it starts."""
        return self.hops[0].actor

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Return the layers it goes through, in order of first appearance."""
        return tuple(dict.fromkeys(hop.layer for hop in self.hops))

    @property
    def id(self) -> str:
        """Identify it by its hops, never by lines: 16 hexadecimal digits."""
        said = "\0".join(f"{hop.step}\1{hop.actor.id}\1{hop.target.id}\1{hop.gained.id}" for hop in self.hops)
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChokePoint:
    """Something that many ways go through."""

    node: Node
    goals: int
    """How many goals are reached through it alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The attack paths of a target."""

    target: str
    paths: Sequence[AttackPath]
    """Proven ones first, each by weight."""
    goals: Sequence[Goal]
    """All that matters, reached or not."""
    sources: Sequence[Node]
    reached: int
    """How many goals are reached for certain."""
    possible: int
    """How many more may be."""
    chokes: Sequence[ChokePoint] = ()
    notes: Sequence[str] = ()
    gaps: Sequence[Gap] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change of a file."""

    file: str
    """Path relative to the target."""
    before: str
    """Lines as they are, for a diff."""
    after: str
    line: int
    """Where `before` starts, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One change that takes causes away, and with them paths."""

    id: str
    """Stable: that of the cause."""
    title: str
    """What to do: `Remove the statement that allows s3:* on shop-customers`."""
    causes: tuple[Cause, ...]
    effort: float
    """What it takes: 1 for a line that nothing else rests on; more for what people use."""
    cuts: int
    """Paths that it cuts by itself."""
    goals: int
    """Goals that it puts out of reach by itself."""
    edits: tuple[Edit, ...] = ()
    """How; none where a person must do it."""
    manual: str = ""
    """Where there is no edit: what to do, and why it is not done by itself."""
    verified: bool | None = None
    """Whether a scan with the edits made showed the paths gone and nothing new; None where it was not tried."""
    verdict: str = ""
    """What that scan showed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixes:
    """The smallest set of changes that cuts every path, and how much each does alone."""

    target: str
    repairs: Sequence[Repair]
    """In the order in which to do them: each cuts most of what those before it left."""
    paths: int
    """Paths there are."""
    left: int
    """Paths that no change was found for."""
    optimal: bool
    """Whether it is proven that no set costs less effort."""
    notes: Sequence[str] = ()
    gaps: Sequence[Gap] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen:
    """An asset that falls with another one."""

    node: Node
    hops: int
    truth: Truth
    classes: tuple[str, ...] = ()
    """Why it matters; none for the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blast:
    """What falls with an asset."""

    target: str
    start: Node
    fallen: Sequence[Fallen]
    """What matters first, then by distance."""
    paths: Sequence[AttackPath]
    """The way to each thing that matters."""
    notes: Sequence[str] = ()
    gaps: Sequence[Gap] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An edge of a picture."""

    start: str
    end: str
    """Ids of nodes."""
    label: str
    """Title of the step, or name of the link."""
    step: str = ""
    """Id of the step; empty for a link between assets."""
    truth: Truth = Truth.YES


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A graph to be drawn or exported."""

    target: str
    nodes: Sequence[Node]
    lines: Sequence[Line]
    goals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids of the nodes that matter, and why."""
    sources: frozenset[str] = frozenset()
    """Ids of the nodes that attackers start from."""
