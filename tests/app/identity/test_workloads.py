"""Service accounts become cloud identities by an annotation and trust, or by an association."""

from __future__ import annotations

import json

import pytest

from bartizan.app.identity.world import world_of
from bartizan.content.kinds.aws.eks_pod_identity import PodIdentity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.core.kind import Asset
from bartizan.core.truth import Unknown

ARN = "arn:aws:iam::111122223333:role/orders"
PROVIDER = "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/A1"


def account(cloud_role: object = ARN) -> ServiceAccount:
    return ServiceAccount("shop/ServiceAccount/orders", name="orders", namespace="shop", cloud_role=cloud_role)


def trusting(principal: object, *subjects: str) -> Role:
    key = f"{PROVIDER.partition('oidc-provider/')[2]}:sub"
    statement = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRoleWithWebIdentity"}
    statement |= {"Condition": {"StringLike": {key: list(subjects)}}} if subjects else {}
    return Role(ARN, name="orders", trust_policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))


def acts_as(*assets: Asset) -> object:
    world = world_of(assets)
    found = world.graph.get("shop/ServiceAccount/orders")
    assert found is not None
    return found.read("acts_as")


@pytest.mark.parametrize(
    ("role", "becomes"),
    [
        (trusting({"Federated": PROVIDER}, "system:serviceaccount:shop:orders"), {ARN}),
        (trusting({"Federated": PROVIDER}, "system:serviceaccount:shop:*"), {ARN}),
        (trusting({"Federated": PROVIDER}), {ARN}),
        (trusting({"Federated": PROVIDER}, "system:serviceaccount:shop:web"), set()),
        (trusting({"Service": "ec2.amazonaws.com"}), set()),
    ],
)
def test_the_role_has_to_trust_the_account_that_names_it(role: Role, becomes: set[str]) -> None:
    assert acts_as(account(), role) == frozenset(becomes)


def test_no_annotation_is_no_identity() -> None:
    assert acts_as(account(None), trusting({"Federated": PROVIDER})) == frozenset()


def test_a_role_that_was_not_read_leaves_it_open() -> None:
    assert isinstance(acts_as(account()), Unknown)


def test_a_role_whose_trust_was_not_seen_leaves_it_open() -> None:
    assert isinstance(acts_as(account(), Role(ARN, name="orders")), Unknown)


@pytest.mark.parametrize(("named", "becomes"), [("orders", {ARN}), ("web", set())])
def test_an_association_gives_its_role_without_an_annotation(named: str, becomes: set[str]) -> None:
    given = PodIdentity("p", cluster="shop", namespace="shop", account=named, role=frozenset({ARN}))

    assert acts_as(account(None), trusting({"Service": "pods.eks.amazonaws.com"}), given) == frozenset(becomes)


def test_an_association_whose_account_is_not_known_leaves_it_open() -> None:
    given = PodIdentity("p", cluster="shop", namespace="shop", role=frozenset({ARN}))

    assert isinstance(acts_as(account(None), trusting({"Service": "pods.eks.amazonaws.com"}), given), Unknown)
