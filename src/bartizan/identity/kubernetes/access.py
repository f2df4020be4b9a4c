"""Answers who may do what in a cluster, with the bindings, roles and rules that allow it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.core.access import Clause, Decision, Question, Residual
from bartizan.core.truth import Truth
from bartizan.identity.hole import equal, holes, shown
from bartizan.identity.kubernetes import node
from bartizan.identity.kubernetes.aggregation import Part, parts
from bartizan.identity.kubernetes.defaults import default_bindings, default_roles
from bartizan.identity.kubernetes.estate import ANYWHERE, Binding, Estate, Role
from bartizan.identity.kubernetes.identity import MASTERS, PATH, Identity, identities
from bartizan.identity.kubernetes.matching import Cover, covers
from bartizan.identity.kubernetes.request import ALL, SOME, Request, requested
from bartizan.identity.kubernetes.subjects import Bound, Subjects, applying


@dataclass(frozen=True, slots=True)
class Found:
    """What takes part in a decision: grants, what was not seen, and what is to be told of the rest."""

    clauses: list[Clause]
    residuals: list[Residual]
    unknowns: list[str]
    told: list[str]


@dataclass(frozen=True, slots=True)
class Right:
    """One rule that is given to somebody: by which binding, through which role."""

    bound: Bound
    role: Role
    part: Part


class ClusterAccess:
    """Answers for all clusters of an estate; implements `core.access.Access`."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.identities = identities(estate)
        declared = {(binding.namespace, binding.name) for binding in estate.bindings}
        defaults = [each for each in default_bindings() if ("", each.name) not in declared]
        self._subjects = Subjects((*estate.bindings, *defaults))
        self._bound: dict[Identity, tuple[Bound, ...]] = {}
        self._roles: dict[tuple[str, str], list[Role]] = defaultdict(list)
        for role in estate.roles:
            self._roles[role.namespace, role.name].append(role)
        self._loose = [role for role in estate.roles if holes(role.name) or holes(role.namespace)]
        self._defaults = {role.name: role for role in default_roles() if ("", role.name) not in self._roles}
        self._parts: dict[tuple[str, int], tuple[list[Part], list[str]]] = {}

    def actors(self) -> tuple[str, ...]:
        """Return the ids of all that can act: service accounts, nodes, and whom bindings name besides."""
        accounts = {(account.namespace, account.name): account.id for account in self.estate.accounts}
        found = [*accounts.values(), *(each.id for each in self.estate.nodes)]
        for binding in self.estate.bindings:
            for subject in binding.subjects:
                where = (subject.namespace or binding.namespace, subject.name)
                if subject.kind == "ServiceAccount" and where not in accounts and not holes("".join(where)):
                    found.append(f"{PATH}{where[0]}/{where[1]}")
                elif subject.kind in ("User", "Group") and not holes(subject.name):
                    found.append(f"{subject.kind.lower()}:{subject.name}")
        return tuple(dict.fromkeys(found))

    def can(self, question: Question) -> Decision:
        """Answer one question. Never raises: what is not there is UNKNOWN, with the reason."""
        identity = self.identities.of(question.actor, question.given)
        if isinstance(identity, str):
            return Decision(truth=Truth.UNKNOWN, why=f"{identity}.", unknowns=(identity,))
        request = requested(question.action, question.target, self.estate.things, question.given)
        if isinstance(request, str):
            return Decision(truth=Truth.UNKNOWN, why=f"{request}.", unknowns=(request,))
        return self.decide(identity, request)

    def decide(self, identity: Identity, request: Request) -> Decision:
        """Answer for an identity and a request."""
        if identity.acts is Truth.NO:
            return Decision(truth=Truth.NO, why=f"It cannot act as its service account: {identity.why}.")
        if not self.estate.together(identity.realm, request.realm):
            return Decision(truth=Truth.NO, why="They are in different clusters: both define the same objects.")
        if MASTERS in identity.groups:
            clause = Clause(source=MASTERS, stage="built into the API server", via=(f"group {MASTERS}",))
            return Decision(
                truth=Truth.YES, why=f"Whoever is in the group {MASTERS} may do everything.", clauses=(clause,)
            )
        found = Found([], [], [], [])
        for bound in self.bound(identity):
            self._weigh(bound, request, found)
        if identity.node:
            _add(found, node.allowed(identity, request, self.estate), Clause(source="Node", stage="node authorizer"))
        if identity.acts is Truth.UNKNOWN:
            found = Found([], [], [identity.why, *found.unknowns], found.told) if _open(found) else found
        return _decided(request, found, self.estate.unread)

    def bound(self, identity: Identity) -> tuple[Bound, ...]:
        """Return the bindings that give an identity something, or may."""
        known = self._bound.get(identity)
        if known is None:
            near = [each for each in self._subjects.near(identity) if self.estate.together(each.realm, identity.realm)]
            known = self._bound[identity] = tuple(applying(near, identity))
        return known

    def _weigh(self, bound: Bound, request: Request, found: Found) -> None:
        binding = bound.binding
        reach = _reach(binding, request)
        if reach.truth is Truth.NO or not self.estate.together(binding.realm, request.realm):
            return
        granted = False
        for role in self._roles_of(binding):
            granted = True
            gathered, doubts = self.parts_of(role)
            for part in gathered:
                self._grant(bound, reach, role, part, request, found)
            if doubts:
                found.unknowns.append(
                    f"{_called(role)}, given by {shown(binding.id)}, may have more rules: {doubts[0]}"
                )
        if not granted:
            self._dangling(binding, found)

    def _grant(self, bound: Bound, reach: Cover, role: Role, part: Part, request: Request, found: Found) -> None:
        covered = covers(part.rule, request)
        held = min(bound.held, reach.truth, part.held, covered.truth)
        if held is Truth.NO:
            return
        binding = bound.binding
        via = (*bound.via, binding.id, *((role.id,) if role.id != part.role else ()))
        stage = "role binding" if binding.namespace else "cluster role binding"
        clause = Clause(source=part.role, attribute="rules", number=part.number, stage=stage, held=held, via=via)
        unseen = [each for each in (bound.unseen, covered.unseen) if each]
        if part.held is Truth.UNKNOWN:
            unseen.append(f"whether {part.role} is gathered into {role.id}")
        if held is Truth.YES:
            found.clauses.append(clause)
        elif unseen:
            found.unknowns.append(f"{shown(binding.id)}: {unseen[0]}")
            found.clauses.append(clause)
        else:
            found.residuals.extend(each for each in (reach.residual, covered.residual) if each is not None)
            found.clauses.append(clause)

    def _roles_of(self, binding: Binding) -> Iterator[Role]:
        namespace = binding.namespace if binding.role_kind == "Role" else ""
        if binding.role_kind == "Role" and not binding.namespace:
            return
        near = [
            each for each in self._roles[namespace, binding.role] if self.estate.together(each.realm, binding.realm)
        ]
        if near:
            yield from near
        elif not namespace and binding.role in self._defaults:
            yield self._defaults[binding.role]

    def parts_of(self, role: Role) -> tuple[list[Part], list[str]]:
        """Return the rules of a role, those that are gathered into it included, and why there may be more."""
        key = (role.id, role.realm)
        if key not in self._parts:
            self._parts[key] = parts(role, () if role.selectors is None else self._beside(role))
        return self._parts[key]

    def _beside(self, role: Role) -> list[Role]:
        near = [each for each in self.estate.roles if self.estate.together(each.realm, role.realm)]
        return [*(each for each in near if not each.namespace), *self._defaults.values()]

    def rights(self, actor: str) -> tuple[Right, ...]:
        """Return every rule that is given to an actor, binding by binding; none for one who is nobody."""
        identity = self.identities.of(actor, {})
        if isinstance(identity, str):
            return ()
        return tuple(
            Right(bound, role, part)
            for bound in self.bound(identity)
            for role in self._roles_of(bound.binding)
            for part in self.parts_of(role)[0]
        )

    def doubts(self, identity: Identity) -> tuple[str, ...]:
        """Return why an identity may be given more than `rights` tells."""
        found: list[str] = []
        for bound in self.bound(identity):
            roles = list(self._roles_of(bound.binding))
            unseen = "" if roles else self._unseen_role(bound.binding)
            found += [f"{bound.binding.id} {unseen}"] if unseen else []
            found += [f"{_called(role)}: {why}" for role in roles for why in self.parts_of(role)[1]]
        return tuple(dict.fromkeys(found))

    def speaks(self, binding: Binding, request: Request) -> bool:
        """Tell whether a binding may have a say in a request, wherever it is made."""
        roles = list(self._roles_of(binding))
        if not roles:
            return bool(self._unseen_role(binding))
        gathered = [self.parts_of(role) for role in roles]
        if any(doubts for _, doubts in gathered):
            return True
        return any(covers(part.rule, request).truth is not Truth.NO for found, _ in gathered for part in found)

    def defaults(self) -> tuple[Role, ...]:
        """Return the roles of the default policy that nothing declared replaces."""
        return tuple(self._defaults.values())

    def _dangling(self, binding: Binding, found: Found) -> None:
        unseen = self._unseen_role(binding)
        if unseen:
            found.unknowns.append(f"{shown(binding.id)} {unseen}")
            return
        gives = f"{shown(binding.id)} gives the {binding.role_kind} {binding.role}, which does not exist"
        found.told.append(f"{gives}: it grants nothing")

    def _unseen_role(self, binding: Binding) -> str:
        """Return why a binding may give a role after all, though none that was read is the one it names."""
        if holes(binding.role) or not binding.role:
            return "gives a role whose name was not seen"
        may = any(equal(role.name, binding.role) is not Truth.NO for role in self._loose)
        if may or self.estate.unread:
            return f"gives the {binding.role_kind} {binding.role}, which is not in what could be read"
        return ""


def _reach(binding: Binding, request: Request) -> Cover:
    """Judge whether a binding counts where the request is made: a role binding in its own namespace only."""
    if not binding.namespace or (request.namespace == SOME and not request.url):
        return Cover(Truth.YES)
    if request.url or not request.namespace:
        return Cover(Truth.NO)
    if request.namespace == ALL:
        return Cover(Truth.UNKNOWN, Residual(says=f"the namespace is {shown(binding.namespace)}", key="namespace"))
    held = equal(binding.namespace, request.namespace)
    return Cover(held, unseen="its namespace was not seen") if held is Truth.UNKNOWN else Cover(held)


def _add(found: Found, cover: Cover, clause: Clause) -> None:
    if cover.truth is Truth.NO:
        return
    if cover.truth is Truth.YES:
        found.clauses.append(clause)
    elif cover.residual is not None:
        found.residuals.append(cover.residual)
        found.clauses.append(Clause(source=clause.source, stage=clause.stage, held=cover.truth))
    else:
        found.unknowns.append(cover.unseen)


def _open(found: Found) -> bool:
    return bool(found.clauses or found.unknowns)


def _decided(request: Request, found: Found, unread: tuple[str, ...]) -> Decision:
    sure = tuple(dict.fromkeys(each for each in found.clauses if each.held is Truth.YES))
    if sure:
        return Decision(truth=Truth.YES, why=f"{_source(sure[0])} allows to {request}.", clauses=sure)
    clauses = tuple(dict.fromkeys(found.clauses))
    if found.residuals:
        residuals = tuple(dict.fromkeys(found.residuals))
        why = f"Allowed to {request}, as far as {residuals[0].says}."
        return Decision(truth=Truth.UNKNOWN, why=why, clauses=clauses, residuals=residuals)
    unknowns = tuple(dict.fromkeys((*found.unknowns, *unread)))
    if unknowns:
        why = f"Whether it may {request} is not known: {unknowns[0]}."
        return Decision(truth=Truth.UNKNOWN, why=why, clauses=clauses, unknowns=unknowns)
    told = "".join(f" {each}." for each in dict.fromkeys(found.told))
    return Decision(truth=Truth.NO, why=f"No role that it is given allows to {request}.{told}")


def _source(clause: Clause) -> str:
    rule = f"rule {clause.number + 1} of {shown(clause.source)}" if clause.number >= 0 else f"the {clause.stage}"
    given = next((each for each in clause.via if "Binding/" in each), "")
    text = f"{rule}, given by {shown(given)}," if given else rule
    return text[0].upper() + text[1:]


def _called(role: Role) -> str:
    return f"the default role {role.name}" if role.realm == ANYWHERE else shown(role.id)
