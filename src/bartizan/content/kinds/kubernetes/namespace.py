"""Kubernetes namespaces, and what is set for all that is in one."""

from bartizan.core.kind import Asset, Document, Flag, Link, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class Namespace(Asset, kind="kubernetes.namespace"):
    """A part of a cluster, with names, rights and limits of its own."""

    name = Text("Its name.")
    labels = Document("Its labels.")
    enforces = Text("The Pod Security Standard that is enforced: privileged, baseline or restricted.")
    policies = Link(lambda: NetworkPolicy, "Its network policies.")
    bounds = Link(lambda: Bound, "Its quotas and limit ranges.")


class NetworkPolicy(Asset, kind="kubernetes.network-policy"):
    """Says which traffic the pods it selects may receive and send."""

    name = Text("Its name.")
    namespace_name = Text("The name of the namespace it is in.")
    spec = Document("Which pods it selects, and what it lets in and out.")
    selects_all = Flag("It selects every pod of its namespace.")
    limits_ingress = Flag("What it does not allow may not come in.")
    limits_egress = Flag("What it does not allow may not go out.")
    denies_ingress = Flag("It selects every pod and lets nothing in: the default that other policies open.")
    open_ingress = Flag("A rule lets everyone in, from any address.")
    open_egress = Flag("A rule lets everything out, to any address and port.")
    namespace = Link(Namespace, "The namespace it is in.")


class Bound(Asset, kind="kubernetes.bound"):
    """A resource quota or a limit range."""

    type = Text("ResourceQuota or LimitRange.")
    namespace = Link(Namespace, "The namespace it is in.")


IN_NAMESPACE = "join('/', ['Namespace', not_null(metadata.namespace, 'default')])"
ANYWHERE = "(ipBlock.cidr == '0.0.0.0/0' || ipBlock.cidr == '::/0')"

FROM_MANIFEST = Source(
    of=Namespace,
    each=Block("Namespace"),
    reads={
        Namespace.name: "metadata.name",
        Namespace.labels: "metadata.labels",
        Namespace.enforces: 'metadata.labels."pod-security.kubernetes.io/enforce"',
        Namespace.policies: Inverse(NetworkPolicy.namespace),
        Namespace.bounds: Inverse(Bound.namespace),
    },
    shows=[
        Shown(
            text="apiVersion: v1\nkind: Namespace\nmetadata: {name: bare}\n",
            gives=Namespace(
                "Namespace/bare", name="bare", labels=None, enforces=None, policies=frozenset(), bounds=frozenset()
            ),
        ),
        Shown(
            text="""
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: restricted}}
---
apiVersion: v1
kind: ResourceQuota
metadata: {name: quota, namespace: shop}
""",
            gives=Namespace(
                "Namespace/shop",
                labels='{"pod-security.kubernetes.io/enforce":"restricted"}',
                enforces="restricted",
                bounds=frozenset({"shop/ResourceQuota/quota"}),
            ),
        ),
    ],
)

POLICY_FROM_MANIFEST = Source(
    of=NetworkPolicy,
    each=Block("networking.k8s.io/NetworkPolicy"),
    reads={
        NetworkPolicy.name: "metadata.name",
        NetworkPolicy.namespace_name: "not_null(metadata.namespace, 'default')",
        NetworkPolicy.spec: "spec",
        NetworkPolicy.selects_all: (
            "length(not_null(spec.podSelector.matchLabels, `{}`)) == `0` && "
            "length(not_null(spec.podSelector.matchExpressions, `[]`)) == `0`"
        ),
        NetworkPolicy.limits_ingress: "contains(not_null(spec.policyTypes, ['Ingress']), 'Ingress')",
        NetworkPolicy.limits_egress: (
            "(spec.policyTypes != `null` && contains(spec.policyTypes, 'Egress')) || "
            "(spec.policyTypes == `null` && spec.egress != `null`)"
        ),
        NetworkPolicy.denies_ingress: (
            "length(not_null(spec.podSelector.matchLabels, `{}`)) == `0` && "
            "length(not_null(spec.podSelector.matchExpressions, `[]`)) == `0` && "
            "contains(not_null(spec.policyTypes, ['Ingress']), 'Ingress') && length(not_null(spec.ingress, `[]`)) == `0`"
        ),
        NetworkPolicy.open_ingress: (
            f"length(not_null(spec.ingress, `[]`)[?!from || length(from[?{ANYWHERE}]) > `0`]) > `0`"
        ),
        NetworkPolicy.open_egress: (
            f"length(not_null(spec.egress, `[]`)[?!ports && (!to || length(to[?{ANYWHERE}]) > `0`)]) > `0`"
        ),
        NetworkPolicy.namespace: IN_NAMESPACE,
    },
    shows=[
        Shown(
            text="""
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny, namespace: shop}
spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
""",
            gives=NetworkPolicy(
                "shop/NetworkPolicy/deny",
                name="deny",
                namespace_name="shop",
                spec='{"podSelector":{},"policyTypes":["Ingress","Egress"]}',
                selects_all=True,
                limits_ingress=True,
                limits_egress=True,
                denies_ingress=True,
                open_ingress=False,
                open_egress=False,
            ),
        ),
        Shown(
            text="""
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: open, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  policyTypes: [Egress]
  ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]
  egress: [{}]
""",
            gives=NetworkPolicy(
                "shop/NetworkPolicy/open",
                selects_all=False,
                limits_ingress=False,
                limits_egress=True,
                denies_ingress=False,
                open_ingress=True,
                open_egress=True,
                namespace=frozenset({"Namespace/shop"}),
            ),
        ),
    ],
)

BOUND_FROM_MANIFEST = Source(
    of=Bound,
    each=Block("ResourceQuota", "LimitRange"),
    reads={Bound.type: "kind", Bound.namespace: IN_NAMESPACE},
    shows=[
        Shown(
            text="""
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: v1
kind: LimitRange
metadata: {name: limits, namespace: shop}
""",
            gives=Bound("shop/LimitRange/limits", type="LimitRange", namespace=frozenset({"Namespace/shop"})),
        ),
    ],
)
