"""Credentials of Linear."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

LINEAR_KEY = Credential(
    id="secret-linear-key",
    title="Linear API key",
    service="Linear",
    severity=Severity.MEDIUM,
    keywords=("lin_api_", "lin_oauth_"),
    expression=token(r"lin_(?:api|oauth)_[0-9A-Za-z]{40,64}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it reads and changes the issues the user may.",
    revoke="Revoke it in the settings under API.",
    also=("linear-api-key",),
    source="https://linear.app/developers/graphql",
    finds=("LINEAR_API_KEY=lin_api_Iey·G2yXCh2usOwS2vllTGDG·BocB7YeWCxNyKDdrS",),
    ignores=(
        "LINEAR_API_KEY=lin_api_012·3456789abcdefghijklm·nopqrstuvwxyzABCD",
        "LINEAR_API_KEY=lin_api_Omy·g6piGfmmDvDgiSqPX",
    ),
)
