"""Credentials of PostHog."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

POSTHOG_KEY = Credential(
    id="secret-posthog-key",
    title="PostHog personal API key",
    service="PostHog",
    severity=Severity.MEDIUM,
    keywords=("phx_",),
    expression=token(r"phx_[0-9A-Za-z]{43,48}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it reads and changes the projects that the user may.",
    revoke="Delete it in the settings of the user.",
    source="https://posthog.com/docs/api",
    finds=("POSTHOG_PERSONAL_API_KEY=phx_RUh·GBHwhJK4YgJdIJJKS78msk2·tQj1BcWGCPzNgrq93swXG",),
    ignores=(
        "POSTHOG_PERSONAL_API_KEY=phx_012·3456789abcdefghijklmnop·qrstuvwxyzABCDEFGHIJK",
        "POSTHOG_PERSONAL_API_KEY=phx_dRF·HBBC7koKAW5BaREoGAjv",
    ),
)
