"""Credentials of Shodan."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SHODAN_KEY = Credential(
    id="secret-shodan-key",
    title="Shodan API key",
    service="Shodan",
    severity=Severity.LOW,
    keywords=("shodan",),
    expression=keyed("shodan", "[0-9A-Za-z]{32}"),
    entropy=3.5,
    check="unlikely",
    grants="Whoever holds it uses up the credits of the account.",
    revoke="Reset it in the account.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SHODAN_API_KEY=VZ1·HKI1QroZZv2sZejhETMJM7W1vGtr2",),
    ignores=(
        "SHODAN_API_KEY=012·3456789abcdefghijklmnopqrstuv",
        "SHODAN_API_KEY=ztH·uJi8berUhvetD",
        "etag: mmf·PF5eplIWEdJZ9LynTulf3q2n16afw",
    ),
)
