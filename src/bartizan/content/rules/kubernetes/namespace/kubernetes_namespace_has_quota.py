"""Namespaces have a resource quota."""

from bartizan.content.kinds.kubernetes.namespace import Bound, Namespace
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-namespace-has-quota",
    title="Namespaces have a resource quota",
    severity=Severity.LOW,
    every=Namespace,
    must=Namespace.bounds.any(Bound.type.equals("ResourceQuota")),
    because="Without a quota one namespace can take all that the cluster has.",
    fix="Add a ResourceQuota.",
    serves=(
        "resource-limits",
        "tenant-isolation",
    ),
    also=(
        "KSV-0040",
        "AVD-KSV-0040",
        "KSV040",
        "kubernetes-resource-quota-usage",
    ),
    passes=[(Namespace(bounds=frozenset({"q"})), Bound("q", type="ResourceQuota"))],
    fails=[Namespace(bounds=frozenset())],
)
