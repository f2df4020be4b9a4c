"""Credentials of Stripe."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

STRIPE_SECRET_KEY = Credential(
    id="secret-stripe-secret-key",
    title="Stripe secret key",
    service="Stripe",
    severity=Severity.CRITICAL,
    keywords=("sk_live_",),
    expression=token(r"sk_live_(?:[0-9A-Za-z]{24,34}|51[0-9A-Za-z]{80,250})"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it charges, refunds and pays out money, and reads customers and payments.",
    revoke="Roll it in the dashboard under API keys, and look through the log.",
    also=("stripe-access-token",),
    source="https://docs.stripe.com/keys",
    finds=(
        "STRIPE_SECRET_KEY=sk_live_oPp·srKdjHnEtXBhfxikP8fa9",
        (
            'stripe.api_key = "sk_live_51PeN·GxJGOClBRucrzvQ8Xj27pvITwvVPAo1pRegN0v7aWf3EWwtT·Qj7yySX'
            'NS6o3xftbTs0monY3MKnm9hQoSrvowJiuVjzK6S"'
        ),
    ),
    ignores=(
        "STRIPE_SECRET_KEY=sk_live_012·3456789abcdefghijklmn",
        "STRIPE_SECRET_KEY=sk_live_iCJ·Y4s5TgCrL",
    ),
)

STRIPE_RESTRICTED_KEY = Credential(
    id="secret-stripe-restricted-key",
    title="Stripe restricted key",
    service="Stripe",
    severity=Severity.HIGH,
    keywords=("rk_live_",),
    expression=token(r"rk_live_[0-9A-Za-z]{24,250}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it does what the key was limited to.",
    revoke="Roll it in the dashboard under API keys.",
    also=("stripe-access-token",),
    source="https://docs.stripe.com/keys",
    finds=(
        (
            "STRIPE_KEY=rk_live_XAZ·A3XAELoz7AHM526qfNTkmkvay7eUATbUUrHjqN9ygL52lGhTZ·e5R9JbDom5IMgdC"
            "m4rIQX507R5K5OLiJhalxwrBJa2I2K7i"
        ),
    ),
    ignores=(
        (
            "STRIPE_KEY=rk_live_012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP·QRSTUVWXYZ01234"
            "56789abcdefghijklmnopqrstuvwxyzA"
        ),
    ),
)

STRIPE_TEST_KEY = Credential(
    id="secret-stripe-test-key",
    title="Stripe test key",
    service="Stripe",
    severity=Severity.LOW,
    keywords=("sk_test_", "rk_test_"),
    expression=token(r"[sr]k_test_[0-9A-Za-z]{24,250}"),
    entropy=3.5,
    check="test-key",
    grants="Whoever holds it reads and changes the test data of the account: no money is moved.",
    revoke="Roll it in the dashboard under API keys, with test mode on.",
    also=("stripe-access-token",),
    source="https://docs.stripe.com/keys",
    finds=("STRIPE_KEY=sk_test_O2L·rKxmLVtho8z7XFFspQLVw",),
    ignores=(
        "STRIPE_KEY=sk_test_012·3456789abcdefghijklmn",
        "STRIPE_KEY=sk_test_f17·c730Rs4HX",
    ),
)

STRIPE_WEBHOOK_SECRET = Credential(
    id="secret-stripe-webhook-secret",
    title="Stripe webhook signing secret",
    service="Stripe",
    severity=Severity.MEDIUM,
    keywords=("whsec_",),
    expression=token(r"whsec_[0-9A-Za-z]{32,64}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it sends events that seem to come from Stripe: a payment that was none.",
    revoke="Roll the secret of the endpoint.",
    source="https://docs.stripe.com/webhooks",
    finds=("STRIPE_WEBHOOK_SECRET=whsec_VCY·yamRUMzCIChI2AYGsZ3TZ1aCdFo5d",),
    ignores=(
        "STRIPE_WEBHOOK_SECRET=whsec_012·3456789abcdefghijklmnopqrstuv",
        "STRIPE_WEBHOOK_SECRET=whsec_YBI·VcpSkUR6JMdYa",
    ),
)
