"""Conditions of role assignments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.truth import Truth
from bartizan.identity.azure.condition import judged

WRITE = "microsoft.authorization/roleassignments/write"
OPEN = "@Request[Microsoft.Authorization/roleAssignments:PrincipalType] StringEqualsIgnoreCase 'User'"
MATCH = "ActionMatches{'Microsoft.Authorization/roleAssignments/write'}"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("", Truth.YES),
        (MATCH, Truth.YES),
        (f"!({MATCH})", Truth.NO),
        (f"NOT {MATCH}", Truth.NO),
        (OPEN, Truth.UNKNOWN),
        (f"(!({MATCH})) OR ({OPEN})", Truth.UNKNOWN),
        (f"(!({MATCH})) AND ({OPEN})", Truth.NO),
        (f"{MATCH} || {OPEN}", Truth.YES),
        (f"{MATCH} && {OPEN}", Truth.UNKNOWN),
        ("ActionMatches{'Microsoft.Authorization/*'}", Truth.YES),
        ("ActionMatches{'Microsoft.Compute/*'}", Truth.NO),
        (f"@Request[a] StringEquals 'a) OR ({MATCH}'", Truth.UNKNOWN),
        (f"({MATCH}", Truth.UNKNOWN),
        (f"{MATCH})", Truth.UNKNOWN),
        ("AND", Truth.UNKNOWN),
    ],
)
def test_a_condition_comes_to_what_its_operation_decides(condition: str, expected: Truth) -> None:
    assert judged(condition, WRITE) is expected


def test_depth_is_bounded() -> None:
    assert judged("(" * 5000 + MATCH + ")" * 5000, WRITE) is Truth.UNKNOWN


@given(st.text(alphabet="()!&|{}'@ abANDORNOT*", max_size=60))
def test_no_text_raises(condition: str) -> None:
    assert judged(condition, WRITE) in Truth
