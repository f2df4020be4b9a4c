"""Classes of targets: those about which all statements that can be about them say the same are asked once."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bartizan.core.truth import Truth
from bartizan.identity.aws.arn import arn
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.context import Context
from bartizan.identity.aws.index.classes import Classes
from bartizan.identity.aws.index.compiled import Compiled
from bartizan.identity.aws.index.interning import Numbered
from bartizan.identity.aws.index.probes import individual, personal, read
from bartizan.identity.aws.index.ranges import Truths
from bartizan.identity.aws.index.texts import Texts
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.stages.reserved import reserved
from bartizan.identity.aws.stages.resource_policy import requires
from bartizan.identity.aws.variables import VERSION, expand
from bartizan.identity.hole import OPEN

_TAG = re.compile(r"resourcetag/([^},]*)")
_VARIABLE = re.compile(r"\$\{[^}]*\}")
_LITERAL = "\n"
"""Before a pattern in which a variable is plain text, as in documents of the older version."""
_MANY = 256
Given = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Targets:
    """Targets in classes that have the same answer for every caller, and what patterns say of each class."""

    classes: Classes
    places: tuple[Hashable, ...]
    """For each class, all that the evaluation asks of a target but what patterns cover it."""
    fits: dict[int, Truths]
    """For sets of resource patterns, for each class whether they cover it."""
    plain: NDArray[np.bool_]
    """Classes of which the name is wholly known."""


def alike(
    compiled: Compiled,
    action: str,
    targets: Sequence[str],
    given: Mapping[str, tuple[str, ...]],
    absent: frozenset[str],
) -> Targets:
    """Divide targets, by their ARNs, into classes for one action."""
    fits = compiled.actions.truths(action.lower())[compiled.interned.actions] > -1
    patterns = _covering(compiled, fits, targets, given, absent)
    marks = _marks(patterns, len(targets))
    speaking = set(np.flatnonzero(compiled.interned.unseen).tolist())
    speaking.update(compiled.holders.documents.many(np.flatnonzero(fits))[0].tolist())
    tagging = _tags_asked(compiled, fits)
    numbered: Numbered[tuple[bytes, Hashable]] = Numbered()
    codes = np.zeros(len(targets), np.intp)
    firsts: list[int] = []
    for at, target in enumerate(targets):
        caller = Caller(anonymous=True)
        request = Request(caller=caller, action=action, resource=target, context=given, absent=absent)
        case = Case(compiled.roster, request, {})
        codes[at] = numbered.number((marks[at].tobytes(), _seen(compiled, case, target, speaking, tagging)))
        if codes[at] == len(firsts):
            firsts.append(at)
    first = np.array(firsts, np.intp)
    sets = _sets(compiled, fits, {pattern: truths[first] for pattern, truths in patterns.items()}, len(first))
    plain = np.array([not any(sign in targets[at] for sign in ("*", "?", OPEN)) for at in firsts], np.bool_)
    return Targets(Classes(codes, first), tuple(place for _, place in numbered.items), sets, plain)


def _sets(compiled: Compiled, fits: NDArray[np.bool_], patterns: dict[str, Truths], size: int) -> dict[int, Truths]:
    """Judge sets of patterns, those with variables left out."""
    found = {}
    for number in np.unique(compiled.interned.resources[fits]).tolist():
        members, but = compiled.interned.resource_sets[number]
        if members and not any("${" in each for each in members):
            truths = np.full(size, -1, np.int8)
            for each in members:
                truths = np.ones(size, np.int8) if each == "*" else np.maximum(truths, patterns[each])
            found[number] = -truths if but else truths
    return found


def _tags_asked(compiled: Compiled, fits: NDArray[np.bool_]) -> frozenset[str]:
    """Return the tags of resources, in lower case, that statements about the action ask for: hardly any."""
    found: set[str] = set()
    for clause in np.flatnonzero(fits).tolist():
        statement = compiled.interned.written[clause].statement
        texts = [
            *statement.resources,
            *(text for test in statement.tests for text in (f"${{{test.key}}}", *test.values)),
        ]
        found.update(name.strip() for text in texts if "$" in text for name in _TAG.findall(text.lower()))
    return frozenset(found)


def _seen(compiled: Compiled, case: Case, target: str, speaking: set[int], tagging: frozenset[str]) -> Hashable:
    """Return all that the evaluation asks of a target but what patterns cover it."""
    parts, resource = arn(target), case.resource
    place = (parts.region, parts.service, parts.account) if parts else target
    kept = case.resource_maybe, case.open_resource, requires(case), reserved(case).truth, case.resource_account
    if resource is None:
        return place, kept
    tags: Hashable = resource.tags if tagging and not isinstance(resource.tags, Mapping) else None
    if tagging and isinstance(resource.tags, Mapping):
        tags = tuple((key, value) for key, value in resource.tags.items() if key.lower() in tagging)
    documents = compiled.resources[resource.arn]
    if not resource.block_public:
        documents = tuple(each for each in documents if each in speaking)
    return place, kept, documents, resource.block_public, case.resource_exact and tags, resource.policy is None


def _covering(
    compiled: Compiled, fits: NDArray[np.bool_], targets: Sequence[str], given: Given, absent: frozenset[str]
) -> dict[str, Truths]:
    """Judge for all targets the patterns of statements that can be about the action.

    One with variables is judged for each value that principals have; where those are many, variables are anything.
    """
    texts, interned = Texts(targets), compiled.interned
    sets = np.unique(interned.resources[fits])
    found = {}
    for pattern in sorted({pattern for number in sets for pattern in interned.resource_sets[number][0]} - {"*"}):
        values = _values(compiled, pattern, given, absent) if "${" in pattern else ()
        if values is None:
            found[pattern] = texts.truths(_VARIABLE.sub("*", pattern))
            continue
        found |= {(_LITERAL + each if "${" in each else each): texts.truths(each) for each in (pattern, *values)}
    return found


def _values(compiled: Compiled, pattern: str, given: Given, absent: frozenset[str]) -> list[str] | None:
    """Return a pattern with its variables filled in, for all principals; None where there are many, or more to it."""
    keys = tuple(sorted(read((pattern,), VERSION)))
    if not keys or not all(personal(key) for key in keys) or any(individual(key) for key in keys):
        return None
    column = compiled.crowd.column(keys, shared=True)
    if len(column.values) > _MANY:
        return None
    contexts = (Context(given, absent, column.telling(code).__getitem__) for code in range(len(column.values)))
    expanded = [expand(pattern, context, VERSION) for context in contexts]
    if any(each.letters for each in expanded):
        return None
    return sorted({each.text for each in expanded if each.text is not None})


def _marks(patterns: Mapping[str, Truths], size: int) -> NDArray[np.uint64]:
    """Return for each target a row that tells what the patterns say of it."""
    choose = np.random.default_rng(0)
    rows = np.zeros((size, 2), np.uint64)
    for pattern, truths in patterns.items():
        if "${" in pattern and not pattern.startswith(_LITERAL):
            # What is in place of the variable tells them apart: each is a class of its own.
            near = np.flatnonzero(truths > -1)
            rows[near] += choose.integers(1, 2**62, (len(near), 2), np.uint64)
            continue
        for truth in (Truth.UNKNOWN, Truth.YES):
            rows[truths == int(truth)] += choose.integers(1, 2**62, 2, np.uint64)
    return rows
