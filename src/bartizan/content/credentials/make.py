"""Credentials of Make."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MAKE_WEBHOOK = Credential(
    id="secret-make-webhook",
    title="Make webhook",
    service="Make",
    severity=Severity.LOW,
    keywords=("hook.make", "hook.integromat", ".make.com/", ".integromat.com/"),
    expression=r"https://hook\.(?:[a-z0-9]{2,4}\.)?(?:make|integromat)\.com/(?P<secret>[0-9a-z]{32})\b",
    entropy=3.0,
    check="random",
    grants="Whoever holds it starts the scenario with data of their choice.",
    revoke="Make the webhook anew.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("https:·//hook.eu1.make.com/l93·5m4xgtke09wjeda9y1yoauflsjblm",),
    ignores=(
        "https:·//hook.eu1.make.com/abc·defghijklmnopqrstuvwxyz012345",
        "https:·//hook.eu1.make.com/qz8·54irliaw509v2",
    ),
)
