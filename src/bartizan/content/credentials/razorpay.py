"""Credentials of Razorpay."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

RAZORPAY_KEY = Credential(
    id="secret-razorpay-key",
    title="Razorpay key",
    service="Razorpay",
    severity=Severity.MEDIUM,
    keywords=("rzp_live_",),
    expression=token(r"rzp_live_[0-9A-Za-z]{14}"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it and its secret takes and refunds payments; the id alone only names the account.",
    revoke="Regenerate the keys in the dashboard.",
    source="https://razorpay.com/docs/api/authentication/",
    finds=("RAZORPAY_KEY_ID=rzp_live_mdf·s3YW91dejII",),
    ignores=(
        "RAZORPAY_KEY_ID=rzp_live_012·3456789abcd",
        "RAZORPAY_KEY_ID=rzp_live_p0z·bcZk",
    ),
)
