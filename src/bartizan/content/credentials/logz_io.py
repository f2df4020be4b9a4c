"""Credentials of Logz.io."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

LOGZIO_TOKEN = Credential(
    id="secret-logzio-token",
    title="Logz.io token",
    service="Logz.io",
    severity=Severity.MEDIUM,
    keywords=("logz",),
    expression=after(
        r"logz(?:_?io)?[\w. -]{0,20}?(?:key|token)",
        "(?:[0-9A-Za-z]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})",
    ),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it sends logs, or reads them.",
    revoke="Delete it in the settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("LOGZIO_TOKEN=V5q·BV9THXzbcNR6TLp74JVL1FfiSb1Bd",),
    ignores=(
        "LOGZIO_TOKEN=012·3456789abcdefghijklmnopqrstuv",
        "LOGZIO_TOKEN=g6u·uNyhyYXd6aSdf",
    ),
)
