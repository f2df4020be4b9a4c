"""Namespaces let nothing in unless a policy says so."""

from bartizan.content.kinds.kubernetes.namespace import Namespace, NetworkPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-namespace-has-network-policy",
    title="Namespaces let nothing in unless a policy says so",
    severity=Severity.MEDIUM,
    every=Namespace,
    must=Namespace.policies.any(NetworkPolicy.denies_ingress),
    because="Without a default every pod of the cluster can reach every pod here: one that is broken into can"
    " try them all.",
    fix="Add a NetworkPolicy with an empty podSelector, policyTypes [Ingress, Egress] and no rules.",
    serves=(
        "network-segmentation",
        "tenant-isolation",
    ),
    also=("CKV2_K8S_6",),
    passes=[(Namespace(policies=frozenset({"p"})), NetworkPolicy("p", denies_ingress=True))],
    fails=[
        Namespace(policies=frozenset()),
        (Namespace(policies=frozenset({"p"})), NetworkPolicy("p", denies_ingress=False)),
    ],
)
