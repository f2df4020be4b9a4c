"""The smallest policy keeps what was used, and gives nothing that the old one did not."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.truth import Truth
from bartizan.identity.aws.least.policy import listed, slim
from bartizan.identity.aws.least.used import Use, used
from bartizan.identity.hole import covers, hole, matches

ACTIONS = ("s3:GetObject", "s3:PutObject", "s3:ListBucket", "sqs:SendMessage", "kms:Decrypt", "iam:PassRole")
PATTERNS = ("*", "s3:*", "s3:Get*", "s3:GetObject", "sqs:*", "kms:Decrypt", "iam:*")
RESOURCES = (
    "arn:aws:s3:::orders", "arn:aws:s3:::orders/1", "arn:aws:s3:::orders/a/2", "arn:aws:s3:::logs/1",
    "arn:aws:sqs:eu-central-1:111122223333:jobs", "arn:aws:kms:eu-central-1:111122223333:key/k1",
    "arn:aws:iam::111122223333:role/app",
)  # fmt: skip
WIDE = ("*", "arn:aws:s3:::*", "arn:aws:s3:::orders/*", "arn:aws:s3:::orders/a*", "arn:aws:sqs:*:*:jobs", *RESOURCES)
STATEMENT = st.fixed_dictionaries(
    {
        "Effect": st.sampled_from(["Allow", "Allow", "Deny"]),
        "Action": st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=3),
        "Resource": st.lists(st.sampled_from(WIDE), min_size=1, max_size=3),
    },
    optional={"Condition": st.just({"Bool": {"aws:SecureTransport": "true"}})},
)
DOCUMENT = st.fixed_dictionaries({"Statement": st.lists(STATEMENT, max_size=4)})
USES = st.lists(
    st.builds(Use, action=st.sampled_from(ACTIONS), resource=st.sampled_from([*RESOURCES, None])), max_size=12
)


def allows(document: dict[str, Any], use: Use) -> bool:
    return any(
        statement["Effect"] == "Allow"
        and any(matches(pattern, use.action, fold=True) is Truth.YES for pattern in listed(statement["Action"]))
        and any(matches(pattern, use.resource or "") is Truth.YES for pattern in listed(statement["Resource"]))
        for statement in document["Statement"]
    )


@given(st.lists(DOCUMENT, max_size=3), USES)
def test_what_was_used_and_allowed_is_still_allowed(documents: list[dict[str, Any]], uses: list[Use]) -> None:
    found = slim(documents, uses)

    for use in uses:
        if use.resource is not None and any(allows(document, use) for document in documents):
            assert allows(found.document, use), use
            assert use not in found.elsewhere
        elif use.resource is not None:
            assert use in found.elsewhere


@given(st.lists(DOCUMENT, max_size=3), USES)
def test_nothing_is_given_that_was_not_given_before(documents: list[dict[str, Any]], uses: list[Use]) -> None:
    found = slim(documents, uses)

    old = [each for document in documents for each in document["Statement"] if each["Effect"] == "Allow"]
    for statement in found.document["Statement"]:
        if statement["Effect"] == "Allow":
            for action in statement["Action"]:
                for resource in statement["Resource"]:
                    assert any(
                        any(matches(pattern, action, fold=True) is Truth.YES for pattern in each["Action"])
                        and any(covers(pattern, resource) is Truth.YES for pattern in each["Resource"])
                        and each.get("Condition") == statement.get("Condition")
                        for each in old
                    ), (action, resource)


@given(st.lists(DOCUMENT, max_size=3), USES)
def test_every_deny_is_kept(documents: list[dict[str, Any]], uses: list[Use]) -> None:
    found = slim(documents, uses)

    denying = [each for document in documents for each in document["Statement"] if each["Effect"] == "Deny"]
    assert [each for each in found.document["Statement"] if each["Effect"] == "Deny"] == denying


def test_many_objects_become_all_under_their_parent() -> None:
    document = {"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}
    uses = [Use(action="s3:GetObject", resource=f"arn:aws:s3:::orders/2026/{number}.json") for number in range(20)]

    found = slim([document], uses)

    assert found.document["Statement"] == [
        {"Sid": "Keep1", "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::orders/2026/*"]}
    ]


def test_a_reference_of_code_is_kept_where_it_is_narrow() -> None:
    bucket = f"arn:aws:s3:::{hole('aws_s3_bucket.orders.name')}"
    document = {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": [bucket, f"{bucket}/*"]}]}

    found = slim([document], [Use(action="s3:GetObject", resource="arn:aws:s3:::orders-7f3a/1.json")])

    assert found.document["Statement"][0]["Resource"] == [f"{bucket}/*"]
    assert found.document["Statement"][0]["Action"] == ["s3:GetObject"]


def test_a_use_whose_resource_was_not_recorded_narrows_only_the_action() -> None:
    document = {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::a*", "*"]}]}

    found = slim([document], [Use(action="s3:GetObject", resource=None)])

    assert found.document["Statement"][0]["Action"] == ["s3:GetObject"]
    assert found.document["Statement"][0]["Resource"] == ["*"]


def test_a_call_is_about_what_its_parameters_name() -> None:
    place = ("111122223333", "eu-central-1")

    assert used("s3:GetObject", (), {"bucketName": "orders", "key": "a/1.json"}, *place) == (
        Use(action="s3:GetObject", resource="arn:aws:s3:::orders/a/1.json"),
    )
    assert used("dynamodb:GetItem", (), {"tableName": "baskets"}, *place)[0].resource == (
        "arn:aws:dynamodb:eu-central-1:111122223333:table/baskets"
    )
    secret = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:db-1a2b3c"
    assert used("secretsmanager:GetSecretValue", (), {"secretId": secret}, *place)[0].resource == secret
    assert used("sts:GetCallerIdentity", (), {}, *place)[0].resource == "*"
    assert used("dynamodb:GetItem", (), {}, *place)[0].resource is None


def test_a_call_in_another_partition_names_its_own() -> None:
    found = used("dynamodb:GetItem", (), {"tableName": "baskets"}, "111122223333", "cn-north-1")

    assert found[0].resource == "arn:aws-cn:dynamodb:cn-north-1:111122223333:table/baskets"
