"""Credentials of Defined Networking."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DEFINED_TOKEN = Credential(
    id="secret-defined-token",
    title="Defined Networking API token",
    service="Defined Networking",
    severity=Severity.HIGH,
    keywords=("dnkey-",),
    expression=token(r"dnkey-[0-9A-Z]{26}-[0-9A-Z]{52}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it changes the machines and rules of the private network.",
    revoke="Delete it in the admin panel under API keys.",
    also=("defined-networking-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(("DN_TOKEN=dnkey-94Z·0UCS8OD5RZ91KJM7U1S9AYL-KR9·GFS75O2C168QN5VME2381H39R6·3ZMIB0FJI1B0HU5OKIEI68H"),),
    ignores=(
        ("DN_TOKEN=dnkey-ABC·DEFGHIJKLMNOPQRSTUVWXYZ-ABC·DEFGHIJKLMNOPQRSTUVWXYZ012·3456789ABCDEFGHIJKLMNOP"),
        "DN_TOKEN=dnkey-DF6·SX6XWX6PEL-8C2·JCCUOX79VPLAJ48TI8CEA3V",
    ),
)
