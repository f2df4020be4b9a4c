"""Credentials of ElevenLabs."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ELEVENLABS_KEY = Credential(
    id="secret-elevenlabs-key",
    title="ElevenLabs API key",
    service="ElevenLabs",
    severity=Severity.MEDIUM,
    keywords=("elevenlabs", "eleven_", "eleven-labs", "xi-api-key", "xi_api_key"),
    expression=after(
        r"eleven[_-]?labs[\w. -]{0,20}?key|xi[_-]api[_-]key|eleven_api_key", "(?:sk_[0-9a-f]{48}|[0-9a-f]{32})"
    ),
    entropy=3.0,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it in the profile under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        "ELEVENLABS_API_KEY=sk_9b8·3bcef8584185e1f7d3e18078·9cdb843ff4bac5eb764ce",
        "xi-api-key: c0c·bb7ad14e660c3672e73e64a3ecebe",
    ),
    ignores=(
        "ELEVENLABS_API_KEY=sk_012·3456789abcdef0123456789a·bcdef0123456789abcdef",
        "ELEVENLABS_API_KEY=sk_83c·7cc23894dd2360fdee25c",
    ),
)
