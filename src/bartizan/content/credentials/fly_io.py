"""Credentials of Fly.io."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

FLY_TOKEN = Credential(
    id="secret-fly-token",
    title="Fly.io access token",
    service="Fly.io",
    severity=Severity.CRITICAL,
    keywords=("fm1r_", "fm1a_", "fm2_", "fo1_"),
    expression=dashed(r"(?:fo1_[0-9A-Za-z_-]{43}|fm(?:1[ar]|2)_[0-9A-Za-z+/]{100,}={0,3})"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it deploys and changes applications of the organisation, within its caveats.",
    revoke="Revoke it with fly tokens revoke.",
    also=("flyio-access-token",),
    source="https://fly.io/docs/security/tokens/",
    finds=(
        (
            'FLY_API_TOKEN="FlyV1 fm2_GGF·KUU8R3VoUDI9YBaa0R4i8HwhAzRZ6qjl7LIwW0QmMsZF4/66zgq8Mg6mmxt'
            "sdhzwZFwgm8382wqTJyT/fckIe8nS1LXibH2aLSLi·u3plFoRq91zALEaDhW0KznqEjooR95so/zsA2FVbgse8Nb"
            'P5D19iAkb7oHbCV4GT4oO/hpIp/ZBwDZzMcLMjO08WO5bt24fZN"'
        ),
    ),
    ignores=(
        (
            'FLY_API_TOKEN="FlyV1 fm2_012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
            "0123456789abcdefghijklmnopqrstuvwxyzABCDE·FGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmno"
            'pqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcd"'
        ),
    ),
)
