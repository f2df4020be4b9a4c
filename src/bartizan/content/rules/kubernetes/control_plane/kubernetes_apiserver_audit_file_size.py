"""Audit log files may grow to 100 MB."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-audit-file-size",
    title="Audit log files may grow to 100 MB",
    severity=Severity.LOW,
    every=ApiServer,
    where=ApiServer.audited,
    must=ApiServer.audit_megabytes.at_least(100),
    because="A burst of requests could push what matters out of the log.",
    fix="Set --audit-log-maxsize=100.",
    serves=("log-retention",),
    also=(
        "CKV_K8S_94",
        "KCV-0022",
        "AVD-KCV-0022",
        "KCV0022",
        "kubernetes-ensure-audit-log-maxsize-argument-is-set-to-100-or-as-appropriate",
    ),
    passes=[ApiServer(audited=True, audit_megabytes=100)],
    fails=[ApiServer(audited=True, audit_megabytes=1)],
)
