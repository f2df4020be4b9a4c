"""Namespaces have default limits."""

from bartizan.content.kinds.kubernetes.namespace import Bound, Namespace
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-namespace-has-limit-range",
    title="Namespaces have default limits",
    severity=Severity.LOW,
    every=Namespace,
    must=Namespace.bounds.any(Bound.type.equals("LimitRange")),
    because="A container that sets no limits has none, unless the namespace gives it some.",
    fix="Add a LimitRange.",
    serves=("resource-limits",),
    also=(
        "KSV-0039",
        "AVD-KSV-0039",
        "KSV039",
        "kubernetes-limit-range-usage",
    ),
    passes=[(Namespace(bounds=frozenset({"q"})), Bound("q", type="LimitRange"))],
    fails=[Namespace(bounds=frozenset())],
)
