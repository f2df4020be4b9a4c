"""Credentials of Instagram."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

INSTAGRAM_TOKEN = Credential(
    id="secret-instagram-token",
    title="Instagram access token",
    service="Instagram",
    severity=Severity.MEDIUM,
    keywords=("igqv", "igqw", "igaa"),
    expression=dashed(r"IG(?:QV|QW|AA)[0-9A-Za-z_-]{100,250}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it reads, or posts as, the user.",
    revoke="Remove the application in the settings of the account.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "INSTAGRAM_TOKEN=IGQVJWs·fklJ_0CnhycCc7R1SXIxg0bU7TBNbyIPSNUa1LM7L3etX887uyhIf1bHW2TsuQ93"
            "eALGar·In_igRbz-buaTAE4xdDu8QOLgwvJwvCziZ4ASUWfRgNlmKLJEzSaat8MOmeJcHlvtj6"
        ),
    ),
    ignores=(
        (
            "INSTAGRAM_TOKEN=IGQV012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01234"
            "56789a·bcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdef"
        ),
        "INSTAGRAM_TOKEN=IGQVx6D·KTY0PRhjTBHCcamkUBCXAtYcEeX7FXt3EuD·i3G9X_SJUIrxSKx7jM7rFs30vWp4n5Kj",
    ),
)
