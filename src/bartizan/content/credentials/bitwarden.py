"""Credentials of Bitwarden."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

BITWARDEN_TOKEN = Credential(
    id="secret-bitwarden-token",
    title="Bitwarden Secrets Manager access token",
    service="Bitwarden",
    severity=Severity.CRITICAL,
    keywords=("bws", "bitwarden"),
    expression=(
        r"(?:^|[\s\"'=])(?P<secret>0\.[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}"
        r"-[0-9a-f]{12}\.[0-9A-Za-z]{30}:[0-9A-Za-z+/]{22}==)"
    ),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads the secrets of the machine account.",
    revoke="Revoke it in the machine account, and rotate what it could read.",
    source="https://bitwarden.com/help/access-tokens/",
    finds=(
        (
            "BWS_ACCESS_TOKEN=0.2177f·42a-e83e-474a-adf4·-74d5ec0fbc49.soO·D9v6a95OdhKQiGeaYfHXkloaph"
            "w:BBE·GpLA6pc/ZlTWgwhvzoQ=="
        ),
    ),
    ignores=(
        (
            "BWS_ACCESS_TOKEN=0.00000000-0000-0000-0000-000000000000.012·3456789abcdefghijklmnopqrst:"
            "012·3456789abcdefghijkl=="
        ),
        "BWS_ACCESS_TOKEN=0.4710b·d3a-52ad-4b09-ab95-be46fbb.UUK·PEccFeWQfQKq:ANa·/eJkoRaf==",
    ),
)
