"""Verbs on values only partly seen: certain where it is certain, unknown elsewhere."""

import pytest

from bartizan.core.truth import Composite, Partial, Ref, Truth, Unknown
from bartizan.core.verb import VERBS

REF = Ref("later", "aws_x.a", "arn")
ARN = Composite("later", ("arn:aws:s3:::", REF, "/*"))


@pytest.mark.parametrize(
    ("verb", "value", "operand", "expected"),
    [
        ("is", "a", "a", Truth.YES),
        ("is", None, "a", Truth.NO),
        ("is", Unknown("?"), "a", Truth.UNKNOWN),
        ("is set", None, None, Truth.NO),
        ("is set", "", None, Truth.NO),
        ("is set", REF, None, Truth.YES),
        ("is set", Unknown("?"), None, Truth.UNKNOWN),
        ("starts with", ARN, "arn:", Truth.YES),
        ("starts with", ARN, "http:", Truth.NO),
        ("starts with", ARN, "arn:aws:s3:::logs", Truth.UNKNOWN),
        ("contains", ARN, "s3", Truth.YES),
        ("contains", ARN, "logs", Truth.UNKNOWN),
        ("has", frozenset({1}), 1, Truth.YES),
        ("has", Partial("?", (1,)), 1, Truth.YES),
        ("has", Partial("?", (1,)), 2, Truth.UNKNOWN),
        ("has only", Partial("?", (1,)), frozenset({2}), Truth.NO),
        ("has only", Partial("?", (1,)), frozenset({1}), Truth.UNKNOWN),
        ("has only", None, frozenset({1}), Truth.YES),
        ("is empty", frozenset(), None, Truth.YES),
        ("is empty", Partial("?", ()), None, Truth.UNKNOWN),
        ("is empty", Partial("?", (1,)), None, Truth.NO),
        ("has all of", Partial("?", (1, 2)), frozenset({1, 2}), Truth.YES),
        ("has a match of", frozenset({"10.0.0.0/8"}), r"/8$", Truth.YES),
        ("is at least", 7, 7, Truth.YES),
        ("is at most", None, 7, Truth.NO),
    ],
)
def test_verb(verb: str, value: object, operand: object, expected: Truth) -> None:
    assert VERBS[verb].judge(value, operand) is expected
