"""Entrants: who comes in from outside by taking a role, with a token or from another account, and how loosely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bartizan.app.identity.citing import cited
from bartizan.app.identity.world import World
from bartizan.content.kinds.aws.iam_role import Role, Trust
from bartizan.core.access import Decision, Question, Residual
from bartizan.core.answer import Holder, Hop
from bartizan.core.truth import Truth
from bartizan.identity.federation import admitted
from bartizan.identity.hole import shown

STEP = "aws-iam-role-assume"


def entrants(world: World, direct: Mapping[str, Truth]) -> Iterator[Holder]:
    """Yield those outside who can take one of the roles that may do what was asked."""
    for id, truth in direct.items():
        role = world.graph.get(id)
        if isinstance(role, Role):
            for who in _named(world, role):
                decision = world.access.can(Question(actor=who, action=_action(who), target=id))
                if decision.truth is not Truth.NO:
                    yield _holder(world, who, role, _least(decision, truth))


def _named(world: World, role: Role) -> Iterable[str]:
    """Return whom the trust policy names outside. Services act for those who may hand them the role, listed already."""
    outside = world.access.outsiders("sts:AssumeRole", role.id)
    own = f"account:{world.access.home(role.id)}"
    return (who for who in outside if not who.startswith("service:") and who != own)


def _action(who: str) -> str:
    if not who.startswith("federated:"):
        return "sts:AssumeRole"
    return "sts:AssumeRoleWithSAML" if ":saml-provider/" in who else "sts:AssumeRoleWithWebIdentity"


def _least(decision: Decision, truth: Truth) -> Decision:
    if truth is Truth.YES or decision.truth is Truth.UNKNOWN:
        return decision
    return replace(decision, truth=truth, residuals=(Residual(says="what is left open for the role itself"),))


def _holder(world: World, who: str, role: Role, decision: Decision) -> Holder:
    name = shown(world.access.name(role.id))
    sure = Truth.YES if decision.truth is Truth.YES else Truth.UNKNOWN
    hop = Hop(step=STEP, title=_title(world, who, role), actor=who, target=name, gained=name, truth=sure)
    return Holder(
        id=who,
        name=shown(who),
        kind="",
        place=role.places.get("trust_policy", role.place),
        decision=decision,
        cited=cited(decision.clauses, world.graph),
        via=(hop,),
    )


def _title(world: World, who: str, role: Role) -> str:
    """Say how the role is taken, and whose tokens are let in where it is taken with one."""
    if not who.startswith("federated:"):
        return "Take a role that trusts the caller"
    provider = who.removeprefix("federated:")
    trusts = world.graph.follow(role, "trust").assets
    subjects = [str(each) for trust in trusts for each in _subjects(trust)]
    return shown(f"Take the role with a token. {admitted(_issuer(provider, world), subjects).says}")


def _subjects(trust: object) -> Iterable[object]:
    found = trust.read("subjects") if isinstance(trust, Trust) else ()
    return sorted(found, key=str) if isinstance(found, frozenset) else ()


def _issuer(provider: str, world: World) -> str:
    """Return the URL of a provider, or its ARN where the provider is not declared here."""
    declared = (asset for asset in world.graph.assets if asset.kind == "aws.iam.oidc-provider")
    urls = (asset.read("url") for asset in declared if world.access.name(asset.id) == provider)
    return next((url for url in urls if isinstance(url, str)), provider)
