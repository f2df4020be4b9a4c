"""Credentials of Line."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

LINE_TOKEN = Credential(
    id="secret-line-token",
    title="LINE channel access token",
    service="Line",
    severity=Severity.MEDIUM,
    keywords=("line_channel", "linechannel", "line-channel", "line_access", "line_token", "lineaccess"),
    expression=after(r"line[_-]?(?:channel)?[_-]?(?:access)?[_-]?token", "[0-9A-Za-z+/]{160,180}={0,2}"),
    entropy=4.0,
    check="mixed",
    grants="Whoever holds it writes to all who follow the account.",
    revoke="Reissue it in the developer console.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "LINE_CHANNEL_ACCESS_TOKEN=VeI·SLxMmIJqwzi9NQM7+FgtKDUB5dvEyzs2lFHaZaBbN6aDnOzgDPV/AWOZIL"
            "dumhSGH0GOlqDzPwMFCrHiCIp9H·dO5PtxRfFcn2NGea+IBtgR7/BjXSUey+68P23Gt/b+E3KZ0vvwyVCmjY+B2N"
            "WQNPNTN3J9Kpd0gJJxYDGjX="
        ),
    ),
    ignores=(
        (
            "LINE_CHANNEL_ACCESS_TOKEN=012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY"
            "Z0123456789abcdefghijklmnop·qrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmn"
            "opqrstuvwxyzABCDEFGHIJK="
        ),
        (
            "LINE_CHANNEL_ACCESS_TOKEN=MyL·k3Anf6CfKjF4HDC9V2yitKr3ZS1VeozAzFxEESbwpI·I7XfG4v72DOoMq3"
            "Azgik9RGgjpQgHRm/V6hAh7qn="
        ),
    ),
)
