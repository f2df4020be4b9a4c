"""The comparison of the AWS engine with another one: what of it runs without the other one."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from tools.differential import ours
from tools.differential.case import Case, Document
from tools.differential.contested import CONTESTED, Contested, contested, example
from tools.differential.oracle import simulation
from tools.differential.recipes import RECIPES, cases
from tools.differential.shrink import shrunk

OPPOSITE = {"allow": "deny", "deny": "allow"}


@pytest.mark.parametrize("feature", RECIPES)
def test_where_everything_is_known_the_answer_is_allow_or_deny(feature: str) -> None:
    verdicts = [ours.verdict(case) for case in cases(120, 3, (feature,))]

    assert set(verdicts) == {"allow", "deny"}


@pytest.mark.parametrize("feature", RECIPES)
def test_the_same_seed_is_the_same_cases(feature: str) -> None:
    assert list(cases(5, 11, (feature,))) == list(cases(5, 11, (feature,)))


def test_every_case_can_be_sent() -> None:
    sent = [json.loads(json.dumps(simulation(case))) for case in cases(300, 5)]

    assert all(case["request"]["action"] and case["request"]["principal"] for case in sent)


@pytest.mark.parametrize("entry", CONTESTED, ids=lambda entry: entry.id)
def test_each_contested_rule_has_an_example_that_it_explains(entry: Contested) -> None:
    mine = ours.verdict(entry.example)

    assert ours.verdict(entry.recast(entry.example)) == OPPOSITE[mine]
    assert contested(entry.example, OPPOSITE[mine]) == entry.id


def test_what_no_contested_rule_explains_is_a_difference() -> None:
    plain = example({"Resource": "*"})

    assert ours.verdict(plain) == "allow"
    assert contested(plain, "deny") is None


def test_recasting_leaves_alone_what_a_rule_is_not_about() -> None:
    plain = example({"Resource": ["arn:aws:sqs:*:*:jobs", "*"], "Condition": {"Bool": {"aws:SecureTransport": "true"}}})

    changed = [entry.id for entry in CONTESTED if ours.verdict(entry.recast(plain)) != ours.verdict(plain)]

    assert changed == []


def test_a_case_shrinks_to_what_matters() -> None:
    """Differs as long as the second statement denies: all else goes."""
    denial: Document = {"Effect": "Deny", "Action": ["sqs:SendMessage", "s3:*"], "Resource": "*"}
    allowed: Document = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    policy: Document = {"Version": "2012-10-17", "Statement": [allowed, denial]}
    case = example({"Resource": "*"}, identity=(policy, policy), context={"aws:SourceIp": "10.0.0.1"}, tags={"a": "b"})

    def differ(candidates: Sequence[Case]) -> list[bool]:
        return ['"Deny"' in one.shown() for one in candidates]

    small = shrunk(case, differ)

    assert small.identity == (
        {"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}},
    )
    assert (small.context, small.tags) == ({}, {})
