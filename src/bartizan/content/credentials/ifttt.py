"""Credentials of IFTTT."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

IFTTT_KEY = Credential(
    id="secret-ifttt-key",
    title="IFTTT webhook key",
    service="IFTTT",
    severity=Severity.LOW,
    keywords=("maker.ifttt.com",),
    expression=(
        r"maker\.ifttt\.com/(?:trigger/[^/\s]{1,60}/(?:json/)?with/key|use)/"
        r"(?P<secret>[0-9A-Za-z_-]{22,43})(?:[^0-9A-Za-z_-]|$)"
    ),
    entropy=3.3,
    check="random",
    grants="Whoever holds it starts the applets with data of their choice.",
    revoke="Edit the connection of the webhooks service to get a new key.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("https:·//maker.ifttt.com/trigger/lights/with/key/K6T·-kl7jLjrx3x2FbwOsrv",),
    ignores=(
        "https:·//maker.ifttt.com/trigger/lights/with/key/012·3456789abcdefghijkl",
        "https:·//maker.ifttt.com/trigger/lights/with/key/s1Z·YiGs-qPz",
    ),
)
