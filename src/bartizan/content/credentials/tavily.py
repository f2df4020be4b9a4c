"""Credentials of Tavily."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TAVILY_KEY = Credential(
    id="secret-tavily-key",
    title="Tavily API key",
    service="Tavily",
    severity=Severity.LOW,
    keywords=("tvly-",),
    expression=dashed(r"tvly-(?:dev-|prod-)?[0-9A-Za-z_-]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it in the dashboard.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TAVILY_API_KEY=tvly-dev-KcB·l769o6IMk5drm5Z61N5Di9p2uiUPz",),
    ignores=(
        "TAVILY_API_KEY=tvly-dev-012·3456789abcdefghijklmnopqrstuv",
        "TAVILY_API_KEY=tvly-dev-qKC·Locvtk46AHJ1H",
    ),
)
