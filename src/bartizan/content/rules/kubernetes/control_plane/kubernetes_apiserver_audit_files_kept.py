"""Ten audit log files are kept."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-audit-files-kept",
    title="Ten audit log files are kept",
    severity=Severity.LOW,
    every=ApiServer,
    where=ApiServer.audited,
    must=ApiServer.audit_files.at_least(10),
    because="A burst of requests could push what matters out of the log.",
    fix="Set --audit-log-maxbackup=10.",
    serves=("log-retention",),
    also=(
        "CKV_K8S_93",
        "KCV-0021",
        "AVD-KCV-0021",
        "KCV0021",
        "kubernetes-ensure-audit-log-maxbackup-argument-is-set-to-10-or-as-appropriate",
    ),
    passes=[ApiServer(audited=True, audit_files=10)],
    fails=[ApiServer(audited=True, audit_files=1)],
)
