"""Credentials of Twilio SendGrid."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SENDGRID_KEY = Credential(
    id="secret-sendgrid-key",
    title="SendGrid API key",
    service="Twilio SendGrid",
    severity=Severity.HIGH,
    keywords=("sg.",),
    expression=dashed(r"SG\.[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{43}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it sends mail from the domains of the account, and often reads the contacts.",
    revoke="Delete it under Settings, API Keys.",
    also=("sendgrid-api-token",),
    source="https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
    finds=("SENDGRID_API_KEY=SG.OIX·Nqr-PvNA4rB_xVrmHMd.qYm·qRDBI6OqNYzPOeaj8rQ6T·CHcRqe_7J5fuaxlnxS7",),
    ignores=(
        "SENDGRID_API_KEY=SG.012·3456789abcdefghijkl.012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "SENDGRID_API_KEY=SG.XqB·edhMJCvs.Nw-·Q_GqBos3JzarxzMLUo",
    ),
)
