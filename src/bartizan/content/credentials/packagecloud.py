"""Credentials of packagecloud."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PACKAGECLOUD_TOKEN = Credential(
    id="secret-packagecloud-token",
    title="packagecloud API token",
    service="packagecloud",
    severity=Severity.HIGH,
    keywords=("packagecloud",),
    expression=keyed("packagecloud", "[0-9a-f]{48}"),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it publishes packages of the account.",
    revoke="Rotate it in the account settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("PACKAGECLOUD_TOKEN=7c5·87791a12aab5779727fd83ea·79836546dd8e763021d5c",),
    ignores=(
        "PACKAGECLOUD_TOKEN=012·3456789abcdef0123456789a·bcdef0123456789abcdef",
        "PACKAGECLOUD_TOKEN=67c·267b1f113845ecab03c6d",
        "etag: 962·530bedb5a2e8d9d219a7c18c·af3a730d1ef6290661017",
    ),
)
