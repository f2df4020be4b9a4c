"""Credentials of Oracle Cloud."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ORACLE_AUTH_TOKEN = Credential(
    id="secret-oracle-auth-token",
    title="Oracle Cloud auth token",
    service="Oracle Cloud",
    severity=Severity.HIGH,
    keywords=("oci_auth_token", "oci_", "ocir"),
    expression=after(r"(?:oci|ocir|oracle)[\w-]{0,12}?auth[_-]?token", "[^\\s\"'<>{}]{20}"),
    entropy=3.0,
    check="password",
    grants="Whoever holds it and the user name pulls and pushes images and objects.",
    revoke="Delete it under Auth Tokens of the user.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=('OCI_AUTH_TOKEN="BOp·I1C17);juP·GguGr1o"',),
    ignores=(
        'OCI_AUTH_TOKEN="012·34567);012·3456789"',
        'OCI_AUTH_TOKEN="gNI·a);4Ye·jB"',
    ),
)
