"""Condition keys that the estate itself tells: about the caller, its account and organisation, and the resource.

Source: IAM user guide, "AWS global condition context keys" and "Principal key values"; condition keys of S3 and KMS.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

from bartizan.core.truth import Unknown
from bartizan.identity.aws.arn import arn
from bartizan.identity.aws.context import Found, Open
from bartizan.identity.aws.estate import Account, Principal, Resource, Tags
from bartizan.identity.aws.request import Caller
from bartizan.identity.hole import hole, shown

Kind = Literal["user", "role", "root", "federated user", "service", "federated", "anonymous", "account"]


class Setting(Protocol):
    """What is known of who asks and what is asked about."""

    kind: Kind
    caller: Caller
    principal: Principal | None
    account: str
    arn: str
    name: str
    session: str
    asked: str
    resource: Resource | None
    resource_exact: bool
    resource_account: str

    @property
    def service(self) -> str:
        """The service of the action."""
        ...

    def account_of(self, id: str) -> Account | None:
        """Return an account of the estate."""
        ...


_SIGNED = ("user", "role", "root", "federated user")
_TYPES = {"user": "User", "role": "AssumedRole", "root": "Account", "federated user": "FederatedUser"}


def told(case: Setting, key: str) -> Found:
    """Return what the estate tells of a key, `Open` for one it says nothing of."""
    if (teller := _TELLERS.get(key)) is not None:
        return teller(case)
    name, slash, rest = key.partition("/")
    if not slash:
        return Open()
    if name == "aws:principaltag":
        return _principal_tag(case, rest)
    service, _, name = name.partition(":")
    if name == "resourcetag" and service in ("aws", case.service):
        return _resource_tag(case, rest)
    return Open()


def _tag(tags: Tags, name: str) -> Found:
    if isinstance(tags, Unknown):
        return tags
    for key, value in tags.items():
        if key.lower() == name:
            return (value,)
    return None


def _principal_tag(case: Setting, name: str) -> Found:
    if case.principal is not None:
        return _tag(case.principal.tags, name)
    if case.kind == "account":
        return Open()
    return Unknown(f"the tags of {shown(case.arn)} were not seen") if case.kind in _SIGNED else None


def _resource_tag(case: Setting, name: str) -> Found:
    if case.resource is None or not case.resource_exact:
        return Open()
    return _tag(case.resource.tags, name)


def _of_principal(case: Setting, value: str, shape: str = "") -> Found:
    if case.kind == "account":
        return Open(shape)
    return (value,) if case.kind in _SIGNED else None


def _principal_arn(case: Setting) -> Found:
    shape = f"arn:{hole('partition')}:iam::{case.account}:{hole('principal')}"
    return _of_principal(case, case.arn, shape)


def _principal_type(case: Setting) -> Found:
    return ("Anonymous",) if case.kind == "anonymous" else _of_principal(case, _TYPES.get(case.kind, ""))


def _principal_account(case: Setting) -> Found:
    return (case.account,) if case.account else None


def _user_name(case: Setting) -> Found:
    if case.kind == "account":
        return Open()
    return (case.name,) if case.kind == "user" else None


def _user_id(case: Setting) -> Found:
    if case.kind == "anonymous":
        return ("anonymous",)
    if case.kind == "root":
        return (case.account,)
    if case.kind == "role":
        name = case.session or hole("name of the session")
        return (f"{hole(f'?unique id of {case.arn}')}:{name}",)
    return _of_principal(case, hole(f"?unique id of {case.arn}"))


def _organization(account: Account | None, id: str, read: Callable[[Account], str | Unknown]) -> Found:
    if account is None:
        return Unknown(f"the account {shown(id)} was not seen")
    value = read(account)
    return value if isinstance(value, Unknown) else (value,) if value else None


def _principal_organization(case: Setting) -> Found:
    return _organization(case.account_of(case.account), case.account, _id) if case.account else None


def _principal_path(case: Setting) -> Found:
    return _organization(case.account_of(case.account), case.account, _path) if case.account else None


def _id(account: Account) -> str:
    return account.organization


def _path(account: Account) -> str | Unknown:
    return account.path


def _resource_account(case: Setting) -> Found:
    id = case.resource_account
    return (id,) if id and id != "aws" and "*" not in id and "?" not in id else Open()


def _resource_organization(case: Setting) -> Found:
    if isinstance(_resource_account(case), Open):
        return Open()
    return _organization(case.account_of(case.resource_account), case.resource_account, _id)


def _resource_path(case: Setting) -> Found:
    if isinstance(_resource_account(case), Open):
        return Open()
    return _organization(case.account_of(case.resource_account), case.resource_account, _path)


def _by_service(case: Setting) -> Found:
    return ("true" if case.kind == "service" else "false",)


def _service_name(case: Setting) -> Found:
    return (case.caller.service,) if case.kind == "service" else None


def _source(case: Setting) -> Found:
    """Keys that a call has only when a service makes it for somebody."""
    return Open() if case.kind == "service" else None


def _signed_in(case: Setting) -> Found:
    """Keys that a call may have when somebody with credentials makes it."""
    return None if case.kind in ("service", "anonymous", "federated") else Open()


def _temporary(case: Setting) -> Found:
    """Keys that only a session may have."""
    return Open() if case.kind in ("role", "federated user", "account") else None


def _region(case: Setting) -> Found:
    parts = arn(case.asked)
    region = parts.region if parts else ""
    return (region,) if region and "*" not in region and "?" not in region else Open()


_TELLERS: dict[str, Callable[[Setting], Found]] = {
    "aws:principalarn": _principal_arn,
    "aws:principalaccount": _principal_account,
    "kms:calleraccount": _principal_account,
    "aws:principalorgid": _principal_organization,
    "aws:principalorgpaths": _principal_path,
    "aws:principaltype": _principal_type,
    "aws:username": _user_name,
    "aws:userid": _user_id,
    "aws:principalisawsservice": _by_service,
    "aws:principalservicename": _service_name,
    "aws:principalservicenameslist": _service_name,
    "aws:resourceaccount": _resource_account,
    "s3:resourceaccount": _resource_account,
    "aws:resourceorgid": _resource_organization,
    "aws:resourceorgpaths": _resource_path,
    "aws:sourceaccount": _source,
    "aws:sourcearn": _source,
    "aws:sourceorgid": _source,
    "aws:sourceorgpaths": _source,
    "aws:multifactorauthpresent": _signed_in,
    "aws:multifactorauthage": _signed_in,
    "aws:tokenissuetime": _signed_in,
    "aws:federatedprovider": _temporary,
    "aws:requestedregion": _region,
}
