"""Tokens of deleted accounts are refused."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-looks-up-accounts",
    title="Tokens of deleted accounts are refused",
    severity=Severity.MEDIUM,
    every=ApiServer,
    must=ApiServer.looks_up_accounts,
    because="A stolen token works after its account was deleted.",
    fix="Remove --service-account-lookup=false.",
    serves=("api-server-hardening",),
    also=(
        "CKV_K8S_96",
        "KCV-0024",
        "AVD-KCV-0024",
        "KCV0024",
        "kubernetes-ensure-service-account-lookup-argument-is-set-to-true",
    ),
    passes=[ApiServer(looks_up_accounts=True)],
    fails=[ApiServer(looks_up_accounts=False)],
)
