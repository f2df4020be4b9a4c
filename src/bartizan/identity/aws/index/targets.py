"""Classes of targets: those about which all statements that can be about them say the same are asked once."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence

import numpy as np

from bartizan.core.truth import Truth
from bartizan.identity.aws.arn import arn
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.index.classes import Classes
from bartizan.identity.aws.index.compiled import Compiled
from bartizan.identity.aws.index.interning import Numbered
from bartizan.identity.aws.index.ranges import Numbers
from bartizan.identity.aws.index.texts import Texts
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.stages.reserved import reserved
from bartizan.identity.aws.stages.resource_policy import requires

_VARIABLE = re.compile(r"\$\{[^}]*\}")


def alike(
    compiled: Compiled,
    action: str,
    targets: Sequence[str],
    given: Mapping[str, tuple[str, ...]],
    absent: frozenset[str],
) -> Classes:
    """Divide targets, by their ARNs, into classes that have the same answer for every caller."""
    marks = _marks(compiled, action, targets)
    numbered: Numbered[Hashable] = Numbered()
    codes, firsts = np.zeros(len(targets), np.intp), []
    for at, target in enumerate(targets):
        caller = Caller(anonymous=True)
        case = Case(
            compiled.roster, Request(caller=caller, action=action, resource=target, context=given, absent=absent), {}
        )
        codes[at] = numbered.number((marks[at].tobytes(), _seen(compiled, case, target)))
        if codes[at] == len(firsts):
            firsts.append(at)
    return Classes(codes, np.array(firsts, np.intp))


def _seen(compiled: Compiled, case: Case, target: str) -> Hashable:
    """Return all that the evaluation asks of a target but what patterns cover it."""
    parts, resource = arn(target), case.resource
    place = (parts.region, parts.service, parts.account) if parts else target
    kept = case.resource_maybe, case.open_resource, requires(case), reserved(case).truth, case.resource_account
    if resource is None:
        return place, kept
    tags = tuple(resource.tags.items()) if isinstance(resource.tags, Mapping) else resource.tags
    own = compiled.resources[resource.arn], resource.block_public, case.resource_exact and tags
    return place, kept, own, resource.policy is None


def _marks(compiled: Compiled, action: str, targets: Sequence[str]) -> Numbers:
    """Return for each target a row that tells what the patterns say that are of statements about the action."""
    texts = Texts(targets)
    interned = compiled.interned
    fitting = np.flatnonzero(compiled.actions.truths(action.lower())[interned.actions] > -1)
    patterns = {pattern for number in np.unique(interned.resources[fitting]) for pattern in interned.resource_sets[number][0]}
    choose = np.random.default_rng(0)
    rows = np.zeros((len(targets), 2), np.uint64)
    for pattern in sorted(patterns - {"*"}):
        truths = texts.truths(_VARIABLE.sub("*", pattern))
        if "${" in pattern:
            # What is in place of the variable tells them apart: each is a class of its own.
            near = np.flatnonzero(truths > -1)
            rows[near] += choose.integers(1, 2**62, (len(near), 2), np.uint64)
            continue
        for truth in (Truth.UNKNOWN, Truth.YES):
            rows[truths == int(truth)] += choose.integers(1, 2**62, 2, np.uint64)
    return rows


