"""Credentials of Stytch."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

STYTCH_SECRET = Credential(
    id="secret-stytch-secret",
    title="Stytch secret",
    service="Stytch",
    severity=Severity.CRITICAL,
    keywords=("secret-live-",),
    expression=dashed(r"secret-live-[0-9A-Za-z_-]{35}="),
    entropy=3.8,
    check="random",
    grants="Whoever holds it and the project id manages users and sessions.",
    revoke="Rotate it under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("STYTCH_SECRET=secret-live-elp·KQvoAnYMqnKmGp6r8geu4x7-3vigSvmx=",),
    ignores=(
        "STYTCH_SECRET=secret-live-012·3456789abcdefghijklmnopqrstuvwxy=",
        "STYTCH_SECRET=secret-live-8NG·43dH9v1e_f9Ap2=",
    ),
)
