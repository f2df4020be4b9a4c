"""Credentials of Cisco Meraki."""

from bartizan.content.credentials.spelling import HEX40, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MERAKI_KEY = Credential(
    id="secret-meraki-key",
    title="Cisco Meraki API key",
    service="Cisco Meraki",
    severity=Severity.CRITICAL,
    keywords=("meraki",),
    expression=keyed("meraki", HEX40),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it changes the networks of the organisation.",
    revoke="Revoke it in the profile.",
    also=("cisco-meraki-api-key",),
    source="https://developer.cisco.com/meraki/api-v1/authorization/",
    finds=("MERAKI_DASHBOARD_API_KEY=8ba·63dc043a5d7f049ff1f0·21f1daf437f0aad92",),
    ignores=(
        "MERAKI_DASHBOARD_API_KEY=012·3456789abcdef0123456·789abcdef01234567",
        "MERAKI_DASHBOARD_API_KEY=9f2·a1c8be0cf73f3aeca",
        "etag: 68b·56bffbc1651534bf8a68·5740b33b5c770f3a8",
    ),
)
