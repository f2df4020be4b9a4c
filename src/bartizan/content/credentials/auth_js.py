"""Credentials of Auth.js."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

NEXTAUTH_SECRET = Credential(
    id="secret-nextauth-secret",
    title="Auth.js secret",
    service="Auth.js",
    severity=Severity.HIGH,
    keywords=("auth_secret",),
    expression=after(r"(?:next)?auth_secret", "[0-9A-Za-z+/]{42,44}={0,2}"),
    entropy=4.0,
    check="mixed",
    grants="Whoever holds it forges the sessions of any user.",
    revoke="Make a new one, and read it from the environment.",
    source="https://authjs.dev/reference/core#secret",
    finds=("NEXTAUTH_SECRET=XSK·Q//haIUbAxeWtorvEyJbRW·M0/+zU5AcTRtZA3tGg=",),
    ignores=(
        "NEXTAUTH_·SECRET=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "NEXTAUTH_SECRET=6Vm·l/ABwJ7Wj/R7Ml/HC5X",
    ),
)
