"""Credentials of Todoist."""

from bartizan.content.credentials.spelling import HEX40, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TODOIST_TOKEN = Credential(
    id="secret-todoist-token",
    title="Todoist API token",
    service="Todoist",
    severity=Severity.LOW,
    keywords=("todoist",),
    expression=keyed("todoist", HEX40),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it reads and changes the tasks of the user.",
    revoke="Issue a new one in the settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TODOIST_API_TOKEN=0d1·06b2e37f527b9eb33097·422ea8624b782cb1b",),
    ignores=(
        "TODOIST_API_TOKEN=012·3456789abcdef0123456·789abcdef01234567",
        "TODOIST_API_TOKEN=d20·ca0b8e94c7279ee69",
        "etag: 315·f75d270b78496f9f3fc6·2d21761b0a0bd78e3",
    ),
)
