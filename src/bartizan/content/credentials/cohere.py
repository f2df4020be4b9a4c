"""Credentials of Cohere."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

COHERE_KEY = Credential(
    id="secret-cohere-key",
    title="Cohere API key",
    service="Cohere",
    severity=Severity.MEDIUM,
    keywords=("cohere", "co_api_key"),
    expression=after(r"cohere[\w. -]{0,20}?(?:key|token)|co_api_key", "[0-9A-Za-z]{40}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it in the dashboard under API keys.",
    also=("cohere-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("CO_API_KEY=EoX·SsjDM2MAwjC6jCfBagub·MohqJq0dETHovEo34",),
    ignores=(
        "CO_API_KEY=012·3456789abcdefghijklm·nopqrstuvwxyzABCD",
        "CO_API_KEY=Kq2·cIaWLRhvtKgUgKhqo",
    ),
)
