"""Credentials of Mattermost."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MATTERMOST_TOKEN = Credential(
    id="secret-mattermost-token",
    title="Mattermost access token",
    service="Mattermost",
    severity=Severity.MEDIUM,
    keywords=("mattermost",),
    expression=keyed("mattermost", "[0-9a-z]{26}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it reads and writes as the user or bot.",
    revoke="Delete it in the account settings.",
    also=("mattermost-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("MATTERMOST_TOKEN=l1a·5dohhmkipiegnu488qtqhay",),
    ignores=(
        "MATTERMOST_TOKEN=abc·defghijklmnopqrstuvwxyz",
        "MATTERMOST_TOKEN=a96·ntufpeza7r",
        "etag: 13o·dmzpcti0mwe7d665y3pyw76",
    ),
)

MATTERMOST_WEBHOOK = Credential(
    id="secret-mattermost-webhook",
    title="Mattermost incoming webhook",
    service="Mattermost",
    severity=Severity.LOW,
    keywords=("/hooks/",),
    expression=r"(?i:mattermost)[^\s\"']{0,60}/hooks/(?P<secret>[0-9a-z]{26})\b",
    entropy=3.0,
    check="random",
    grants="Whoever holds it posts into a channel.",
    revoke="Delete the webhook in the integrations.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("https:·//mattermost.harbour.io/hooks/926·b6gvfn0wfdvr90s3yfaawh6",),
    ignores=(
        "https:·//mattermost.harbour.io/hooks/abc·defghijklmnopqrstuvwxyz",
        "https:·//mattermost.harbour.io/hooks/u5l·2bt16gmnt9",
    ),
)
