"""Scenes of steps to data: what keeps it, in each cloud, made in one line with all that decides said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup, SecurityGroupRule
from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.aws.vpc_subnet_group import SubnetGroup
from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.content.kinds.gcp.iam_grant import ResourceGrant
from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.kubernetes.claim import Claim
from bartizan.content.kinds.kubernetes.service_account import RoleBinding
from bartizan.content.kinds.software.application import Application
from bartizan.content.steps.aws.scene import allow, arn, user
from bartizan.content.steps.kubernetes.scene import allow as allowing
from bartizan.content.steps.kubernetes.scene import role
from bartizan.core.kind import Asset

A = TypeVar("A", bound=Asset)
INTERNET = Internet("internet")
"""Everybody."""
S3 = "orders"
"""Id of a bucket as code tells of it: the ARN of one has no account, by which its owner would be known."""
KEY = arn("kms", "key/1")
PLAIN: Mapping[str, object] = {
    "name": "orders",
    "own_key": False,
    "key": frozenset(),
    "policy": None,
    "restricts_public_policy": False,
    "tags": frozenset(),
}
"""What is so where nothing else is said, of attributes that a kind has."""


def kept(kind: type[A], id: str, **said: object) -> A:
    """Return something that keeps data; without a key, a policy or tags of its own unless they are said."""
    plain = {name: value for name, value in PLAIN.items() if name in kind.attributes}
    return kind(id, **{**plain, **said})


def sealed(kind: type[A], id: str, *, key: str = KEY, **said: object) -> tuple[A, Key]:
    """Return something that keeps data under a key of the customer, and that key."""
    return kept(kind, id, own_key=True, **{"key": frozenset({key}), **said}), kept(Key, key)


def ann(*actions: str, on: str | tuple[str, ...] = "*") -> tuple[Asset, ...]:
    """Return a user of AWS who may do this."""
    return user("ann", *([allow(*actions, on=on)] if actions else []))


def opened(*actions: str, to: str = "*", when: Mapping[str, Any] | None = None, on: str = "*") -> str:
    """Return a resource's own policy that lets everyone in, or whom it names."""
    principal = "*" if to == "*" else {"AWS": to}
    says = {"Effect": "Allow", "Principal": principal, "Action": list(actions), "Resource": on}
    return json.dumps({"Version": "2012-10-17", "Statement": [{**says, "Condition": when} if when else says]})


def claim() -> Claim:
    """Return a volume claim of the namespace `shop`."""
    return kept(Claim, "shop/PersistentVolumeClaim/orders", namespace="shop")


def everyone(role: str, member: str = "allUsers") -> ResourceGrant:
    """Return a grant of Google Cloud on `it`, to everyone."""
    members, on = frozenset({member}), frozenset({"it"})
    return ResourceGrant(
        f"{member}-{role}", role=f"roles/{role}", members=members, resource=on, condition=None, conditional=False
    )


def anyone(verbs: str, resources: str) -> tuple[Asset, ...]:
    """Return a cluster role that is bound to those who did not sign in."""
    given = role("anyone", allowing(verbs, resources, group="*" if resources == "*" else ""), everywhere=True)
    binding = RoleBinding(
        "ClusterRoleBinding/anyone",
        name="anyone",
        namespace=None,
        cluster_wide=True,
        role="anyone",
        role_kind="ClusterRole",
        subjects=frozenset({"Group/system:unauthenticated"}),
        accounts=frozenset(),
        gives=frozenset({given.id}),
    )
    return given, binding


def runs(entrance: str, *actions: str) -> tuple[Asset, ...]:
    """Return a function whose program can be made to do something, and that everyone may use so."""
    program = Application("program", entrances=frozenset({entrance}))
    policy = opened(*actions) if actions else None
    function = kept(Function, arn("lambda", "function:orders"), policy=policy, runs=frozenset({program.id}))
    return function, program


def beside(store: Asset, *, closed: bool = False) -> tuple[Asset, ...]:
    """Return a function that was taken over, and a store that lets in what is in the function's security group."""
    net, subnet, own, around = "aws_vpc.a", "aws_subnet.a", "aws_security_group.app", "aws_security_group.data"
    taken = kept(Function, "taken", name="taken", in_vpc=True, subnets=frozenset({subnet}), groups=frozenset({own}))
    where: dict[str, object] = {
        "subnets": frozenset({subnet}),
        "subnet_group": frozenset({"group"}),
        "security_groups": frozenset({around}),
        "port": None,
    }
    placed = {name: value for name, value in where.items() if name in store.attributes}
    rule = SecurityGroupRule(
        "aws_security_group.data/ingress/0",
        group=frozenset({around}),
        ingress=True,
        anywhere=False,
        addresses=frozenset(),
        groups=frozenset({own}),
        protocol="tcp",
        from_port=0,
        to_port=0 if closed else 65535,
        itself=False,
        prefix_lists=frozenset(),
    )
    return (
        taken,
        type(store)(store.id, **{**placed, **store.values}),
        SubnetGroup("group", subnets=frozenset({subnet})),
        Vpc(net, range="10.0.0.0/16", default=False),
        Subnet(
            subnet,
            vpc=frozenset({net}),
            range="10.0.1.0/24",
            range6=None,
            tables=frozenset(),
            default=False,
            gives_public_addresses=False,
            gives_ipv6=False,
        ),
        _group(own, net),
        _group(around, net, rule.id),
        rule,
    )


def _group(id: str, net: str, *rules: str) -> SecurityGroup:
    return SecurityGroup(
        id, vpc=frozenset({net}), rules=frozenset(rules), lets_out=True, lets_members_in=False, default=False
    )
