"""Credentials of Slack."""

from bartizan.content.credentials.spelling import HEX32, after, dashed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SLACK_BOT_TOKEN = Credential(
    id="secret-slack-bot-token",
    title="Slack bot token",
    service="Slack",
    severity=Severity.HIGH,
    keywords=("xoxb-",),
    expression=token(r"xoxb-[0-9]{10,14}-[0-9]{10,14}-[0-9A-Za-z]{23,32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads and writes in the channels of the bot.",
    revoke="Revoke it in the settings of the application, under OAuth & Permissions.",
    also=("slack-bot-token",),
    source="https://docs.slack.dev/authentication/tokens/",
    finds=("SLACK_BOT_TOKEN=xoxb-504·841594779-743·5287231400-EOZ·O0DUAIKHC6H0ne2Z45ISv",),
    ignores=(
        "SLACK_BOT_TOKEN=xoxb-123·456789012-123·4567890123-012·3456789abcdefghijklmn",
        "SLACK_BOT_TOKEN=xoxb-348·802-778·430-qps·BqhkXL1eU",
    ),
)

SLACK_USER_TOKEN = Credential(
    id="secret-slack-user-token",
    title="Slack user token",
    service="Slack",
    severity=Severity.HIGH,
    keywords=("xoxp-",),
    expression=token(r"xoxp-(?:[0-9]{10,14}-){3}[0-9a-f]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads and writes as the user, private messages among them.",
    revoke="Revoke it in the settings of the application, under OAuth & Permissions.",
    also=("slack-user-token",),
    source="https://docs.slack.dev/authentication/tokens/",
    finds=("token=xoxp-991·696311350-989·290432287-506·9901462680-0cc·db5ab186b23b81c559777a223bd42",),
    ignores=(
        "token=xoxp-123·456789012-123·456789012-123·4567890123-012·3456789abcdef0123456789abcdef",
        "token=xoxp-827·563-276·822-181·148-5df·43d0afb37606b",
    ),
)

SLACK_APP_TOKEN = Credential(
    id="secret-slack-app-token",
    title="Slack app-level token",
    service="Slack",
    severity=Severity.MEDIUM,
    keywords=("xapp-",),
    expression=token(r"xapp-[0-9]-[0-9A-Z]{9,13}-[0-9]{10,14}-[0-9a-f]{64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it receives the events of the application over a socket.",
    revoke="Revoke it in the settings of the application, under Basic Information.",
    also=("slack-app-token",),
    source="https://docs.slack.dev/authentication/tokens/",
    finds=(
        (
            "SLACK_APP_TOKEN=xapp-1-A0RZW·X3IVPS-812·7120877967-a94·8268032d7c898b70d54864c43d60f893·"
            "00fca281516f0e57812cb9e16c6d8"
        ),
    ),
    ignores=(
        (
            "SLACK_APP_TOKEN=xapp-1-A0ABC·DEFGHI-123·4567890123-012·3456789abcdef0123456789abcdef012·"
            "3456789abcdef0123456789abcdef"
        ),
        "SLACK_APP_TOKEN=xapp-1-A0WVJ·C-025·157-e46·465a12ba6264e581de19c302ae636",
    ),
)

SLACK_CONFIGURATION_TOKEN = Credential(
    id="secret-slack-configuration-token",
    title="Slack configuration token",
    service="Slack",
    severity=Severity.HIGH,
    keywords=("xoxe.xox", "xoxe-"),
    expression=token(r"xoxe(?:\.xox[bp])?-[0-9]-[0-9A-Za-z]{140,200}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it changes the configuration of applications, or makes such tokens.",
    revoke="Revoke it under Your App Configuration Tokens.",
    also=("slack-config-access-token", "slack-config-refresh-token"),
    source="https://docs.slack.dev/authentication/tokens/",
    finds=(
        (
            "xoxe.xoxp-1-KI4·J4wkYzNYzKOwmMsfzAMWh5M6JfFl9XZYIhT8f4OKVouc8iEuwZIS698ajNCnZXCVLNjayY1X"
            "nVjRIlu6He·cCPEqUx06Tfl07Fh07Kg9SiMRI5utZRoTYAvtbFfpkzUiPxuoCYqZZ81mSWGIkIID7ago6OqmvcQ2WQ"
        ),
        (
            "refresh: xoxe-1-bSE·X6aisDyN2b7MpcKQdsISiuCmrbgdEkb8CyGVGQmoMWqzADF8oL0HkVn1wsJNFrlzLiCb"
            "xVkSH·A3dcsJyAhx1K6x0RPMadkwnWfGFRVrhcMgIHxgNyZcCtasEK7zI4INb6QNQ5mWOkTWuJV2"
        ),
    ),
    ignores=(
        (
            "xoxe.xoxp-1-012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abc"
            "defghijklm·nopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyzABCD"
        ),
        ("xoxe.xoxp-1-W1s·IeVPuVEzgpGfVBHevcmskjxa3IpLTLcj7yWXUxjPh·5wYYJtnVv2Fi0KsO0WQjUeMA2Kiymc9Tpa5GLa"),
    ),
)

SLACK_SESSION_TOKEN = Credential(
    id="secret-slack-session-token",
    title="Slack session token",
    service="Slack",
    severity=Severity.HIGH,
    keywords=("xoxc-", "xoxd-", "xoxs-"),
    expression=dashed(
        r"xoxc-(?:[0-9]{10,14}-){3}[0-9a-f]{64}|xoxs-(?:[0-9]{10,14}-){3}[0-9a-f]{10,64}|"
        r"xoxd-[0-9A-Za-z%+/=_-]{60,400}"
    ),
    entropy=3.0,
    check="random",
    grants="Whoever holds it is signed in as the user: reads and writes all that they may.",
    revoke="Sign out of all sessions in the account settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "xoxc-655·148214376-488·368287198-511·6243015492-e7d·cf1d200000d82ac35cd4b0845881d9b7·8c9"
            "9bc8fcaeadf548981f079fda2d"
        ),
    ),
    ignores=(
        (
            "xoxc-123·456789012-123·456789012-123·4567890123-012·3456789abcdef0123456789abcdef012·345"
            "6789abcdef0123456789abcdef"
        ),
        "xoxc-494·900-339·336-816·446-376·17c6ba81b46ffb8930ab77de70299",
    ),
)

SLACK_OLD_TOKEN = Credential(
    id="secret-slack-old-token",
    title="Slack token of the older form",
    service="Slack",
    severity=Severity.HIGH,
    keywords=("xoxa-", "xoxr-", "xoxo-", "xoxb-"),
    expression=token(
        r"xox[ar]-[0-9]-(?:[0-9A-Za-z]{8,60}-){0,3}[0-9A-Za-z]{24,64}|xoxo-"
        r"(?:[0-9]{9,14}-){3}[0-9a-f]{10,64}|xoxb-[0-9]{10,14}-[0-9A-Za-z]{24}"
    ),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads and writes in the workspace.",
    revoke="Revoke it in the settings of the application.",
    also=("slack-legacy-bot-token", "slack-legacy-token", "slack-legacy-workspace-token"),
    source="https://docs.slack.dev/authentication/tokens/",
    finds=(
        "SLACK_TOKEN=xoxb-362·909206528-RcL·scBdjLiR3vri8xr9gjUK2",
        "xoxa-2-3tS·KnDay9ZXQfylN2wBcbzR·qRp0vlp4xa8wvb2qA",
    ),
    ignores=(
        "SLACK_TOKEN=xoxb-123·456789012-012·3456789abcdefghijklmn",
        "SLACK_TOKEN=xoxb-934·113-Nn6·Oq0vuT1Kk",
    ),
)

SLACK_WEBHOOK = Credential(
    id="secret-slack-webhook",
    title="Slack incoming webhook",
    service="Slack",
    severity=Severity.LOW,
    keywords=("hooks.slack.com",),
    expression=(
        r"https://hooks\.slack\.com/(?P<secret>services/T[0-9A-Z]{8,12}/B[0-9A-Z]{8,12}"
        r"/[0-9A-Za-z]{24}|(?:workflows|triggers)/[0-9A-Z]{9,13}/[0-9A-Za-z]{9,20}/[0-9A-Za-z/]{20,60}"
        r")\b"
    ),
    entropy=3.0,
    check="random",
    grants="Whoever holds it posts into a channel: messages that look as if they came from a system.",
    revoke="Remove the webhook in the settings of the application.",
    also=("slack-webhook-url",),
    source="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
    finds=(
        "curl https:·//hooks.slack.com/services/T0SKU·2Y3NU/B0555·31QF3/zsN·DKTOfC6zn2XeoCa0roOQn",
        ("https:·//hooks.slack.com/workflows/T04AO·882CK/A0X92·ITV6X/797·118771035115608/uOK·wPvyQY7StPRkiJX2HHvXs"),
    ),
    ignores=(
        "https:·//hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
        "curl https:·//hooks.slack.com/services/T0ABC·DEFGH/B0ABC·DEFGH/012·3456789abcdefghijklmn",
        "curl https:·//hooks.slack.com/services/T075Q·G/B0LCE·W/AsJ·RibGIBPEF",
    ),
)

SLACK_SIGNING_SECRET = Credential(
    id="secret-slack-signing-secret",
    title="Slack signing secret",
    service="Slack",
    severity=Severity.MEDIUM,
    keywords=("slack",),
    expression=after(r"slack[\w. -]{0,12}?(?:signing|client)[_-]?secret", HEX32),
    entropy=3.0,
    check="mixed",
    grants=("Whoever holds it sends the application events that seem to come from Slack, or poses as the application."),
    revoke="Regenerate it under Basic Information.",
    source="https://docs.slack.dev/authentication/verifying-requests-from-slack",
    finds=("SLACK_SIGNING_SECRET=17b·3297d1e52adc14b3f257f8b23f006",),
    ignores=(
        "SLACK_SIGNING_SECRET=012·3456789abcdef0123456789abcdef",
        "SLACK_SIGNING_SECRET=172·ffba6c6057b14",
    ),
)
