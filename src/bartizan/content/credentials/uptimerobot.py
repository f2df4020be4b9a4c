"""Credentials of UptimeRobot."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

UPTIMEROBOT_KEY = Credential(
    id="secret-uptimerobot-key",
    title="UptimeRobot API key",
    service="UptimeRobot",
    severity=Severity.LOW,
    keywords=("uptimerobot", "uptime_robot"),
    expression=r"\b(?P<secret>[um][0-9]{6,10}-[0-9a-f]{24})\b",
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads or changes monitors.",
    revoke="Regenerate it in the settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("UPTIMEROBOT_API_KEY=u412345-df4·a47714212bc01a3d442a5",),
    ignores=(
        "UPTIMEROBOT_API_KEY=u412345-012·3456789abcdef01234567",
        "UPTIMEROBOT_API_KEY=u412345-05d·0922e35a7",
    ),
)
