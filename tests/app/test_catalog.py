"""What the content declares, as far as it is loaded by parts."""

from __future__ import annotations

from typing import Any

import pytest

from bartizan.app import catalog
from bartizan.app.identity.providers import PROVIDERS
from bartizan.core.kind import Asset
from bartizan.core.step import Follow, Step


def _of(kind: type[Asset], provider: str) -> bool:
    """Tell whether all assets of a kind are of a provider."""
    return all(each.kind.startswith(f"{provider}.") for each in catalog.kinds().values() if issubclass(each, kind))


def _needs(step: Step[Any, Any], provider: str) -> bool:
    """Tell whether a step can be tried only where there is something of a provider."""
    return _of(step.actor, provider) or (not isinstance(step.move, Follow) and _of(step.move.on, provider))


@pytest.mark.parametrize("provider", PROVIDERS)
def test_steps_that_read_data_are_left_out_only_where_they_need_an_absent_provider(provider: str) -> None:
    every = catalog.steps_of("data")

    left = catalog.steps_beside("data", frozenset({provider}))

    missing = [step for id, step in every.items() if id not in left]
    assert missing
    assert all(_needs(step, provider) for step in missing)


def test_no_step_is_left_out_beside_nothing() -> None:
    assert catalog.steps_beside("data", frozenset()) == catalog.steps_of("data")
