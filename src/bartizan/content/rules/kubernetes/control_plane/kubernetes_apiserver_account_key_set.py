"""Account tokens are checked with a key of their own."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-account-key-set",
    title="Account tokens are checked with a key of their own",
    severity=Severity.MEDIUM,
    every=ApiServer,
    must=ApiServer.account_key,
    because="Otherwise the key of the server signs tokens too, and cannot be changed for one purpose alone.",
    fix="Set --service-account-key-file.",
    serves=("api-server-hardening",),
    also=(
        "CKV_K8S_97",
        "KCV-0025",
        "AVD-KCV-0025",
        "KCV0025",
        "kubernetes-ensure-service-account-key-file-argument-is-set-as-appropriate",
    ),
    passes=[ApiServer(account_key=True)],
    fails=[ApiServer(account_key=False)],
)
