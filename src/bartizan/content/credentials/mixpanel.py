"""Credentials of Mixpanel."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MIXPANEL_SECRET = Credential(
    id="secret-mixpanel-secret",
    title="Mixpanel service account secret",
    service="Mixpanel",
    severity=Severity.MEDIUM,
    keywords=("mixpanel",),
    expression=after(r"mixpanel[\w. -]{0,20}?secret", "[0-9A-Za-z]{32}"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it and the user name reads the events of users.",
    revoke="Delete the service account.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("MIXPANEL_SECRET=jLx·MrMESxHiDSYiwdTQrYKDGFJJG2bl9",),
    ignores=(
        "MIXPANEL_SECRET=012·3456789abcdefghijklmnopqrstuv",
        "MIXPANEL_SECRET=jP5·zuOMlZMtNLDUk",
    ),
)
