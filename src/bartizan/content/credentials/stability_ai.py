"""Credentials of Stability AI."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

STABILITY_KEY = Credential(
    id="secret-stability-key",
    title="Stability AI API key",
    service="Stability AI",
    severity=Severity.MEDIUM,
    keywords=("stability", "dreamstudio"),
    expression=after(r"(?:stability|dreamstudio)[\w. -]{0,20}?key", "sk-[0-9A-Za-z]{48}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("STABILITY_API_KEY=sk-McV·KTOi2aIxdGHC8mgndBPlM3Ij·LOtEuqsdrHOBXD0eIlk5U",),
    ignores=(
        "STABILITY_API_KEY=sk-012·3456789abcdefghijklmnopq·rstuvwxyzABCDEFGHIJKL",
        "STABILITY_API_KEY=sk-9QS·iWyDRJjjDVpdMfEspBQGa",
    ),
)
