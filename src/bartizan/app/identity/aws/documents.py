"""What AWS policy documents show once they are read as AWS reads them: mistakes, strangers, services without a source.

Sources: IAM user guide, "The confused deputy problem" and "AWS global condition context keys"; the pages "Cross-service
confused deputy prevention" of the services that are named here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from bartizan.app.identity.aws.trusts import look_into_trusts
from bartizan.app.identity.names import Names
from bartizan.content.kinds.aws.governed import Documented, Governed
from bartizan.content.kinds.aws.iam_group import Group
from bartizan.content.kinds.aws.iam_inline_policy import InlinePolicy
from bartizan.content.kinds.aws.iam_policy import Policy, Statement
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.lambda_function import Function
from bartizan.content.kinds.aws.organizations_policy import OrganizationPolicy
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.kinds.aws.vpc_endpoint import Endpoint
from bartizan.core.kind import Asset
from bartizan.core.truth import Partial, Truth, Unknown
from bartizan.graph.graph import Graph
from bartizan.identity.aws import actions, statement
from bartizan.identity.aws.document import Sort, parse
from bartizan.identity.hole import OPEN, equal, shown

SORTS: dict[type[Asset], Sort] = {
    Policy: Sort.MANAGED,
    Role: Sort.TRUST,
    Bucket: Sort.BUCKET,
    Key: Sort.KEY,
    Endpoint: Sort.ENDPOINT,
}
WRITTEN_ON: dict[type[Asset], Sort] = {Role: Sort.ROLE, User: Sort.USER, Group: Sort.GROUP}
OF_ORGANIZATION = {
    "SERVICE_CONTROL_POLICY": Sort.SERVICE_CONTROL,
    "RESOURCE_CONTROL_POLICY": Sort.RESOURCE_CONTROL,
}
"""Policies of organisations in the language of IAM; those of tags and backups have languages of their own."""

DERIVED = ("refused", "strangers", "deputies")

SOURCES = (
    "aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner",
    "aws:principalorgid", "aws:principalaccount", "sts:externalid", "kms:calleraccount", "kms:viaservice",
    "kms:encryptioncontext:", "events:eventaccount",
)  # fmt: skip
"""Condition keys that tell for whom a service works; after a colon at the end comes the name of a pair."""

DEPUTIES = frozenset({
    "bedrock", "codebuild", "comprehend", "databrew", "ecs-tasks", "elasticmapreduce", "emr-serverless", "forecast",
    "frauddetector", "grafana", "greengrass", "iot", "personalize", "pipes", "sagemaker", "scheduler", "ssm", "states",
    "transfer", "vpc-flow-logs",
})  # fmt: skip
"""Services that say for whom they take a role, and ask for a condition on it in its trust policy. Many do not: with
such a condition EC2, Lambda or CloudTrail could no longer take the role."""


def look_into(graph: Graph, trusted_accounts: Collection[str], today: date) -> None:
    """Fill what documents show, of policies and of all that is governed by one."""
    names = Names(graph)
    for asset in graph.of(Documented):
        _Looking(asset, names, graph, trusted_accounts).fill()
    for each in graph.of(Statement):
        each.values["strange_actions"] = _strange(each.read("actions"))
    for role in graph.of(Role):
        if isinstance(role.read("idle_days"), Unknown):
            role.values["idle_days"] = _days(role.read("last_used"), today)
    look_into_trusts(graph)


@dataclass(frozen=True, slots=True)
class _Looking:
    """One asset whose document is looked into."""

    asset: Documented
    names: Names
    graph: Graph
    trusted: Collection[str]

    def fill(self) -> None:
        """Fill the derived attributes of the asset; they are written where the document is."""
        attribute = next(name for name in ("document", "trust_policy", "policy") if name in self.asset.attributes)
        if place := self.asset.places.get(attribute):
            self.asset.places = {**self.asset.places, **dict.fromkeys(DERIVED, place)}
        document = self._document(attribute)
        values = self.asset.values
        values["refused"] = document if isinstance(document, Unknown) else _refused(document)
        if not isinstance(self.asset, Governed):
            return
        values["accounts_given"] = bool(self.trusted)
        if isinstance(document, Unknown):
            values["strangers"] = values["deputies"] = document
            return
        own = self.names.scope(self.asset, "account")
        values["strangers"] = _strangers(document, own, self.trusted) if self.trusted else frozenset()
        # Each statement of a function's policy is an asset of its own, which a rule of its own is about.
        values["deputies"] = frozenset() if isinstance(self.asset, Function) else _deputies(document, self.asset)

    def _document(self, attribute: str) -> statement.Document | Unknown:
        sort = self._sort()
        if isinstance(sort, Unknown):
            return sort
        return statement.Document() if sort is None else parse(self.names.document(self.asset, attribute), sort)

    def _sort(self) -> Sort | Unknown | None:
        """Return what a document is; None for one that is not of IAM."""
        if isinstance(self.asset, OrganizationPolicy):
            told = self.asset.read("type")
            return told if isinstance(told, Unknown) else OF_ORGANIZATION.get(str(told))
        if isinstance(self.asset, InlinePolicy):
            holders = {self._written_on(each.id) for each in self.graph.follow(self.asset, "holders").assets}
            return holders.pop() if len(holders) == 1 else Sort.ANY
        return SORTS.get(type(self.asset), Sort.RESOURCE)

    def _written_on(self, holder: str) -> Sort:
        asset = self.graph.get(holder)
        return Sort.ANY if asset is None else WRITTEN_ON.get(type(asset), Sort.ANY)


def _refused(document: statement.Document) -> frozenset[str] | Unknown:
    doubts = [why for why in document.unseen if why not in document.problems]
    return _seen(map(shown, document.problems), doubts)


def _seen(found: Iterable[str], doubts: Collection[str]) -> frozenset[str] | Unknown:
    """Return what was found; with doubts there may be more."""
    known = frozenset(found)
    if not doubts:
        return known
    why = shown(next(iter(doubts)))
    return Partial(why, tuple(sorted(known))) if known else Unknown(why)


def _allowing(document: statement.Document) -> Iterator[tuple[statement.Statement, statement.Principals]]:
    for each in document.statements:
        if each.allows and each.principals is not None and not each.principals.negated:
            yield each, each.principals


def _strangers(document: statement.Document, own: str, trusted: Collection[str]) -> frozenset[str] | Unknown:
    """Return the accounts let in that are neither the own one nor among those trusted."""
    found: dict[str, None] = {}
    doubts = dict.fromkeys(document.unseen)
    for account in (each for one, who in _allowing(document) for each in _accounts(one, who)):
        if account.isdigit():
            if account not in trusted and account != own:
                found[account] = None
        elif OPEN in account and equal(account, own) is not Truth.YES:
            doubts[f"the account {shown(account)} is not known"] = None
    return _seen(found, doubts)


def _accounts(one: statement.Statement, who: statement.Principals) -> Iterator[str]:
    """Yield the accounts that a statement lets in; everyone is none of them, unless a condition says which."""
    for text in who.aws:
        fields = text.split(":")
        yield fields[4] if len(fields) > 4 and fields[0] == "arn" else text
    for test in one.tests if who.everyone else ():
        if test.key == "aws:principalaccount" and test.operator in ("stringequals", "stringlike"):
            yield from test.values


def _deputies(document: statement.Document, asset: Governed) -> frozenset[str] | Unknown:
    """Return the services let in without a condition on whom they work for."""
    open_to = [
        service
        for one, who in _allowing(document)
        if who.services and not any(test.key.startswith(SOURCES) for test in one.tests)
        for service in who.services
        if OPEN not in service and (not isinstance(asset, Role) or service.partition(".")[0] in DEPUTIES)
    ]
    doubts = [*document.unseen, *(why for one, who in _allowing(document) if who.services for why in one.unseen)]
    return _seen(open_to, () if open_to else doubts)


def _strange(patterns: object) -> frozenset[str] | Unknown:
    """Return, of action patterns, those that fit nothing that is documented."""
    if isinstance(patterns, Unknown) and not isinstance(patterns, Partial):
        return patterns
    texts = patterns.known if isinstance(patterns, Partial) else patterns
    found = [str(each) for each in (texts if isinstance(texts, Iterable) else ()) if _unknown(str(each))]
    return _seen(found, (patterns.why,) if isinstance(patterns, Partial) else ())


def _unknown(pattern: str) -> bool:
    service, colon, action = pattern.partition(":")
    if "${" in pattern or not colon or action in ("", "*") or set(service) & set("*?"):
        return False
    return not (actions.expand(pattern) if set(action) & set("*?") else actions.known(pattern))


def _days(last: object, today: date) -> int | Unknown | None:
    if last is None or isinstance(last, Unknown):
        return last
    try:
        return max(0, (today - datetime.fromisoformat(str(last)).date()).days)
    except ValueError:
        return Unknown("when it was last used is not a date")
