"""Credentials of Web Push."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

WEB_PUSH_PRIVATE_KEY = Credential(
    id="secret-web-push-private-key",
    title="web push private key",
    service="Web Push",
    severity=Severity.LOW,
    keywords=("vapid",),
    expression=after(r"vapid[\w. -]{0,16}?private[\w. -]{0,6}?key", "[0-9A-Za-z_-]{43}"),
    entropy=4.0,
    check="mixed",
    grants="Whoever holds it sends notifications in the name of the site.",
    revoke="Make a new pair; browsers have to subscribe again.",
    source="https://www.rfc-editor.org/rfc/rfc8292",
    finds=("VAPID_PRIVATE_KEY=dM0·2ovxYCf4Jaisscl2mH7wJ·vxhNs1_z-09bKlE2Wca",),
    ignores=(
        "VAPID_PRIVATE_KEY=012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "VAPID_PRIVATE_KEY=5g_·UvhmoQn3TFhERxsIHJ",
    ),
)
