"""Credentials of Rancher."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

RANCHER_TOKEN = Credential(
    id="secret-rancher-token",
    title="Rancher API token",
    service="Rancher",
    severity=Severity.CRITICAL,
    keywords=("token-",),
    expression=token(r"token-[0-9a-z]{5}:[0-9a-z]{54}"),
    entropy=3.5,
    check="random",
    grants="Whoever holds it acts as the user in all clusters that Rancher manages.",
    revoke="Delete it under Account & API Keys.",
    source="https://ranchermanager.docs.rancher.com/reference-guides/user-settings/api-keys",
    finds=("RANCHER_BEARER_TOKEN=token-92n·nx:f7k·ne742u2kbary7lptw3uwbk5emgs·r0xc2g3sz431algccgs3sing",),
    ignores=(
        "RANCHER_BEARER_TOKEN=token-abc·de:abc·defghijklmnopqrstuvwxyz0123·456789abcdefghijklmnopqr",
        "RANCHER_BEARER_TOKEN=token-i·b:g4f·2ah31yt1s4yz4oipgscmi54g",
    ),
)
