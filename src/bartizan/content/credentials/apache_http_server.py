"""Credentials of Apache HTTP Server."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

HTPASSWD_HASH = Credential(
    id="secret-htpasswd-hash",
    title="hash of a password in an htpasswd file",
    service="Apache HTTP Server",
    severity=Severity.MEDIUM,
    keywords=("$apr1$", "{sha}", "{ssha}"),
    expression=(
        r"(?P<secret>\$apr1\$[./0-9A-Za-z]{1,8}\$[./0-9A-Za-z]{22}|\{"
        r"(?:SHA|SSHA)\}[0-9A-Za-z+/]{27,60}={0,2})(?:[^./0-9A-Za-z=]|$)"
    ),
    entropy=3.0,
    check="hash",
    grants="Whoever holds it finds the password by trying: these hashes are quick.",
    revoke="Change the password, and use bcrypt.",
    source="https://httpd.apache.org/docs/2.4/misc/password_encryptions.html",
    finds=(
        "keeper:$apr1$ZIP·qYuNS$rp0·escRToPHBLMsgKpcM7L",
        "userPassword: {SSHA}+y4·deqb17JovgUMcl6J+bgc·W/rj4X274g8xjBQ==",
    ),
    ignores=(
        "keeper:$apr1$012·34567$012·3456789abcdefghijkl",
        "keeper:$apr1$Li1·M$Gk8·3oorhyq6",
    ),
)
