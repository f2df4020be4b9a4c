"""Credentials of Duffel."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DUFFEL_TOKEN = Credential(
    id="secret-duffel-token",
    title="Duffel access token",
    service="Duffel",
    severity=Severity.MEDIUM,
    keywords=("duffel_live_",),
    expression=dashed(r"duffel_live_[0-9A-Za-z_=-]{43}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it books flights at the cost of the account.",
    revoke="Revoke it under Access tokens.",
    also=("duffel-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("DUFFEL_TOKEN=duffel_live_9Ef·yLEuhmkwcXHc4zJ6-Loyc·mKzp0Z8_oRdI38G09Fm",),
    ignores=(
        "DUFFEL_TOKEN=duffel_live_012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "DUFFEL_TOKEN=duffel_live_SyG·PWElpPBQWmKLaDH0BA",
    ),
)
