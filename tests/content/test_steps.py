"""Every attack step is held to its own scenes, and to what must be true of all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest

from bartizan.app import catalog
from bartizan.app.attack.strangers import Strangers
from bartizan.app.identity.world import world_of
from bartizan.app.network.everywhere import network
from bartizan.core.claim import Scene
from bartizan.core.kind import Asset
from bartizan.core.step import Act, Step
from bartizan.core.truth import Truth
from bartizan.paths.stepping import moves
from tests.content.trial import things

STEPS = list(catalog.steps().values())


def scenes(*sides: str) -> list[Any]:
    return [
        pytest.param(step, scene, id=f"{step.id}-{side}-{number}")
        for step in STEPS
        for side in sides
        for number, scene in enumerate(getattr(step, side))
    ]


def arrived(step: Step[Any, Any], assets: Sequence[Asset]) -> Truth:
    """Return how certain it is that the first asset gets on by a step."""
    world = world_of([type(asset)(asset.id, **asset.values) for asset in assets])
    made = moves(step, world.graph, Strangers(world.access), network(world.graph))
    return max((move.truth for move in made if move.actor == assets[0].id), default=Truth.NO)


@pytest.mark.parametrize(("step", "scene"), scenes("reaches"))
def test_step_reaches_where_it_says_so(step: Step[Any, Any], scene: Scene) -> None:
    assert arrived(step, things(scene)) is Truth.YES


@pytest.mark.parametrize(("step", "scene"), scenes("blocked"))
def test_step_is_blocked_where_it_says_so(step: Step[Any, Any], scene: Scene) -> None:
    assert arrived(step, things(scene)) is Truth.NO


@pytest.mark.parametrize(("step", "scene"), scenes("reaches", "blocked"))
def test_step_never_flips_when_it_sees_less(step: Step[Any, Any], scene: Scene) -> None:
    """Hiding one value may leave it open whether a step reaches, never turn it to the opposite."""
    world = things(scene)
    before = arrived(step, world)
    for position, asset in enumerate(world):
        for name in asset.values:
            less = {key: value for key, value in asset.values.items() if key != name}
            hidden = type(asset)(asset.id, **less)
            after = arrived(step, (*world[:position], hidden, *world[position + 1 :]))
            assert after in (before, Truth.UNKNOWN), f"hiding {name} of {asset.id}"


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_step_is_well_formed(step: Step[Any, Any]) -> None:
    assert step.reaches, "no scene that reaches"
    assert step.blocked, "no scene that is blocked"
    assert re.fullmatch(r"T\d{4}(\.\d{3})?", step.technique)
    assert not step.title.endswith("."), "a title is not a sentence with a full stop"
    assert step.because.endswith(".")
    assert step.fix.endswith(".")
    assert not isinstance(step.move, Act) or step.move.uses or step.where, "nothing is asked"


def test_a_step_is_named_as_its_file_which_opens_with_its_title() -> None:
    for module, step in catalog.declared("steps", Step):
        assert module.__name__.rpartition(".")[2] == step.id.replace("-", "_")
        assert (module.__doc__ or "").startswith(f"{step.title}."), module.__name__


def test_every_way_of_the_published_catalogues_is_there() -> None:
    """The catalogues of the field, by their own ids: pathfinding.cloud for AWS, KubeHound for Kubernetes."""
    named = {reference for step in STEPS for reference in step.references}

    assert len({each for each in named if each.startswith("pathfinding.cloud ")}) >= 65
    assert len({each for each in named if each.startswith("KubeHound ")}) >= 26
    for provider in ("azure", "gcp"):
        assert len([step for step in STEPS if step.id.startswith(f"{provider}-")]) >= 20, provider
