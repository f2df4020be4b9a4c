"""Credentials of Gemfury."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

GEMFURY_TOKEN = Credential(
    id="secret-gemfury-token",
    title="Gemfury token",
    service="Gemfury",
    severity=Severity.HIGH,
    keywords=("fury",),
    expression=(
        r"(?i:(?:gem|pypi|npm|push|repo|apt|yum)\.fury\.io/?|fury[_-]"
        r"(?:auth[_-]|deploy[_-]|push[_-])?token)[^\r\n]{0,8}?"
        r"(?P<secret>[0-9A-Za-z]{6}-[0-9A-Za-z]{32}|[0-9a-f]{5}-[0-9A-Za-z]{30,40})\b"
    ),
    entropy=3.0,
    check="random",
    grants="Whoever holds it downloads or uploads packages of the account.",
    revoke="Revoke it in the settings of the account.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("FURY_TOKEN=9pP·zdr-bJF·aO7IpB4ceyKu6ch3wNsQYqoPoyX3H",),
    ignores=(
        "FURY_TOKEN=012·345-012·3456789abcdefghijklmnopqrstuv",
        "FURY_TOKEN=5·Aq-5rv·hVP75UrecVsFU",
    ),
)
