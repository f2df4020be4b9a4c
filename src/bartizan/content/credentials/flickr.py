"""Credentials of Flickr."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

FLICKR_SECRET = Credential(
    id="secret-flickr-secret",
    title="Flickr secret",
    service="Flickr",
    severity=Severity.LOW,
    keywords=("flickr",),
    expression=after(r"flickr[\w. -]{0,16}?secret", "[0-9a-f]{16}"),
    entropy=2.6,
    check="mixed",
    grants="Whoever holds it poses as the application.",
    revoke="Delete the key and make a new one.",
    also=("flickr-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("FLICKR_SECRET=c09·b758d9aa8ea63",),
    ignores=(
        "FLICKR_SECRET=012·3456789abcdef",
        "FLICKR_SECRET=efe·cff3b",
    ),
)
