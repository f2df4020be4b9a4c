"""Kleene's algebra, and values that refuse to be taken for false."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.truth import Answer, Composite, Fact, Partial, Ref, Truth, Unknown, weigh

TRUTHS = st.sampled_from(list(Truth))


@given(TRUTHS, TRUTHS)
def test_de_morgan_holds(one: Truth, other: Truth) -> None:
    assert -min(one, other) == max(-one, -other)


@given(TRUTHS)
def test_twice_negated_is_the_same(one: Truth) -> None:
    opposite = -one

    assert -opposite is one


@pytest.mark.parametrize(
    "unseen", [Unknown("why"), Ref("why", "a", "b"), Composite("why", ("a",)), Partial("why", (1,))]
)
def test_unknown_is_neither_true_nor_false(unseen: Unknown) -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(unseen)


def test_evidence_is_only_what_decided() -> None:
    yes, no = Answer(Truth.YES, (Fact("a", "x", 1),)), Answer(Truth.NO, (Fact("a", "y", 2),))

    assert weigh([yes, no], min) == no
    assert weigh([yes, no], max) == yes
