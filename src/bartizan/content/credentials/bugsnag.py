"""Credentials of Bugsnag."""

from bartizan.content.credentials.spelling import UUID, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

BUGSNAG_TOKEN = Credential(
    id="secret-bugsnag-token",
    title="Bugsnag personal token",
    service="Bugsnag",
    severity=Severity.MEDIUM,
    keywords=("bugsnag",),
    expression=after(r"bugsnag[\w. -]{0,20}?(?:personal|auth|access)[\w. -]{0,8}?token", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it reads the errors of the projects that the user may see.",
    revoke="Delete it in the user settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("BUGSNAG_AUTH_TOKEN=6134d·df8-ab86-4249-aab2·-e32fa43166c0",),
    ignores=(
        "BUG·SNAG_AUTH_TOKEN=00000000-0000-0000-0000-000000000000",
        "BUGSNAG_AUTH_TOKEN=6d674·460-29ca-4015-a659-8d02d77",
    ),
)
