"""Audit logs are kept for 30 days."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-audit-kept-30-days",
    title="Audit logs are kept for 30 days",
    severity=Severity.LOW,
    every=ApiServer,
    where=ApiServer.audited,
    must=ApiServer.audit_days.at_least(30),
    because="Attacks are often noticed weeks later.",
    fix="Set --audit-log-maxage=30.",
    serves=("log-retention",),
    also=(
        "CKV_K8S_92",
        "KCV-0020",
        "AVD-KCV-0020",
        "KCV0020",
        "kubernetes-ensure-audit-log-maxage-argument-is-set-to-30-or-as-appropriate",
    ),
    passes=[ApiServer(audited=True, audit_days=30)],
    fails=[ApiServer(audited=True, audit_days=7)],
)
