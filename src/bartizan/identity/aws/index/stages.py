"""The stages of the evaluation for all principals at once.

Identity policies and boundaries are judged by documents. The other policies are few for one question: principals fall
into classes by all that those can tell apart, and the evaluator's own stage is asked once for each class.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from bartizan.core.truth import Truth
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.evaluation import FREE, ROOT_KEEPS
from bartizan.identity.aws.index.asked import Asked
from bartizan.identity.aws.index.classes import Division, divided
from bartizan.identity.aws.index.compiled import Guards, Said
from bartizan.identity.aws.index.ranges import Numbers, Ranges, Truths
from bartizan.identity.aws.stages.endpoint import endpoint
from bartizan.identity.aws.stages.public_access import public_access
from bartizan.identity.aws.stages.reserved import reserved
from bartizan.identity.aws.stages.resource_controls import resource_controls
from bartizan.identity.aws.stages.resource_policy import resource_policy
from bartizan.identity.aws.stages.ruling import Ruling
from bartizan.identity.aws.stages.service_controls import service_controls
from bartizan.identity.hole import OPEN

_KEPT = 64
"""So many outcomes of control policies are kept: each takes a byte or two for every principal."""
_TRUST_ALONE = ("sts:assumerolewithwebidentity", "sts:assumerolewithsaml")


class Grants(NamedTuple):
    """What the resource's own policy says to each principal."""

    direct: Truths
    role: Truths
    account: Truths
    denied: Truths
    required: Truths
    spared: Truths
    """Whether neither Block Public Access nor AWS itself refuses it."""


def truths(asked: Asked) -> Truths:
    """Judge a question for every principal."""
    compiled = asked.compiled
    size = len(compiled.crowd)
    if not size or asked.case.action in FREE:
        return np.ones(size, np.int8)
    by_account = _local(asked)
    granted = _granted(asked, by_account)
    local = by_account[compiled.crowd.accounts]
    denied = granted.denied
    if asked.case.action in ROOT_KEEPS:
        denied = np.where(compiled.crowd.roots & (local == 1), np.int8(-1), denied)
    named = np.maximum(np.maximum(granted.direct, granted.role), granted.account)
    if asked.case.action in _TRUST_ALONE:
        allowed = named
    else:
        own, bound = _identity(asked)
        denied = np.maximum(np.maximum(denied, own.denied), bound.denied)
        allowed = _allowed(local, granted, named, own.allowed, bound.allowed)
    found = np.minimum(np.minimum(allowed, -denied), granted.spared)
    for said in (_service_controls(asked), _resource_controls(asked), _endpoint(asked)):
        if said is not None:
            found = np.minimum(found, np.minimum(said.allowed, -said.denied))
    return found


def _allowed(local: Truths, granted: Grants, named: Truths, own: Truths, bound: Truths) -> Truths:
    """Join what both sides allow, as `evaluation` does it for one."""
    inherited = np.where(granted.required > 0, np.minimum(granted.account, own), own)
    limited = np.minimum(np.maximum(inherited, granted.role), bound)
    home = np.maximum(granted.direct, limited)
    abroad = np.minimum(np.minimum(named, own), bound)
    unsure = np.where(home == abroad, home, np.minimum(np.maximum(home, abroad), 0))
    return np.where(local > 0, home, np.where(local < 0, abroad, unsure)).astype(np.int8)


def _local(asked: Asked) -> Truths:
    """Judge for each account whether what is asked about is in it."""
    crowd = asked.compiled.crowd
    found = np.zeros(len(crowd.account_ids), np.int8)
    usual: Truth | None = None
    for at, id in enumerate(crowd.account_ids):
        if usual is not None and OPEN not in id and id != asked.case.resource_account:
            found[at] = int(usual)
            continue
        local = asked.case_for(int(crowd.account_firsts[at])).local
        found[at] = int(local)
        if OPEN not in id and id != asked.case.resource_account:
            usual = local
    return found


def _identity(asked: Asked) -> tuple[Said, Said]:
    """Read identity policies and boundaries."""
    compiled, holders = asked.compiled, asked.compiled.holders
    candidates = asked.candidates()
    shared = np.array([asked.shared(int(each)) for each in candidates], np.int8)
    kept = shared > -1
    candidates, shared = candidates[kept], shared[kept]
    apart = np.array([asked.varies(int(each)) for each in candidates], np.bool_)
    allows = compiled.interned.allows[candidates]
    says = []
    for kind in (True, False):
        mine = allows == kind
        documents = _by_document(asked, candidates[mine & ~apart], shared[mine & ~apart])
        own, bound = _by_principal(asked, documents, silent=1 if kind else -1)
        for clause in candidates[mine & apart]:
            for found, whose in ((own, _owners(holders.sets, holders.people, asked, int(clause))),
                                 (bound, _bounded(holders.bounded, asked, int(clause)))):  # fmt: skip
                whose = whose[~compiled.crowd.roots[whose]]
                if len(whose):
                    found[whose] = np.maximum(found[whose], asked.singly(int(clause), whose))
        says.append((own, bound))
    (own_allowed, bound_allowed), (own_denied, bound_denied) = says
    return Said(own_allowed, own_denied), Said(bound_allowed, bound_denied)


def _by_document(asked: Asked, clauses: Numbers, judged: Truths) -> Truths:
    """Return for each document the greatest truth of its clauses; what was not read of it may say anything."""
    compiled = asked.compiled
    found = np.full(len(compiled.interned.documents), -1, np.int8)
    found[compiled.interned.unseen] = 0
    documents, whose = compiled.holders.documents.many(clauses)
    truths = judged[whose]
    found[documents[truths == 0]] = 0
    found[documents[truths == 1]] = 1
    return found


def _by_principal(asked: Asked, documents: Truths, silent: int) -> tuple[Truths, Truths]:
    """Return for each principal what its own policies say, and what its boundary says."""
    compiled, crowd = asked.compiled, asked.compiled.crowd
    sets = np.full(len(compiled.interned.sets), -1, np.int8)
    for truth in (0, 1):
        sets[compiled.holders.sets.many(np.flatnonzero(documents == truth))[0]] = truth
    own = sets[crowd.sets]
    bound = np.full(len(crowd), silent, np.int8)
    bound[crowd.bounded] = documents[crowd.boundaries[crowd.bounded]]
    own[crowd.roots] = silent
    return own, bound


def _owners(sets: Ranges, people: Ranges, asked: Asked, clause: int) -> Numbers:
    documents = asked.compiled.holders.documents.at(clause)
    return people.many(sets.many(documents)[0])[0]


def _bounded(bounded: Ranges, asked: Asked, clause: int) -> Numbers:
    return bounded.many(asked.compiled.holders.documents.at(clause))[0]


def _granted(asked: Asked, local: Truths) -> Grants:
    """Read the resource's own policy, and what is refused whatever it says; `local` by account."""
    compiled = asked.compiled
    resource = asked.case.resource
    documents = np.array(compiled.resources.get(resource.arn, ()) if resource else (), np.intp)
    division = asked.division(documents)
    crowd, members = compiled.crowd, division.blocks.firsts
    kinds = (crowd.boundaries[members] >= 0).astype(np.intp) + 2 * crowd.roots[members]
    classes = divided(divided(division.classes, kinds, 4), local[crowd.accounts[members]].astype(np.intp) + 1, 3)
    return Grants(
        *_spread(Division(division.blocks, classes, division.apart), 6, lambda at: _grant(asked.case_for(at)))
    )


def _grant(case: Case) -> tuple[int, ...]:
    granted = resource_policy(case)
    denied = max((each.truth for each in granted.denials), default=Truth.NO)
    spared = min(public_access(case).truth, reserved(case).truth)
    return granted.direct.truth, granted.role.truth, granted.account.truth, denied, granted.required, spared


def _spread(division: Division, rows: int, ask: Callable[[int], tuple[int, ...]]) -> Truths:
    found = np.array([ask(at) for at in division.places()], np.int8).reshape(-1, rows)
    return division.spread(found.T)


def _service_controls(asked: Asked) -> Said:
    guards = asked.compiled.service_controls
    return _by_class(asked, service_controls, guards.documents, _guarded(asked, guards), guards.size)


def _resource_controls(asked: Asked) -> Said:
    guards = asked.compiled.resource_controls
    codes = _guarded(asked, guards)
    if asked.case.resource_account:
        codes = np.zeros_like(codes)
    return _by_class(asked, resource_controls, guards.documents, codes, guards.size)


def _endpoint(asked: Asked) -> Said | None:
    through = asked.given.get("aws:sourcevpce", ())
    document = asked.compiled.endpoints.get(through[0]) if through else None
    if document is None:
        return None
    codes = np.zeros(len(asked.compiled.crowd.account_ids), np.intp)
    return _by_class(asked, endpoint, np.array([document], np.intp), codes, 1)


def _guarded(asked: Asked, guards: Guards) -> Numbers:
    """Return for each account the number of its control policies."""
    return np.array([guards.numbers.get(id, 0) for id in asked.compiled.crowd.account_ids], np.intp)


def _by_class(asked: Asked, stage: Callable[[Case], Ruling], documents: Numbers, codes: Numbers, size: int) -> Said:
    """Ask a stage once for each class of principals that it can tell apart; `codes` by account."""
    outcome = asked.outcome(documents)
    if outcome is None:
        return _asked_of(asked, stage, documents, codes, size)
    place = (asked.case.service, asked.case.resource_account) if stage is resource_controls else documents.tobytes()
    kept = asked.compiled.memory.said
    said = kept.get((stage, outcome, place))
    if said is None:
        if len(kept) >= _KEPT:
            kept.clear()
        said = kept[stage, outcome, place] = _asked_of(asked, stage, documents, codes, size)
    return said


def _asked_of(asked: Asked, stage: Callable[[Case], Ruling], documents: Numbers, codes: Numbers, size: int) -> Said:
    division = asked.division(documents)
    crowd, members = asked.compiled.crowd, division.blocks.firsts
    classes = divided(division.classes, codes[crowd.accounts[members]], size)
    classes = divided(classes, crowd.linked[members].astype(np.intp), 2)

    def ask(at: int) -> tuple[int, ...]:
        ruling = stage(asked.case_for(at))
        return ruling.allowed.truth, max((each.truth for each in ruling.denials), default=Truth.NO)

    return Said(*_spread(Division(division.blocks, classes, division.apart), 2, ask))
