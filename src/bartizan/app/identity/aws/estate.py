"""Makes the AWS estate of a graph: principals and resources with their policies, accounts with their guardrails.

What is attached but cannot be read stays: as a policy that is unknown, or as a reason why there may be more. Guardrails
of an organisation that nothing tells of are left out, and said once (`notes`): they can only take away, and if they
made each answer unknown there would be none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bartizan.app.identity.aws.guardrails import Guardrails
from bartizan.app.identity.aws.rights import Rights, tags
from bartizan.app.identity.names import Names
from bartizan.content.kinds.aws.iam_attachment import Assignment, PermissionSet
from bartizan.content.kinds.aws.iam_group import Group
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.kms_grant import Grant
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.s3_access_point import AccountBlock
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.kinds.aws.vpc_endpoint import Endpoint
from bartizan.core.kind import Asset, Document
from bartizan.core.truth import Partial, Unknown
from bartizan.graph.graph import Graph
from bartizan.identity.aws.document import Sort, parse
from bartizan.identity.aws.estate import Account, Estate, Principal, Resource
from bartizan.identity.aws.statement import Policy
from bartizan.identity.hole import hole

NO_TAGS = Unknown("its tags were not collected")
NOT_TOLD = (
    "Service and resource control policies of an organisation were not among what was read: they may take away some of "
    "what is allowed here. Export them too (aws organizations), see the reference of aws-organizations."
)
EVERYBODY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}'
"""What a VPC endpoint without a policy of its own allows (VPC user guide, "Default endpoint policy")."""


def estate(graph: Graph) -> Estate:
    """Return the AWS estate of a graph; ids are those of its assets."""
    return _Making(graph).estate()


def notes(graph: Graph) -> tuple[str, ...]:
    """Return what limits every answer about a graph: sentences to be shown once."""
    return () if Guardrails(graph, Names(graph)).told else (NOT_TOLD,)


class _Making:
    """Makes one estate."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._names = Names(graph)
        self._rights = Rights(graph, self._names)
        self._blocked = {
            self._names.scope(block, "account")
            for block in graph.of(AccountBlock)
            if block.values.get("sealed") is True
        }

    def estate(self) -> Estate:
        principals = tuple(_distinct(self._principals()))
        resources = tuple(_distinct(self._resources()))
        ids = {each.account for each in (*principals, *resources) if each.account}
        guarded = Guardrails(self._graph, self._names).accounts()
        return Estate(
            accounts={id: guarded.get(id) or Account(id=id) for id in sorted(ids | guarded.keys())},
            principals=principals,
            resources=resources,
            endpoints=dict(self._endpoints()),
        )

    def _principals(self) -> Iterator[Principal]:
        for asset in self._graph.of(Identity):
            rights = self._rights.of(asset)
            yield Principal(
                id=asset.id,
                arn=self._names.of(asset),
                account=self._names.scope(asset, "account"),
                policies=rights.policies,
                boundary=self._rights.boundary(asset),
                through=rights.through,
                tags=tags(self._names, asset),
                more=rights.more,
                group=isinstance(asset, Group),
                service_linked=isinstance(asset, Role) and str(asset.values.get("path")).startswith(SERVICE_LINKED),
            )
        for permission_set in self._graph.of(PermissionSet):
            yield from self._of_permission_set(permission_set)

    def _of_permission_set(self, asset: PermissionSet) -> Iterator[Principal]:
        """Yield the roles that a permission set becomes, one in each account it is assigned to."""
        rights = self._rights.of(asset)
        followed = self._graph.follow(asset, "assignments")
        given = [
            self._names.text(each, each.read("account"), "account")
            for each in followed.assets
            if isinstance(each, Assignment)
        ]
        accounts = list(dict.fromkeys(given)) or [hole(f"{asset.id}|account")]
        name, partition = self._names.field(asset, "name"), self._names.scope(asset, "partition")
        for number, account in enumerate(accounts):
            place = f"arn:{partition}:iam::{account}:role/aws-reserved/sso.amazonaws.com/"
            suffix = hole(f"{asset.id}|{account}|suffix")
            yield Principal(
                id=asset.id if not number else f"{asset.id}@{account}",
                arn=f"{place}{hole(f'{asset.id}|region')}/AWSReservedSSO_{name}_{suffix}",
                account=account,
                policies=rights.policies,
                boundary=self._rights.boundary(asset),
                through=rights.through,
                tags={},
                more=rights.more,
            )

    def _resources(self) -> Iterator[Resource]:
        grants = self._grants()
        for asset in self._graph.assets:
            if not asset.kind.startswith("aws.") or not asset.identifier:
                continue
            account = self._names.scope(asset, "account")
            yield Resource(
                id=asset.id,
                arn=self._names.of(asset),
                account=account,
                policy=self._policy(asset),
                grants=grants.get(asset.id, ()),
                tags=tags(self._names, asset) if "tags" in asset.attributes else NO_TAGS,
                block_public=isinstance(asset, Bucket)
                and (asset.values.get("restricts_public_policy") is True or account in self._blocked),
            )

    def _policy(self, asset: Asset) -> Policy | Unknown | None:
        attribute = "trust_policy" if isinstance(asset, Role) else "policy"
        if not isinstance(asset.attributes.get(attribute), Document):
            return None
        text = self._names.document(asset, attribute)
        if text is None and isinstance(asset, Key):
            text = _delegating(self._names.scope(asset, "partition"), self._names.scope(asset, "account"))
        if text is None:
            return None
        if isinstance(text, Unknown):
            return text
        sort = SORTS.get(type(asset), Sort.RESOURCE)
        return Policy(source=asset.id, attribute=attribute, document=parse(text, sort))

    def _endpoints(self) -> Iterator[tuple[str, Policy]]:
        for asset in self._graph.of(Endpoint):
            text = self._names.document(asset, "policy")
            document = parse(EVERYBODY if text is None else text, Sort.ENDPOINT)
            yield self._names.own(asset), Policy(source=asset.id, attribute="policy", document=document)

    def _grants(self) -> dict[str, tuple[Policy, ...]]:
        found: dict[str, tuple[Policy, ...]] = {}
        for grant in self._graph.of(Grant):
            text = json.dumps({"Version": "2012-10-17", "Statement": [self._granted(grant)]}, ensure_ascii=False)
            policy = Policy(source=grant.id, attribute="operations", document=parse(text, Sort.KEY))
            for key in self._graph.follow(grant, "key").assets:
                if isinstance(key, Key):
                    found[key.id] = (*found.get(key.id, ()), policy)
        return found

    def _granted(self, grant: Grant) -> dict[str, Any]:
        operations = grant.read("operations")
        known = operations.known if isinstance(operations, Partial) else operations
        actions = sorted(f"kms:{each}" for each in known) if not isinstance(known, Unknown) else []
        if isinstance(operations, Unknown):
            actions.append(hole(f"?{grant.id}|operations: {operations.why}"))
        condition: dict[str, Any] = {}
        for attribute in ("context", "exact_context"):
            pairs = grant.read(attribute)
            for pair in pairs if isinstance(pairs, frozenset) else ():
                key, _, value = str(pair).partition("=")
                condition[f"kms:EncryptionContext:{key}"] = self._names.text(grant, value)
        who = self._names.text(grant, grant.read("grantee"), "grantee")
        kind = "Service" if who.endswith(".amazonaws.com") else "AWS"
        statement = {"Effect": "Allow", "Principal": {kind: who}, "Action": actions, "Resource": "*"}
        return {**statement, "Condition": {"StringEquals": condition}} if condition else statement


SERVICE_LINKED = "/aws-service-role/"
SORTS: dict[type[Asset], Sort] = {Bucket: Sort.BUCKET, Key: Sort.KEY, Role: Sort.TRUST, Endpoint: Sort.ENDPOINT}


def _delegating(partition: str, account: str) -> str:
    """Return the policy of a key that is made without one (KMS developer guide, "Default key policy")."""
    root = {"AWS": f"arn:{partition}:iam::{account}:root"}
    statement = {"Effect": "Allow", "Principal": root, "Action": "kms:*", "Resource": "*"}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]}, ensure_ascii=False)


def _distinct(found: Iterator[Any]) -> Iterator[Any]:
    """Yield what has an ARN of its own: two declarations of one bucket name are one bucket."""
    seen: set[str] = set()
    for each in found:
        if each.arn not in seen:
            seen.add(each.arn)
            yield each
