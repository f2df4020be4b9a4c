"""Credentials of Deepgram."""

from bartizan.content.credentials.spelling import HEX40, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DEEPGRAM_KEY = Credential(
    id="secret-deepgram-key",
    title="Deepgram API key",
    service="Deepgram",
    severity=Severity.MEDIUM,
    keywords=("deepgram",),
    expression=keyed("deepgram", HEX40),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it in the console under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("DEEPGRAM_API_KEY=165·4639591026357360b7a4·a1a95ec48d8fe3605",),
    ignores=(
        "DEEPGRAM_API_KEY=012·3456789abcdef0123456·789abcdef01234567",
        "DEEPGRAM_API_KEY=51d·8972d9c7c6e0b7893",
        "etag: 1a1·92dbb80af9b5fc96ef38·b86d6d3cd6bdd0070",
    ),
)
