"""Credentials of curl."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CURL_PASSWORD = Credential(
    id="secret-curl-password",
    title="password given to curl",
    service="curl",
    severity=Severity.HIGH,
    keywords=("curl",),
    expression=(
        r"\bcurl\b[^\r\n]{0,300}?\s(?:-u|--user)[= ]?\s{0,3}[\"']?[^\s:\"'$]{1,60}:"
        r"(?P<secret>[^\s\"'`]{6,100})"
    ),
    entropy=2.8,
    check="bare-password",
    grants="Whoever holds it logs in as the user.",
    revoke="Change the password, and let curl read it from a netrc file.",
    also=("curl-auth-user",),
    source="https://curl.se/docs/manpage.html",
    finds=("cu·rl -u keeper:cxD·Y05jyOcFUFK https:·//api.harbour.io/lights",),
    ignores=(
        "curl -u admin:admin http:·//localhost:8080",
        'curl -u "$USER:$PASSWORD" https:·//api.harbour.io',
        "curl -u keeper:password https:·//api.harbour.io",
        "curl -u keeper:012·3456789abcd https:·//api.harbour.io/lights",
        "curl -u keeper:p9E·EWii https:·//api.harbour.io/lights",
    ),
)
