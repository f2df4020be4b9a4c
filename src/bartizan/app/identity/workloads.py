"""Workload identities: service accounts of clusters, linked to the cloud identities that they become.

An annotation names the identity, and the identity trusts the subject of the token: it takes both. EKS user guide, "IAM
roles for service accounts"; Azure, "Workload identity federation".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bartizan.app.identity.names import Names
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.azure.authorization_role import FederatedCredential
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.core.kind import Asset
from bartizan.core.truth import Truth, Unknown
from bartizan.graph.graph import Graph, led_to
from bartizan.identity.aws.document import parse
from bartizan.identity.aws.statement import Document, Statement
from bartizan.identity.hole import equal, matches


def link(graph: Graph) -> None:
    """Tell the service accounts of a graph whom they become in the cloud."""
    accounts = list(graph.of(ServiceAccount))
    roles = list(graph.of(Role)) if accounts else []
    credentials = list(graph.of(FederatedCredential)) if accounts else []
    names = Names(graph)
    for account in accounts:
        account.values["acts_as"] = _identities(account, roles, credentials, names)


def _identities(
    account: ServiceAccount, roles: Sequence[Role], credentials: Sequence[FederatedCredential], names: Names
) -> frozenset[str] | Unknown:
    said = account.read("cloud_role")
    if said is None:
        return frozenset()
    name, namespace = account.read("name"), account.read("namespace")
    if not isinstance(said, str) or not isinstance(name, str) or not isinstance(namespace, str):
        return Unknown("the annotation of the service account, or its name, is not known")
    subject = f"system:serviceaccount:{namespace}:{name}"
    if said.startswith("arn:"):
        return _role(said, subject, roles, names)
    trusting = frozenset(_trusting(subject, credentials))
    return trusting or Unknown(f"{said} is not among what was read, or it is not known whether it trusts {subject}")


def _role(arn: str, subject: str, roles: Iterable[Role], names: Names) -> frozenset[str] | Unknown:
    named = [role for role in roles if equal(names.of(role), arn) is not Truth.NO]
    if len(named) != 1:
        return Unknown(f"{arn} is not among what was read" if not named else f"several roles may be {arn}")
    document = parse(names.document(named[0], "trust_policy"))
    trusted = _trusts(document, subject) if isinstance(document, Document) else Truth.UNKNOWN
    if trusted is Truth.UNKNOWN:
        return Unknown(f"whether {named[0].id} trusts {subject} is not known")
    return frozenset({named[0].id}) if trusted is Truth.YES else frozenset()


def _trusts(document: Document, subject: str) -> Truth:
    """Judge whether a trust policy lets in the token of a service account; which cluster's it is left aside."""
    found = max((_lets_in(statement, subject) for statement in document.statements), default=Truth.NO)
    return max(found, Truth.UNKNOWN) if document.unseen else found


def _lets_in(statement: Statement, subject: str) -> Truth:
    who = statement.principals
    if not statement.allows or who is None or not (who.federated or who.everyone):
        return Truth.NO
    subjects = [test for test in statement.tests if test.key.endswith(":sub")]
    judged = [max((matches(each, subject) for each in test.values), default=Truth.NO) for test in subjects]
    return min(judged, default=Truth.YES)


def _trusting(subject: str, credentials: Iterable[FederatedCredential]) -> Iterator[str]:
    for credential in credentials:
        if credential.read("subject") == subject:
            yield from led_to(credential.read("identity"))[0]
            yield from led_to(credential.read("application"))[0]


def linked(assets: Iterable[Asset]) -> Graph:
    """Return the graph of assets, with the links that only all of them together tell."""
    graph = Graph(assets)
    kinds = {kind.kind for kind in graph.by_kind}
    if any(kind.startswith("kubernetes.") for kind in kinds):
        from bartizan.app.identity import kubernetes_links  # what reads manifests is loaded for manifests alone

        kubernetes_links.link(graph.assets)
        link(graph)
    return graph
