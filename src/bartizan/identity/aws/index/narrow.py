"""An index of fewer principals: one for each class that some question can tell apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bartizan.identity.aws.index.classes import Classes, divided, mentions
from bartizan.identity.aws.index.compiled import Compiled, Memory, holding
from bartizan.identity.aws.index.crowd import Held
from bartizan.identity.aws.index.ranges import Numbers, Ranges
from bartizan.identity.aws.statement import Principals


def actors(compiled: Compiled, action: str, targets: Iterable[str], said: frozenset[str] = frozenset()) -> Classes:
    """Divide principals into classes that have the same answer for an action on each of some targets.

    `said`: the condition keys that are given, and those that are absent.
    """
    fits = compiled.actions.truths(action.lower())[compiled.interned.actions] > -1
    classes = _by_policies(compiled, fits)
    documents = {number for target in targets for number in compiled.resources.get(target, ())}
    others = np.concatenate(
        (
            compiled.service_controls.documents,
            compiled.resource_controls.documents,
            np.array(sorted(documents), np.intp),
        )
    )
    clauses = compiled.interned.documents.many(np.unique(others).astype(np.intp))[0]
    asked = {int(each) for each in clauses if fits[each]} | set(np.flatnonzero(fits & compiled.holders.own).tolist())
    classes = _by_parts(compiled, classes, asked, said)
    return _by_names(compiled, classes, [int(each) for each in np.unique(clauses) if fits[each]])


def _by_policies(compiled: Compiled, fits: NDArray[np.bool_]) -> Classes:
    """Divide by account and kind, and by which statements about the action they hold."""
    crowd, interned = compiled.crowd, compiled.interned
    classes = compiled.blocks
    said = _marked(interned.documents, fits, len(interned.documents))
    said[interned.unseen] ^= 1
    kept = said != 0
    sets = np.zeros(len(interned.sets), np.uint64)
    members, whose = interned.sets.many(np.arange(len(interned.sets), dtype=np.intp))
    np.add.at(sets, whose[kept[members]], said[members[kept[members]]] * np.uint64(0x9E3779B97F4A7C15))
    own = np.unique(sets, return_inverse=True)[1].astype(np.intp)
    bound = np.unique(said, return_inverse=True)[1].astype(np.intp)
    classes = divided(classes, own[crowd.sets], int(own.max(initial=0)) + 1)
    bounds = np.where(crowd.boundaries < 0, 0, bound[crowd.boundaries] + 1)
    return divided(classes, bounds.astype(np.intp), int(bounds.max(initial=0)) + 1)


def _marked(lists: Ranges, wanted: NDArray[np.bool_], size: int) -> NDArray[np.uint64]:
    """Return for each list a number that tells which of the wanted members it has; 0 for none."""
    choose = np.random.default_rng(0).integers(1, 2**62, len(wanted), np.uint64)
    members, whose = lists.many(np.arange(size, dtype=np.intp))
    kept = wanted[members]
    found = np.zeros(size, np.uint64)
    np.add.at(found, whose[kept], choose[members[kept]])
    return found


def _by_parts(compiled: Compiled, classes: Classes, clauses: set[int], said: frozenset[str]) -> Classes:
    numbers = {part for clause in clauses if clause in compiled.taken for part in compiled.taken[clause].parts}
    for number in sorted(numbers):
        part = compiled.parts[number]
        if compiled.shares(number) and said.isdisjoint(part.keys):
            outcomes = compiled.pure(number, "*" in said)
            classes = divided(classes, outcomes.astype(np.intp) + 1, 3)
        else:
            column = compiled.crowd.column(part.keys, shared=part.resources is not None)
            classes = divided(classes, column.codes, len(column.values))
    return classes


def _by_names(compiled: Compiled, classes: Classes, clauses: list[int]) -> Classes:
    named: list[Principals] = []
    for clause in clauses:
        names = compiled.interned.written[clause].statement.principals
        if names is not None:
            named.append(names)
    apart = sorted(mentions(compiled.crowd, named, compiled.places).apart | compiled.crowd.odd)
    codes = np.zeros(len(compiled.crowd), np.intp)
    codes[apart] = np.arange(1, len(apart) + 1, dtype=np.intp)
    return divided(classes, codes, len(apart) + 1)


def narrowed(compiled: Compiled, members: Numbers) -> Compiled:
    """Return an index of some principals alone, by their positions."""
    crowd = compiled.crowd.narrowed(members)
    firsts = {int(at): number for number, at in enumerate(members)}
    return replace(
        compiled,
        crowd=crowd,
        everyone=np.arange(len(crowd), dtype=np.intp),
        blocks=_blocks(compiled, members),
        places={arn: firsts[at] for arn, at in compiled.places.items() if at in firsts},
        holders=holding(compiled.interned, Held(crowd.sets, crowd.boundaries)),
        memory=Memory(pure={key: found[members] for key, found in compiled.memory.pure.items()}),
    )


def _blocks(compiled: Compiled, members: Numbers) -> Classes:
    codes = compiled.blocks.codes[members]
    _, firsts, numbers = np.unique(codes, return_index=True, return_inverse=True)
    return Classes(numbers.astype(np.intp), firsts.astype(np.intp))
