"""Credentials of ngrok."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

NGROK_TOKEN = Credential(
    id="secret-ngrok-token",
    title="ngrok authtoken",
    service="ngrok",
    severity=Severity.MEDIUM,
    keywords=("ngrok",),
    expression=after(
        r"ngrok[\w .-]{0,24}?(?:auth_?token|api[_-]?key|add-authtoken)", "[0-9A-Za-z]{25,30}_[0-9A-Za-z]{16,24}"
    ),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it opens tunnels under the names of the account.",
    revoke="Reset it in the dashboard under Your Authtoken.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("ngrok config add-authtoken 7je·xniSkSthR3f0ySkjMmez3pZO_K19·kCSdb6fsFQ77rTJslG",),
    ignores=(
        "ngrok config add-authtoken 012·3456789abcdefghijklmnopq_012·3456789abcdefghijk",
        "ngrok config add-authtoken 3mf·AZHuhbe1q7_WBS·woP7TCx",
    ),
)
