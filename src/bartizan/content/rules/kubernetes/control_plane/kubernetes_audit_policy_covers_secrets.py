"""The audit policy covers secrets."""

from bartizan.content.kinds.kubernetes.audit_policy import AuditPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-audit-policy-covers-secrets",
    title="The audit policy covers secrets",
    severity=Severity.MEDIUM,
    every=AuditPolicy,
    must=~AuditPolicy.drops_all & ~AuditPolicy.drops_secrets,
    because="Who read which secret cannot be told after a theft.",
    fix="Give secrets the level Metadata, and no rule without resources the level None.",
    serves=(
        "audit-logging",
        "data-access-logging",
    ),
    passes=[AuditPolicy(drops_all=False, drops_secrets=False)],
    fails=[AuditPolicy(drops_all=False, drops_secrets=True)],
)
