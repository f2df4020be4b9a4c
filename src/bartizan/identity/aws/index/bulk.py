"""One question of many actors and many targets: a class of each is asked once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from bartizan.core.access import Decision, Question
from bartizan.graph.grid import Grid
from bartizan.identity.aws.case import Case
from bartizan.identity.aws.evaluation import judge
from bartizan.identity.aws.index.asked import Among, Asked
from bartizan.identity.aws.index.compiled import Compiled
from bartizan.identity.aws.index.narrow import actors as classes_of_actors
from bartizan.identity.aws.index.narrow import narrowed
from bartizan.identity.aws.index.stages import truths
from bartizan.identity.aws.index.targets import Targets, alike
from bartizan.identity.aws.questions import request_of
from bartizan.identity.aws.request import Request

Given = Mapping[str, tuple[str, ...]]


def grid(compiled: Compiled, action: str, targets: Sequence[str], given: Given, absent: frozenset[str]) -> Grid:
    """Ask for all principals."""
    columns = alike(compiled, action, targets, given, absent)
    rows = classes_of_actors(compiled, action, [targets[int(at)] for at in columns.classes.firsts], absent.union(given))
    few = narrowed(compiled, rows.firsts)
    kept: dict[object, object] = {}
    found = np.zeros((len(rows.firsts), len(columns.classes.firsts)), np.int8)
    for number, first in enumerate(columns.classes.firsts):
        asked = Asked(few, action, targets[int(first)], given, absent, among(columns, number, kept))
        found[:, number] = truths(asked)
    return Grid(rows.codes.astype(np.int32), columns.classes.codes.astype(np.int32), found)


def among(columns: Targets, number: int, kept: dict[object, object]) -> Among | None:
    """Return where a class of targets stands; None for one whose name is not wholly known."""
    if not columns.plain[number]:
        return None
    return Among(kept, columns.fits, number, columns.places[number])


def grid_of(
    compiled: Compiled, action: str, targets: Sequence[str], given: Given, absent: frozenset[str], actors: Sequence[str]
) -> Grid:
    """Ask for some actors, under the names that questions have for them."""
    columns = alike(compiled, action, targets, given, absent).classes
    found = np.zeros((len(actors), len(columns.firsts)), np.int8)
    for row, actor in enumerate(actors):
        for number, first in enumerate(columns.firsts):
            asked = Question(actor=actor, action=action, target=targets[int(first)], given=given)
            request = request_of(asked, compiled.roster)
            if not isinstance(request, Decision):
                found[row, number] = judge(_case(compiled, request, absent)).truth
    return Grid(np.arange(len(actors), dtype=np.int32), columns.codes.astype(np.int32), found)


def _case(compiled: Compiled, request: Request, absent: frozenset[str]) -> Case:
    closed = Request(
        caller=request.caller, action=request.action, resource=request.resource, context=request.context, absent=absent
    )
    return Case(compiled.roster, closed, {})
