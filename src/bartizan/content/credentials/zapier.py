"""Credentials of Zapier."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ZAPIER_WEBHOOK = Credential(
    id="secret-zapier-webhook",
    title="Zapier webhook",
    service="Zapier",
    severity=Severity.LOW,
    keywords=("hooks.zapier.com",),
    expression=r"https://hooks\.zapier\.com/hooks/catch/(?P<secret>[0-9]{5,10}/[0-9A-Za-z]{6,10})\b",
    entropy=3.0,
    check="random",
    grants="Whoever holds it starts the workflow with data of their choice.",
    revoke="Make the trigger anew.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("https:·//hooks.zapier.com/hooks/catch/012·71394/blz·i5ee",),
    ignores=(
        "https:·//hooks.zapier.com/hooks/catch/123·45678/abc·defg",
        "https:·//hooks.zapier.com/hooks/catch/819·6/r·lk",
    ),
)
