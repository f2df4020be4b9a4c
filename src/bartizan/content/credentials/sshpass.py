"""Credentials of sshpass."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SSHPASS_PASSWORD = Credential(
    id="secret-sshpass-password",
    title="password given to sshpass",
    service="sshpass",
    severity=Severity.HIGH,
    keywords=("sshpass",),
    expression=r"\bsshpass\s{1,4}-p\s{0,3}[\"']?(?P<secret>[^\s\"'$]{6,80})",
    entropy=2.4,
    check="password",
    grants="Whoever holds it logs in to the machine as the user.",
    revoke="Change it, and use keys.",
    source="https://manpages.debian.org/bookworm/sshpass/sshpass.1.en.html",
    finds=("ssh·pass -p JsK·nOGfEKDW5 ssh keeper@gate.harbour.io",),
    ignores=(
        "ssh·pass -p $PASSWORD ssh keeper@gate.harbour.io",
        "ssh·pass -p password ssh keeper@gate.harbour.io",
        "sshpass -p 012·3456789ab ssh keeper@gate.harbour.io",
    ),
)
