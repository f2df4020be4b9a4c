"""The documents of AWS managed policies."""

from __future__ import annotations

import json

import pytest

from bartizan.identity.aws import managed

ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess"


def test_the_administrators_policy_allows_everything() -> None:
    text = managed.document(ADMIN)

    assert text is not None
    assert json.loads(text)["Statement"] == [{"Effect": "Allow", "Action": ["*"], "Resource": "*"}]


@pytest.mark.parametrize(
    "arn",
    [
        "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
        "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
        "arn:aws-cn:iam::aws:policy/AmazonS3ReadOnlyAccess",
        "arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess",
    ],
)
def test_a_policy_is_found_by_path_and_in_any_partition(arn: str) -> None:
    text = managed.document(arn)

    assert text is not None
    assert json.loads(text)["Statement"]
    assert managed.is_managed(arn)


@pytest.mark.parametrize(
    "arn",
    [
        "arn:aws:iam::aws:policy/NoSuchPolicy",
        "arn:aws:iam::aws:policy/service-role/AdministratorAccess",
        "arn:aws:iam::111111111111:policy/AdministratorAccess",
        "AdministratorAccess",
        "",
    ],
)
def test_what_is_not_in_the_data_is_none_not_empty(arn: str) -> None:
    assert managed.document(arn) is None


def test_every_document_is_a_policy() -> None:
    documents = [json.loads(managed.document(arn) or "{}") for arn in managed.arns()]

    assert len(documents) > 1_500
    assert all(document["Statement"] for document in documents)


def test_the_edition_says_what_the_data_is_of() -> None:
    source, date = managed.edition()

    assert source.startswith("iann0036/iam-dataset")
    assert date > "2026"
