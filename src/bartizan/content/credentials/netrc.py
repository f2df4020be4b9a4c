"""Credentials of netrc."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

NETRC_PASSWORD = Credential(
    id="secret-netrc-password",
    title="password in a netrc file",
    service="netrc",
    severity=Severity.HIGH,
    keywords=("machine ", "machine\t"),
    expression=(
        r"(?i)\bmachine\s{1,20}[^\s]{1,200}\s{1,20}login\s{1,20}[^\s]{1,200}\s{1,20}password\s{1,20}"
        r"[\"']?(?P<secret>[^\s\"']{4,300})"
    ),
    entropy=2.3,
    check="password",
    grants="Whoever holds it logs in to the machine as the user.",
    revoke="Change it, and keep the file out of what is shared.",
    source="https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html",
    finds=(
        "mach·ine api.harbour.io login keeper password dQ5·I8MoUAdUuGixE",
        "mach·ine git.harbour.io\n  login keeper\n  password rR2·qmloQA65d",
    ),
    ignores=(
        "mach·ine api.harbour.io login keeper password YOUR_PASSWORD",
        "machine api.harbour.io login keeper password 012·3456789abcdef",
    ),
)
