"""Credentials of JumpCloud."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

JUMPCLOUD_KEY = Credential(
    id="secret-jumpcloud-key",
    title="JumpCloud API key",
    service="JumpCloud",
    severity=Severity.CRITICAL,
    keywords=("jca_", "jumpcloud"),
    expression=token(r"jca_[0-9A-Za-z]{36}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it manages users and machines of the organisation.",
    revoke="Generate a new key for the administrator.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("JUMPCLOUD_API_KEY=jca_Xyt·x6ziZ4hSokHEB9jFo9·ZEkpc1E952tUxDL",),
    ignores=(
        "JUMPCLOUD_API_KEY=jca_012·3456789abcdefghijk·lmnopqrstuvwxyz",
        "JUMPCLOUD_API_KEY=jca_RSd·UO3arCDPIkzV67F",
    ),
)
