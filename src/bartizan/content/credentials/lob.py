"""Credentials of Lob."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

LOB_KEY = Credential(
    id="secret-lob-key",
    title="Lob API key",
    service="Lob",
    severity=Severity.MEDIUM,
    keywords=("live_",),
    expression=keyed("lob", "live_[0-9a-f]{35}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it sends letters at the cost of the account, and reads addresses.",
    revoke="Rotate it in the settings.",
    also=("lob-api-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("LOB_API_KEY=live_278·5567971f0fa123d2c7f81ef1cd5cc285",),
    ignores=(
        "LOB_API_KEY=live_012·3456789abcdef0123456789abcdef012",
        "LOB_API_KEY=live_5ee·6b7fb2364b3074",
    ),
)
