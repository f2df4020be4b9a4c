"""Credentials of Netlify."""

from bartizan.content.credentials.spelling import keyed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

NETLIFY_TOKEN = Credential(
    id="secret-netlify-token",
    title="Netlify personal access token",
    service="Netlify",
    severity=Severity.HIGH,
    keywords=("nfp_", "nfc_", "netlify"),
    expression=token(r"nf[pcoub]_[0-9A-Za-z]{36}"),
    entropy=3.5,
    check="random",
    grants="Whoever holds it deploys sites and reads their settings with the secrets in them.",
    revoke="Revoke it in the user settings under Applications.",
    also=("netlify-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("NETLIFY_AUTH_TOKEN=nfp_TkO·wghvfDKeMhRoKZG4L5·TJJP1ZCmAsUnnFg",),
    ignores=(
        "NETLIFY_AUTH_TOKEN=nfp_012·3456789abcdefghijk·lmnopqrstuvwxyz",
        "NETLIFY_AUTH_TOKEN=nfp_FQp·wM5l9QMoZkfrGiW",
    ),
)

NETLIFY_OLD_TOKEN = Credential(
    id="secret-netlify-old-token",
    title="Netlify access token of the older form",
    service="Netlify",
    severity=Severity.HIGH,
    keywords=("netlify",),
    expression=keyed("netlify", "[0-9A-Za-z_-]{43,46}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it deploys sites and reads their settings with the secrets in them.",
    revoke="Revoke it in the user settings under Applications.",
    also=("netlify-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("NETLIFY_AUTH_TOKEN=ogU·sL-K8lGn0gvgFagZIjgZQ·IaQJqnNkWDV75o_Vibx",),
    ignores=(
        "NETLIFY_AUTH_TOKEN=012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "NETLIFY_AUTH_TOKEN=WJc·DywFcflN5WE6E_qTgY",
        "etag: 2Xq·93f6c4P5XJgQr-rDSV13H·qrYjrHQ0834sTyB99iz",
    ),
)
