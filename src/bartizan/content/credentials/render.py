"""Credentials of Render."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

RENDER_KEY = Credential(
    id="secret-render-key",
    title="Render API key",
    service="Render",
    severity=Severity.CRITICAL,
    keywords=("rnd_",),
    expression=token(r"rnd_[0-9A-Za-z]{28,32}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it deploys services and reads their settings with the secrets in them.",
    revoke="Revoke it in the account settings.",
    source="https://render.com/docs/api",
    finds=("RENDER_API_KEY=rnd_2vQ·qlJRELy0k0d9lYgnmLa54DpNd",),
    ignores=(
        "RENDER_API_KEY=rnd_012·3456789abcdefghijklmnopqr",
        "RENDER_API_KEY=rnd_5Ja·3WqvCdGOUAt",
    ),
)

RENDER_DEPLOY_HOOK = Credential(
    id="secret-render-deploy-hook",
    title="Render deploy hook",
    service="Render",
    severity=Severity.LOW,
    keywords=("api.render.com/deploy",),
    expression=(
        r"https://api\.render\.com/deploy/srv-[0-9a-z]{20}\?key=(?P<secret>[0-9A-Za-z_-]{11})"
        r"(?:[^0-9A-Za-z_-]|$)"
    ),
    entropy=3.0,
    check="random",
    grants="Whoever holds it deploys the service again.",
    revoke="Regenerate the hook in the settings of the service.",
    source="https://render.com/docs/deploy-hooks",
    finds=("curl https:·//api.render.com/deploy/srv-8yf·pc4t30psyzuliq9wy?key=DVL·l-FZG_bI",),
    ignores=(
        "curl https:·//api.render.com/deploy/srv-abc·defghijklmnopqrst?key=012·3456789a",
        "curl https:·//api.render.com/deploy/srv-hub·gi4t0n1?key=PDT·Sf",
    ),
)
