"""The actions that recorded calls were checked for."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.truth import Unknown
from bartizan.identity.aws import actions, events

RECORDED = Path("/work/shared/data/cloudtrail/invictus/events.ndjson.gz")


@pytest.mark.parametrize(
    ("source", "call", "expected"),
    [
        ("iam.amazonaws.com", "CreateUser", ["iam:CreateUser"]),
        ("s3.amazonaws.com", "ListBuckets", ["s3:ListAllMyBuckets"]),
        ("s3.amazonaws.com", "ListObjectsV2", ["s3:ListBucket"]),
        ("s3.amazonaws.com", "HeadObject", ["s3:GetObject"]),
        ("s3.amazonaws.com", "CopyObject", ["s3:GetObject", "s3:PutObject"]),
        ("s3.amazonaws.com", "GetBucketCors", ["s3:GetBucketCORS"]),
        ("lambda.amazonaws.com", "UpdateFunctionCode20150331v2", ["lambda:UpdateFunctionCode"]),
        ("lambda.amazonaws.com", "Invoke", ["lambda:InvokeFunction"]),
        ("cloudfront.amazonaws.com", "CreateDistribution2020_05_31", ["cloudfront:CreateDistribution"]),
        ("kms.amazonaws.com", "GenerateDataKeyWithoutPlaintext", ["kms:GenerateDataKeyWithoutPlaintext"]),
        ("kms.amazonaws.com", "ReEncrypt", ["kms:ReEncryptFrom", "kms:ReEncryptTo"]),
        ("sts.amazonaws.com", "AssumeRole", ["sts:AssumeRole"]),
        ("sts.amazonaws.com", "GetCallerIdentity", []),
        ("signin.amazonaws.com", "ConsoleLogin", []),
        ("monitoring.amazonaws.com", "DescribeAlarms", ["cloudwatch:DescribeAlarms"]),
        ("apigateway.amazonaws.com", "CreateRestApi", ["apigateway:POST"]),
        ("email.amazonaws.com", "SendEmail", ["ses:SendEmail"]),
        ("api.ecr.amazonaws.com", "PutImage", ["ecr:PutImage"]),
        ("sqs.amazonaws.com", "SendMessageBatch", ["sqs:SendMessage"]),
        ("bedrock.amazonaws.com", "Converse", ["bedrock:InvokeModel"]),
        ("ec2.amazonaws.com.cn", "RunInstances", ["ec2:RunInstances"]),
    ],
)
def test_a_call_is_checked_for_actions(source: str, call: str, expected: list[str]) -> None:
    assert events.of_event(source, call) == tuple(expected)


@pytest.mark.parametrize(("source", "call"), [("s3.amazonaws.com", "Nothing"), ("nothing", "GetObject"), ("", "")])
def test_a_call_that_is_not_known_is_unknown_not_free(source: str, call: str) -> None:
    assert isinstance(events.of_event(source, call), Unknown)


def test_the_tables_name_what_is_published() -> None:
    named = {
        f"{prefix}:{action}"
        for prefix, calls in events.CALLS.items()
        for all_ in calls.values()
        for action in all_.split()
    }
    prefixes = {prefix for group in events.SOURCES.values() for prefix in group}

    assert {action for action in named if not actions.known(action)} == set()
    assert prefixes <= set(actions.services())


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_text_at_all_raises(source: str, call: str) -> None:
    found = events.of_event(source, call)

    assert isinstance(found, Unknown) or all(actions.known(action) for action in found)


@pytest.mark.skipif(not RECORDED.exists(), reason="needs the recorded events of the shared test data")
def test_every_call_of_an_hour_of_attacks_is_known() -> None:
    with gzip.open(RECORDED, "rt", encoding="utf-8") as lines:
        calls = {(event["eventSource"], event["eventName"]) for event in map(json.loads, lines)}
    unknown = {call for call in calls if isinstance(events.of_event(*call), Unknown)}

    assert len(calls) > 200
    assert unknown == set()
