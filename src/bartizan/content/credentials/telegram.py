"""Credentials of Telegram."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TELEGRAM_BOT_TOKEN = Credential(
    id="secret-telegram-bot-token",
    title="Telegram bot token",
    service="Telegram",
    severity=Severity.MEDIUM,
    keywords=(":aa",),
    expression=r"(?:^|[^0-9A-Za-z_]|bot)(?P<secret>[0-9]{8,10}:AA[0-9A-Za-z_-]{33})(?:[^0-9A-Za-z_-]|$)",
    entropy=3.8,
    check="random",
    grants="Whoever holds it acts as the bot: reads what is sent to it and writes in its name.",
    revoke="Revoke it with BotFather.",
    also=("telegram-bot-api-token",),
    source="https://core.telegram.org/bots/api#authorizing-your-bot",
    finds=("TELEGRAM_BOT_TOKEN=3398·723318:AAbVO·3NTZLXQIDWrhlWQs4L1v8uXb5Ek5b9",),
    ignores=(
        "TELEGRAM_BOT_TOKEN=xxxxxxxxxx:AA012·3456789abcdefghijklmnopqrstuvw",
        "TELEGRAM_BOT_TOKEN=4601·:AAq2S·xe1REJYurccSY",
    ),
)
