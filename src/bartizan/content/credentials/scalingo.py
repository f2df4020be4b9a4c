"""Credentials of Scalingo."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SCALINGO_TOKEN = Credential(
    id="secret-scalingo-token",
    title="Scalingo API token",
    service="Scalingo",
    severity=Severity.HIGH,
    keywords=("tk-us-",),
    expression=dashed(r"tk-us-[0-9A-Za-z_-]{48}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it deploys applications and reads their variables.",
    revoke="Revoke it in the profile.",
    also=("scalingo-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SCALINGO_API_TOKEN=tk-us-qFg·8ZzbcujQ_QKh26LvrJmoUReF·aupirtFSvUwv1eTcsoT3b",),
    ignores=(
        "SCALINGO_API_TOKEN=tk-us-012·3456789abcdefghijklmnopq·rstuvwxyzABCDEFGHIJKL",
        "SCALINGO_API_TOKEN=tk-us-FYn·Z8bmLlS7idUdad61qDWEK",
    ),
)
