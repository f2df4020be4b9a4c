"""The API server reads no credentials from a file."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-no-static-credentials",
    title="The API server reads no credentials from a file",
    severity=Severity.HIGH,
    every=ApiServer,
    must=~ApiServer.static_credentials,
    because="Tokens in a file are in plain text, never end, and change only when the server is started again.",
    fix="Remove --token-auth-file and --basic-auth-file.",
    serves=(
        "no-long-lived-credentials",
        "api-server-hardening",
    ),
    also=(
        "CKV_K8S_70",
        "CKV_K8S_69",
        "KCV-0002",
        "AVD-KCV-0002",
        "KCV0002",
        "kubernetes-ensure-token-auth-file-parameter-is-not-set",
    ),
    passes=[ApiServer(static_credentials=False)],
    fails=[ApiServer(static_credentials=True)],
)
