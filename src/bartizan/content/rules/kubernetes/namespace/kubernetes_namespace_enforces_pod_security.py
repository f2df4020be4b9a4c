"""Namespaces enforce a Pod Security Standard."""

from bartizan.content.kinds.kubernetes.namespace import Namespace
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-namespace-enforces-pod-security",
    title="Namespaces enforce a Pod Security Standard",
    severity=Severity.MEDIUM,
    every=Namespace,
    must=Namespace.enforces.one_of("baseline", "restricted"),
    because="Without it anyone who may create pods may create a privileged one, and own the node.",
    fix="Set the label pod-security.kubernetes.io/enforce to baseline or restricted.",
    serves=("admission-control",),
    passes=[Namespace(enforces="restricted")],
    fails=[Namespace(enforces=None), Namespace(enforces="privileged")],
)
