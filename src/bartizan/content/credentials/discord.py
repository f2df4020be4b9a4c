"""Credentials of Discord."""

from bartizan.content.credentials.spelling import after, dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DISCORD_BOT_TOKEN = Credential(
    id="secret-discord-bot-token",
    title="Discord bot token",
    service="Discord",
    severity=Severity.HIGH,
    keywords=("discord", "bot_token", "bottoken", "bot.run", ".login("),
    expression=dashed(r"[MNO][0-9A-Za-z_-]{23,27}\.[0-9A-Za-z_-]{6}\.[0-9A-Za-z_-]{27,42}"),
    entropy=3.0,
    check="discord-bot",
    grants="Whoever holds it acts as the bot: reads and writes where it may, often as administrator.",
    revoke="Regenerate it in the developer portal.",
    also=("discord-api-token",),
    source="https://discord.com/developers/docs/reference#authentication",
    finds=("DISCORD_TOKEN=NjM0M·TgxNzg5NzI5NjQyNzc5.GVZlTd.0Xg1Sgz5BKgoajTzXbehE3abUpodfq-3RvRORV",),
    ignores=(
        "DIS·CORD_TOKEN=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "DISCORD_TOKEN=MTMxN·jgzNDcxOTE5Nzk2MTk1.GQKh3q.go",
    ),
)

DISCORD_WEBHOOK = Credential(
    id="secret-discord-webhook",
    title="Discord webhook",
    service="Discord",
    severity=Severity.LOW,
    keywords=("/api/webhooks/",),
    expression=(
        r"https://(?:(?:ptb|canary)\.)?discord(?:app)?\.com/api/webhooks/"
        r"(?P<secret>[0-9]{17,20}/[0-9A-Za-z_-]{60,72})(?:[^0-9A-Za-z_-]|$)"
    ),
    entropy=3.0,
    check="random",
    grants="Whoever holds it posts into a channel.",
    revoke="Delete the webhook in the settings of the channel.",
    source="https://discord.com/developers/docs/resources/webhook",
    finds=(
        (
            "https:·//discord.com/api/webhooks/870·990238549172082/BQx·oLZKfRb-KszgPu2Qo3VSNw-ylEeB2j"
            "oIdL·RMlGWvdDiPDF0bE1ofJAojCsxNRKTBX"
        ),
    ),
    ignores=(
        (
            "https:·//discord.com/api/webhooks/123·456789012345678/012·3456789abcdefghijklmnopqrstuvw"
            "xyzA·BCDEFGHIJKLMNOPQRSTUVWXYZ012345"
        ),
        "https:·//discord.com/api/webhooks/241·412426/N90·wXo8WHjFcCKd1vMRmH3COxSAzZYR0f8",
    ),
)

DISCORD_CLIENT_SECRET = Credential(
    id="secret-discord-client-secret",
    title="Discord client secret",
    service="Discord",
    severity=Severity.HIGH,
    keywords=("discord",),
    expression=after(r"discord[\w. -]{0,12}?client[_-]?secret", "[0-9A-Za-z_-]{32}"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it poses as the application when users sign in.",
    revoke="Reset it in the developer portal.",
    also=("discord-client-secret",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("DISCORD_CLIENT_SECRET=FqM·bkGe71p6Gwgi4f03c_C_LpFekAaK1",),
    ignores=(
        "DISCORD_CLIENT_SECRET=012·3456789abcdefghijklmnopqrstuv",
        "DISCORD_CLIENT_SECRET=q7y·WrejqCVzVjvTJ",
    ),
)
