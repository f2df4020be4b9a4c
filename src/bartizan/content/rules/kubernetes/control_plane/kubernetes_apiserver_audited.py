"""The API server keeps an audit log."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-audited",
    title="The API server keeps an audit log",
    severity=Severity.MEDIUM,
    every=ApiServer,
    must=ApiServer.audited,
    because="What was done with the cluster, and by whom, cannot be told afterwards.",
    fix="Set --audit-log-path and --audit-policy-file.",
    serves=("audit-logging",),
    also=(
        "CKV_K8S_91",
        "KCV-0019",
        "AVD-KCV-0019",
        "KCV0019",
        "kubernetes-ensure-audit-log-path-argument-is-set",
    ),
    passes=[ApiServer(audited=True)],
    fails=[ApiServer(audited=False)],
)
