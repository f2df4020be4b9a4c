"""The API server checks client certificates."""

from bartizan.content.kinds.kubernetes.api_server import ApiServer
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-apiserver-client-authority-set",
    title="The API server checks client certificates",
    severity=Severity.HIGH,
    every=ApiServer,
    must=ApiServer.client_authority,
    because="Without it components can only use tokens or passwords.",
    fix="Set --client-ca-file.",
    serves=(
        "api-server-hardening",
        "strong-authentication",
    ),
    also=(
        "KCV-0028",
        "AVD-KCV-0028",
        "KCV0028",
        "kubernetes-ensure-client-ca-file-argument-is-set-as-appropriate",
    ),
    passes=[ApiServer(client_authority=True)],
    fails=[ApiServer(client_authority=False)],
)
