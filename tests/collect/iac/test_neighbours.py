"""Satellites find the resource they are about, or leave it in doubt; names may be shared by things of other types."""

from __future__ import annotations

from typing import Any

from bartizan.collect.neighbours import Neighbours
from bartizan.collect.resource import Reading, Resource
from bartizan.core.place import Place
from bartizan.core.truth import Ref, Unknown


def resource(type: str, label: str, **value: Any) -> Resource:
    return Resource(type=type, address=f"{type}.{label}", value=value, place=Place("main.tf", 1, 1))


def neighbours(*resources: Resource) -> Neighbours:
    made = Neighbours(Reading(resources=list(resources)))
    for each in resources:
        if isinstance(each.value.get("name"), str):
            made.name(each, [each.value["name"]])
    return made


def test_a_satellite_is_found_by_reference() -> None:
    bucket = resource("aws_s3_bucket", "a")
    logging = resource("aws_s3_bucket_logging", "a", bucket=Ref("later", address=bucket.address, attribute="id"))

    found, doubt = neighbours(bucket, logging).referring(("aws_s3_bucket_logging",), "bucket", bucket)

    assert found == [logging]
    assert doubt is None


def test_a_name_shared_with_another_type_still_leads_to_each() -> None:
    role, group = resource("aws_iam_role", "app", name="app"), resource("aws_iam_group", "app", name="app")
    attachment = resource("aws_iam_role_policy_attachment", "app", role="app")
    near = neighbours(role, group, attachment)

    found, doubt = near.referring((attachment.type,), "role", role)

    assert found == [attachment]
    assert doubt is None
    assert near.named("app") is None


def test_a_name_shared_within_a_type_leaves_both_in_doubt() -> None:
    one, other = resource("aws_iam_role", "one", name="app"), resource("aws_iam_role", "other", name="app")
    attachment = resource("aws_iam_role_policy_attachment", "app", role="app")

    found, doubt = neighbours(one, other, attachment).referring((attachment.type,), "role", one)

    assert found == []
    assert isinstance(doubt, Unknown)


def test_a_satellite_of_something_unknown_leaves_all_in_doubt() -> None:
    bucket = resource("aws_s3_bucket", "a")
    logging = resource("aws_s3_bucket_logging", "a", bucket=Unknown('variable "bucket" has no value'))

    found, doubt = neighbours(bucket, logging).referring((logging.type,), "bucket", bucket)

    assert found == []
    assert doubt is not None
    assert logging.address in doubt.why
