"""Credentials of Cisco."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CISCO_PASSWORD = Credential(
    id="secret-cisco-password",
    title="password in the configuration of a network device",
    service="Cisco",
    severity=Severity.MEDIUM,
    keywords=("password 7", "secret 5", "secret 8", "secret 9", "key 7"),
    expression=(
        r"(?im)^[ \t]*(?:enable |username \S{1,60} (?:privilege [0-9]{1,2} )?)?"
        r"(?:password|secret|key) (?:7 (?P<secret>[0-1][0-9]"
        r"(?:[0-9A-F]{2}){6,60})|[589] \$[0-9]{1,2}\$[./0-9A-Za-z]{1,20}\$[./0-9A-Za-z]{22,60})"
        r"[ \t]*\r?$"
    ),
    entropy=2.0,
    grants="Whoever holds it reads it in the clear: type 7 is no encryption.",
    revoke="Change it, and use type 8 or 9.",
    source="https://learningnetwork.cisco.com/s/article/cisco-routers-password-types",
    finds=("enable password 7 08087·2981CFB583539D98152",),
    ignores=("enable password 7 080E0·218580A9",),
)
