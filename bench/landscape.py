"""The made-up organisation as assets, such as exports of all its accounts give: identities, guardrails, workloads."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.iam_group import Group
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_inline_policy import InlinePolicy
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.kinds.aws.iam_policy import Policy as ManagedPolicy
from bartizan.content.kinds.aws.iam_role import Role, Trust
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.kinds.aws.organizations_account import Account, Unit
from bartizan.content.kinds.aws.organizations_organization import Organization
from bartizan.content.kinds.aws.organizations_policy import OrganizationPolicy
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.kinds.aws.secretsmanager_secret import Secret
from bartizan.core.kind import Asset
from bartizan.identity.aws import managed
from bartizan.identity.aws.estate import Estate, Principal, Resource
from bartizan.identity.aws.statement import Document, Policy
from bench.identity import written
from bench.organization import ORGANIZATION

NONE: frozenset[str] = frozenset()
PLACE = "arn:aws:organizations::100000000000"
KINDS: dict[str, type[Asset]] = {"s3": Bucket, "kms": Key, "secretsmanager": Secret}


def assets(estate: Estate) -> Iterator[Asset]:
    """Yield the assets of an organisation, and workloads that act as its roles: one for every fifth of them."""
    making = _Making(estate)
    for principal in estate.principals:
        yield from making.identity(principal)
    yield from making.shared.values()
    yield from making.groups.values()
    yield from (_thing(each) for each in estate.resources if ":role/" not in each.arn and ":sqs:" not in each.arn)
    roles = [each for each in estate.principals if ":role/" in each.arn]
    for number, role in enumerate(roles[::5]):
        yield from _workload(number, role)
    yield from _guardrails(estate)


class _Making:
    """Makes identities and what is attached to them; what several share is made once."""

    def __init__(self, estate: Estate) -> None:
        self._trust = {each.arn: each.policy for each in estate.resources if ":role/" in each.arn}
        self._paths = {arn.rpartition("/")[2]: arn for arn in managed.arns()}
        self.shared: dict[str, Asset] = {}
        self.groups: dict[str, Asset] = {}

    def identity(self, principal: Principal) -> Iterator[Asset]:
        """Yield a role or user with its inline policies; its groups and managed policies are gathered."""
        own = [each for each in principal.policies if each.source not in principal.through]
        inline = [self._inline(each, principal.arn) for each in own if "policy/" not in each.source]
        values: dict[str, object] = {
            **self._rights(own),
            "name": principal.arn.rpartition("/")[2],
            "path": "/",
            "tags": frozenset(f"{key}={value}" for key, value in _tags(principal).items()),
            "boundary": principal.boundary.source if principal.boundary else None,
            "bounded": principal.boundary is not None,
            "attachments": NONE,
            "inline": frozenset(each.id for each in inline),
        }
        if principal.boundary:
            self._managed(principal.boundary)
        yield from inline
        if ":role/" in principal.arn:
            trust = self._trust[principal.arn]
            assert isinstance(trust, Policy)
            yield Role(principal.arn, **values, trust_policy=_text(trust), trust=frozenset({f"{principal.arn}/t"}))
            yield _statement(principal.arn, trust)
        else:
            yield User(principal.arn, **values, console=True, active_keys=1, groups=frozenset(self._joined(principal)))

    def _rights(self, policies: list[Policy]) -> dict[str, object]:
        attached = frozenset(self._paths.get(each.name or each.source.rpartition("/")[2], each.source)
                             for each in policies if "policy/" in each.source)  # fmt: skip
        return {"managed": attached, "policies": NONE}

    def _joined(self, principal: Principal) -> Iterator[str]:
        by_group: dict[str, list[Policy]] = {}
        for each in principal.policies:
            for group in principal.through.get(each.source, ()):
                by_group.setdefault(group, []).append(each)
        for group, policies in by_group.items():
            account, _, name = group.partition("/")
            arn = f"arn:aws:iam::{account}:group/{name}"
            if arn not in self.groups:
                rest = {"inline": NONE, "attachments": NONE, "bounded": False, "boundary": None, "tags": NONE}
                self.groups[arn] = Group(arn, name=name, path="/", **rest, **self._rights(policies))
            yield arn

    def _managed(self, policy: Policy) -> None:
        if policy.source not in self.shared:
            name = policy.source.rpartition("/")[2]
            self.shared[policy.source] = ManagedPolicy(policy.source, name=name, document=_text(policy))

    def _inline(self, policy: Policy, holder: str) -> Asset:
        document = _text(policy)
        return InlinePolicy(policy.source, name="own", document=document, holders=frozenset({holder}))


def _text(policy: Policy) -> str:
    return json.dumps(written(policy.document), separators=(",", ":"))


def _tags(principal: Principal) -> dict[str, str]:
    return dict(principal.tags) if isinstance(principal.tags, dict) else {}


def _statement(role: str, policy: Policy) -> Asset:
    assert isinstance(policy.document, Document)
    names = policy.document.statements[0].principals
    assert names is not None
    return Trust(
        f"{role}/t",
        role=frozenset({role}),
        allows=True,
        principals=frozenset(names.aws),
        services=frozenset(names.services),
        federated=NONE,
    )


def _thing(resource: Resource) -> Asset:
    assert isinstance(resource.policy, Policy)
    kind = KINDS[resource.arn.split(":")[2]]
    return kind(resource.arn, policy=json.dumps(written(resource.policy.document)))


def _workload(number: int, role: Principal) -> Iterator[Asset]:
    """Yield a function, or a machine with its profile, that acts as a role."""
    place = f"eu-west-1:{role.account}"
    if number % 2:
        arn = f"arn:aws:lambda:{place}:function:{role.arn.rpartition('/')[2]}"
        yield Function(arn, role=frozenset({role.arn}), code_signed=False, policy=None)
        return
    profile = role.arn.replace(":role/", ":instance-profile/")
    yield InstanceProfile(profile, role=frozenset({role.arn}))
    arn = f"arn:aws:ec2:{place}:instance/i-{number:012x}"
    yield Instance(arn, profile=frozenset({profile}), metadata_on=True)


def _guardrails(estate: Estate) -> Iterator[Asset]:
    top = f"{PLACE}:organization/{ORGANIZATION}"
    yield Organization(top, number=ORGANIZATION, root="r-ab12", management=next(iter(estate.accounts)))
    attached: dict[tuple[str, str], tuple[Policy, set[str]]] = {}
    for number in range(5):
        yield Unit(_unit(number), parent=frozenset({top}))
    for at, account in enumerate(estate.accounts.values()):
        id = f"{PLACE}:account/{ORGANIZATION}/{account.id}"
        yield Account(id, number=account.id, parent=frozenset({_unit(at % 5)}))
        for type, levels in (("SERVICE", account.service_controls), ("RESOURCE", account.resource_controls)):
            assert isinstance(levels, tuple)
            for level, target in zip(levels, (top, _unit(at % 5), id), strict=True):
                for each in level:
                    attached.setdefault((type, each.source), (each, set()))[1].add(target)
    for (type, source), (policy, targets) in attached.items():
        document = json.dumps(written(policy.document))
        if type == "RESOURCE" and "Principal" not in document:
            document = document.replace('"Action"', '"Principal": "*", "Action"')
        control = f"{type}_CONTROL_POLICY"
        yield OrganizationPolicy(
            f"{PLACE}:policy/{type}/{source}", name=source, type=control, document=document, targets=frozenset(targets)
        )


def _unit(number: int) -> str:
    return f"{PLACE}:ou/{ORGANIZATION}/ou-ab12-{number:08}"


def identities(found: list[Asset]) -> int:
    """Count the identities among assets."""
    return sum(isinstance(each, Identity) for each in found)
