"""Workload identities: service accounts of clusters, linked to the cloud identities that they become.

An annotation names the identity, and the identity trusts the subject of the token: it takes both. Or an association
gives a role that trusts the service of EKS to the account. EKS user guide, "IAM roles for service accounts" and "EKS
Pod Identity"; Azure, "Workload identity federation".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bartizan.app.identity.names import Names
from bartizan.content.kinds.aws.eks_pod_identity import PodIdentity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.azure.authorization_role import FederatedCredential
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.core.kind import Asset
from bartizan.core.truth import Partial, Truth, Unknown, truth
from bartizan.graph.graph import Graph, led_to
from bartizan.identity.aws.document import parse
from bartizan.identity.aws.statement import Document, Statement
from bartizan.identity.hole import equal, matches

PODS = "pods.eks.amazonaws.com"


def link(graph: Graph) -> None:
    """Tell the service accounts of a graph whom they become in the cloud."""
    accounts = list(graph.of(ServiceAccount))
    roles = list(graph.of(Role)) if accounts else []
    credentials = list(graph.of(FederatedCredential)) if accounts else []
    names = Names(graph)
    given = list(graph.of(PodIdentity)) if accounts else []
    for account in accounts:
        if isinstance(account.values.get("acts_as"), frozenset):
            continue  # a source told already
        told = _identities(account, roles, credentials, names)
        account.values["acts_as"] = _joined(told, _associated(account, given, graph, names))


def _joined(one: frozenset[str] | Unknown, other: frozenset[str] | Unknown) -> frozenset[str] | Unknown:
    """Return what two ways lead to; what one of them is certain of is not lost by doubt about the other."""
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one | other
    doubt = one if isinstance(one, Unknown) else other
    known = {*(one if isinstance(one, frozenset) else ()), *(other if isinstance(other, frozenset) else ())}
    return Partial(doubt.why, tuple(sorted(known))) if known and isinstance(doubt, Unknown) else doubt


def _associated(
    account: ServiceAccount, given: Iterable[PodIdentity], graph: Graph, names: Names
) -> frozenset[str] | Unknown:
    """Return the roles that associations give to an account; whose cluster they are of is left aside."""
    found: set[str] = set()
    doubt: Unknown | None = None
    for each in given:
        parts = ((each.read("namespace"), account.read("namespace")), (each.read("account"), account.read("name")))
        same = min(_same(one, other) for one, other in parts)
        ids, more = led_to(each.read("role"))
        if same is Truth.UNKNOWN or (same is Truth.YES and more is not None):
            doubt = more or Unknown(f"whether {each.id} is about it is not known")
        elif same is Truth.YES:
            found |= {id for id in ids if _trusts_pods(graph.get(id), names)}
    return _joined(frozenset(found), doubt) if doubt is not None else frozenset(found)


def _same(one: object, other: object) -> Truth:
    known = isinstance(one, str) and isinstance(other, str)
    return truth(one == other) if known else Truth.UNKNOWN


def _trusts_pods(role: Asset | None, names: Names) -> bool:
    """Tell whether a role may trust the service that gives pods their credentials."""
    document = parse(names.document(role, "trust_policy")) if isinstance(role, Role) else None
    if not isinstance(document, Document):
        return True  # it is given, and AWS refuses an association with a role that does not trust the service
    named = (each.principals for each in document.statements if each.allows and each.principals is not None)
    return any(who.everyone or PODS in who.services for who in named)


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
    join(graph)
    return graph


def join(graph: Graph) -> None:
    """Make the links of a graph that only all of its assets together tell."""
    if any(kind.kind.startswith("kubernetes.") for kind in graph.by_kind):
        from bartizan.app.identity.kubernetes.links import link as link_names  # for manifests alone

        link_names(graph.assets)
        link(graph)
