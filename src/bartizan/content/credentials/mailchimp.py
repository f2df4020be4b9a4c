"""Credentials of Mailchimp."""

from bartizan.content.credentials.spelling import dashed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MAILCHIMP_KEY = Credential(
    id="secret-mailchimp-key",
    title="Mailchimp API key",
    service="Mailchimp",
    severity=Severity.HIGH,
    keywords=("-us1", "-us2", "-us3", "-us4", "-us5", "-us6", "-us7", "-us8", "-us9"),
    expression=token(r"[0-9a-f]{32}-us[0-9]{1,2}"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it reads the lists of contacts and sends mail to them.",
    revoke="Revoke it in the profile under API keys.",
    also=("mailchimp-api-key",),
    source="https://mailchimp.com/help/about-api-keys/",
    finds=("MAILCHIMP_API_KEY=5eb·b929e443466733d6e5a91a171b1a4-us14",),
    ignores=(
        "MAILCHIMP_API_KEY=012·3456789abcdef0123456789abcdef-us14",
        "MAILCHIMP_API_KEY=39b·9f28659e137bc-us14",
    ),
)

MANDRILL_KEY = Credential(
    id="secret-mandrill-key",
    title="Mandrill API key",
    service="Mailchimp",
    severity=Severity.HIGH,
    keywords=("md-",),
    expression=dashed(r"md-[0-9A-Za-z_-]{22}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it sends mail from the domains of the account.",
    revoke="Delete it in the settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("MANDRILL_API_KEY=md-RdQ·R7RUWSnqIpT2LWzk1wj",),
    ignores=(
        "MANDRILL_API_KEY=md-012·3456789abcdefghijkl",
        "MANDRILL_API_KEY=md-OlA·1FgWcHDe",
    ),
)
