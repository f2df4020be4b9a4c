"""Steps: how an attacker who holds one thing comes to hold another, told as data with the scenes that prove it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Generic, TypeVar

from bartizan.core.claim import Scene
from bartizan.core.condition import Condition
from bartizan.core.kind import Asset, LinkTerm

A = TypeVar("A", bound=Asset)
B = TypeVar("B", bound=Asset)


class Upon(Enum):
    """What a permission is used on."""

    TARGET = "target"
    """The asset that the step is bound to."""
    GAINED = "gained"
    """What the step gains: the role that is passed, the service account that is impersonated."""
    ACTOR = "actor"
    """The one who moves."""
    NEW = "new"
    """Something of the actor's choosing that the call makes: any resource in the account of the gained (or target)."""


class Gain(Enum):
    """What a step gains, where no link of its target says so."""

    TARGET = "target"
    """The target itself: its rights, or control of it."""
    ADMIN = "admin"
    """Everything in the target's account, subscription, project or cluster: the actor can give itself any right."""
    HOST = "host"
    """The node or machine that the target (or the actor, where none is acted on) runs on: `host:` and the id of it, or
    of the workload it is part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Permissions that the step uses, all of them on the same thing."""

    actions: tuple[str, ...]
    upon: Upon = Upon.TARGET
    resource: str = ""
    """With `upon=NEW`: the pattern of what is made, `arn:{partition}:lambda:{region}:{account}:function:*`; with
    another `upon`: a pattern below it (`{target}/*`). Empty: the thing itself, or anything (`*`)."""
    given: Mapping[str, str] = field(default_factory=dict)
    """What the request says by its nature: `{"iam:passedtoservice": "lambda.amazonaws.com"}`; keys in lower case. With
    `by`, `{account}` and the like stand for the home of what it is used on."""
    along: tuple[tuple[LinkTerm[Any, Any], ...], ...] = ()
    """Chains of links: used on any of what one of them leads to from `upon`, instead of on that itself."""
    by: str = ""
    """Who uses them, where it is not the actor: `service:lambda.amazonaws.com`, or `gained`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Generic[A]):
    """Permissions are used on an asset."""

    on: type[A]
    """What the step is bound to: it is tried on every asset of this kind."""
    uses: tuple[Use, ...]
    """All are needed; none where the asset is there for every actor of the kind: a workflow that strangers start."""
    gains: LinkTerm[A, Any] | tuple[LinkTerm[Any, Any], ...] | Gain = Gain.TARGET
    """A tuple is a chain of links: a machine's instance profile, then that profile's role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow(Generic[A]):
    """A link of the actor is followed, or what it is gives it more: no permission is asked."""

    along: LinkTerm[A, Any] | tuple[LinkTerm[Any, Any], ...] | Gain


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach(Generic[A]):
    """A connection is opened to an asset, over the network."""

    on: type[A]
    """What the step is bound to: it is tried on every asset of this kind. The actor is what connections come from."""
    gains: LinkTerm[A, Any] | tuple[LinkTerm[Any, Any], ...] | Gain = Gain.TARGET


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[A, B]):
    """One way on, for whoever holds an actor."""

    id: str
    title: str
    """Says what is done: "Pass a role to a new function and call it"."""
    technique: str
    """MITRE ATT&CK: `T1548.005`."""
    references: tuple[str, ...] = ()
    """The same way elsewhere: `pathfinding.cloud lambda-001`, `KubeHound POD_EXEC`."""
    actor: type[A]
    when: Condition[A] | None = None
    """What must hold of the actor."""
    move: Act[B] | Follow[A] | Reach[B]
    where: Condition[B] | None = None
    """What must hold of the asset acted on."""
    because: str
    """How it works: a sentence or two."""
    fix: str
    """What takes the way away."""
    intended: bool = False
    """It is how the permission is meant to be used: taking a role, not working around its lack."""
    weight: float = 1.0
    """Cost to an attacker, from 0 (it is simply there) up; paths add it up."""
    reaches: Sequence[Scene]
    """Worlds in which the first asset gets on by this step."""
    blocked: Sequence[Scene]
    """Worlds alike in which it does not."""
