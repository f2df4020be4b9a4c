"""Scenes of AWS steps: small worlds of identities, their policies and what they act on, each made in one line.

All that decides is known in them: nothing is attached, bounded or shared unless it is said. Ids are ARNs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.ec2_launch_template import LaunchTemplate
from bartizan.content.kinds.aws.iam_group import Group
from bartizan.content.kinds.aws.iam_inline_policy import InlinePolicy
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.kinds.aws.iam_policy import Policy
from bartizan.content.kinds.aws.iam_role import Role, Trust
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.core.kind import Asset

Said = Mapping[str, Any]
"""A statement of a policy."""

ACCOUNT, REGION = "111122223333", "eu-central-1"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"
"""Named in a trust policy: everyone in the account whose own policies allow it."""
ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess"


def arn(service: str, rest: str) -> str:
    """Return the ARN of something in the scene's account; that of IAM has no region."""
    return f"arn:aws:{service}:{'' if service == 'iam' else REGION}:{ACCOUNT}:{rest}"


def allow(*actions: str, on: str | tuple[str, ...] = "*", when: Mapping[str, Any] | None = None) -> Said:
    """Return a statement that allows; `when` is its `Condition`."""
    return _statement("Allow", actions, on, when)


def deny(*actions: str, on: str | tuple[str, ...] = "*", when: Mapping[str, Any] | None = None) -> Said:
    """Return a statement that denies."""
    return _statement("Deny", actions, on, when)


def passed_to(service: str) -> Said:
    """Return the condition that a role is passed to this service only."""
    return {"StringEquals": {"iam:PassedToService": service}}


def user(
    name: str, *says: Said, boundary: str | None = None, managed: str = "", groups: str = "", console: bool = False
) -> tuple[Asset, ...]:
    """Return a user and its inline policy; `boundary` and `managed` name a `policy`, `groups` a `group`."""
    id = arn("iam", f"user/{name}")
    made = User(
        id,
        **_of_identity(id, name, says, boundary, managed),
        path="/",
        console=console,
        mfa=False,
        password_written=False,
        own_rights=bool(says or managed),
        active_keys=1,
        groups=_ids("iam", "group", groups),
        keys=frozenset(),
    )
    return (made, *_inline(id, name, says))


def role(
    name: str,
    *says: Said,
    trusts: str = "ec2.amazonaws.com",
    boundary: str | None = None,
    managed: str = "",
    federated: str = "",
    only: Mapping[str, Any] | None = None,
    path: str = "/",
) -> tuple[Asset, ...]:
    """Return a role and its inline policy; it `trusts` a service, an ARN or an account, or a `federated` provider.

    `only` is the `Condition` under which it trusts.
    """
    id = arn("iam", f"role{path}{name}")
    made = Role(
        id,
        **_of_identity(id, name, says, boundary, managed),
        path=path,
        session=3600,
        trust_policy=_document([_trusting(trusts, federated, only)]),
        trust=frozenset({f"{id}/trust"} if federated else ()),
    )
    return (made, *_inline(id, name, says), *_trust(id, federated))


def group(name: str, *says: Said, managed: str = "") -> tuple[Asset, ...]:
    """Return a group and its inline policy."""
    id = arn("iam", f"group/{name}")
    made = Group(id, **_of_identity(id, name, says, None, managed), path="/")
    return (made, *_inline(id, name, says))


def policy(name: str, *says: Said) -> tuple[Asset, ...]:
    """Return a managed policy of the account."""
    id = arn("iam", f"policy/{name}")
    return (Policy(id, name=name, path="/", document=_document(says), statements=frozenset()),)


def profile(name: str, of: str) -> tuple[Asset, ...]:
    """Return the instance profile of a role."""
    return (InstanceProfile(arn("iam", f"instance-profile/{name}"), name=name, role=_ids("iam", "role", of)),)


def function(name: str, of: str = "", *, signed: bool = False) -> tuple[Asset, ...]:
    """Return a function that acts as a role."""
    roles = _ids("iam", "role", of)
    return (Function(arn("lambda", f"function:{name}"), name=name, role=roles, code_signed=signed, policy=None),)


def instance(name: str, of: str = "", *, metadata: bool = True) -> tuple[Asset, ...]:
    """Return a machine, and the instance profile that gives it a role."""
    made = Instance(
        arn("ec2", f"instance/i-{name}"),
        has_profile=bool(of),
        profile=_ids("iam", "instance-profile", of),
        metadata_on=metadata,
    )
    return (made, *(profile(of, of) if of else ()))


def template(name: str, of: str = "") -> tuple[Asset, ...]:
    """Return a launch template, and the instance profile that it gives to machines."""
    made = LaunchTemplate(
        arn("ec2", f"launch-template/lt-{name}"),
        name=name,
        has_profile=bool(of),
        profile=_ids("iam", "instance-profile", of),
    )
    return (made, *(profile(of, of) if of else ()))


def roles(name: str) -> frozenset[str]:
    """Return the link to a role of the scene; to none where the name is empty."""
    return _ids("iam", "role", name)


def shared(principal: str, *actions: str) -> str:
    """Return a resource's own policy, which lets a principal do something with it."""
    says = {"Effect": "Allow", "Principal": {"AWS": principal}, "Action": list(actions), "Resource": "*"}
    return _document([says])


def in_code(*assets: Asset) -> tuple[Asset, ...]:
    """Return a scene as code tells it: ids are no ARNs, and everything is in one account that is not known."""
    here = f"arn:aws:iam::{ACCOUNT}:"
    return tuple(
        type(asset)(
            asset.id.removeprefix(here),
            **{
                name: frozenset(str(id).removeprefix(here) for id in value) if isinstance(value, frozenset) else value
                for name, value in asset.values.items()
            },
        )
        for asset in assets
    )


def _statement(
    effect: str, actions: tuple[str, ...], on: str | tuple[str, ...], when: Mapping[str, Any] | None
) -> Said:
    resource = on if isinstance(on, str) else list(on)
    said = {"Effect": effect, "Action": list(actions), "Resource": resource}
    return {**said, "Condition": when} if when else said


def _trusting(trusts: str, federated: str, only: Mapping[str, Any] | None) -> Said:
    if federated:
        return {"Effect": "Allow", "Action": "sts:AssumeRoleWithSAML", "Principal": {"Federated": federated}}
    kind = "Service" if trusts.endswith(".amazonaws.com") else "AWS"
    said = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {kind: trusts}}
    return {**said, "Condition": only} if only else said


def _trust(id: str, federated: str) -> tuple[Asset, ...]:
    if not federated:
        return ()
    return (Trust(f"{id}/trust", role=frozenset({id}), allows=True, federated=frozenset({federated})),)


def _of_identity(id: str, name: str, says: tuple[Said, ...], boundary: str | None, managed: str) -> dict[str, Any]:
    attached = _ids("iam", "policy", managed)
    return {
        "name": name,
        "tags": frozenset(),
        "bounded": boundary is not None,
        "boundary": arn("iam", f"policy/{boundary}") if boundary else None,
        "managed": attached,
        "policies": attached,
        "attachments": frozenset(),
        "inline": frozenset({f"{id}/inline"} if says else ()),
        "statements": frozenset(),
    }


def _inline(holder: str, name: str, says: tuple[Said, ...]) -> tuple[Asset, ...]:
    if not says:
        return ()
    return (InlinePolicy(f"{holder}/inline", name=name, document=_document(says), holders=frozenset({holder})),)


def _document(says: tuple[Said, ...] | list[Said]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": list(says)})


def _ids(service: str, kind: str, name: str) -> frozenset[str]:
    return frozenset({arn(service, f"{kind}/{name}")} if name else ())
