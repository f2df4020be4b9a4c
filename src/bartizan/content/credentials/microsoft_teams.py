"""Credentials of Microsoft Teams."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TEAMS_WEBHOOK = Credential(
    id="secret-teams-webhook",
    title="Microsoft Teams webhook",
    service="Microsoft Teams",
    severity=Severity.LOW,
    keywords=("webhook.office.com", "outlook.office.com"),
    expression=(
        r"https://(?:[0-9a-z-]{1,60}\.webhook|outlook)\.office\.com/webhook(?:b2)?/"
        r"(?P<secret>[0-9a-f-]{36}@[0-9a-f-]{36}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f-]{36})"
    ),
    entropy=3.0,
    check="random",
    grants="Whoever holds it posts into a channel.",
    revoke="Remove the connector from the channel.",
    also=("microsoft-teams-webhook",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "https:·//harbour.webhook.office.com/webhookb2/2ac56·13d-8a26-4b27-ae53·-b55e7e056974@4cb"
            "9f·1de-56ea-4da1-ab9e·-e77fbd2fca65/IncomingWebhook/ebf·edcf4057d0f23bebcf295db7855af/07"
            "dd3·e38-3c16-471a-a405·-3cdb14573c4d"
        ),
    ),
    ignores=(
        (
            "https:·//harbour.webhook.office.com/webhookb2/00000000-0000-0000-0000-000000000000@00000"
            "000-0000-0000-0000-000000000000/IncomingWebhook/012·3456789abcdef0123456789abcdef/000000"
            "00-0000-0000-0000-000000000000"
        ),
        (
            "https:·//harbour.webhook.office.com/webhookb2/d179c·588-22f7-4e0f-aa14-f7346ff@18515·054"
            "-96cb-484b-ad00-af49091/IncomingWebhook/b3c·e01d26d064d55/afc1a·da4-a630-4dde-a036-61c12a8"
        ),
    ),
)
