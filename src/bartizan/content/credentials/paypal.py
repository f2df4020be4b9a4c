"""Credentials of PayPal."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PAYPAL_SECRET = Credential(
    id="secret-paypal-secret",
    title="PayPal client secret",
    service="PayPal",
    severity=Severity.CRITICAL,
    keywords=("paypal",),
    expression=after(r"paypal[\w. -]{0,16}?secret[\w. -]{0,6}", "E[A-P][0-9A-Za-z_-]{78}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it and the client id takes, refunds and pays out money.",
    revoke="Make a second secret in the developer dashboard, then disable this one.",
    source="https://developer.paypal.com/api/rest/",
    finds=(
        ("PAYPAL_CLIENT_SECRET=EL8TN·8hkJJEEiRSg-_GWNult6JEeCqP_GtkAgviE9GAz·3aUKIxVQpYaen-MGdUO7mG4qMbUrG-aFSCoD"),
    ),
    ignores=(
        ("PAYPAL_CLIENT_SECRET=EL012·3456789abcdefghijklmnopqrstuvwxyzABCDEF·GHIJKLMNOPQRSTUVWXYZ0123456789abcdef"),
        "PAYPAL_CLIENT_SECRET=ELtPC·L9Yde1yPEAHG96piamP·QRcePAd4DOabKvrZF",
    ),
)

BRAINTREE_TOKEN = Credential(
    id="secret-braintree-token",
    title="Braintree access token",
    service="PayPal",
    severity=Severity.CRITICAL,
    keywords=("access_token$production$",),
    expression=r"(?P<secret>access_token\$production\$[0-9a-z]{16}\$[0-9a-f]{32})\b",
    entropy=3.0,
    check="random",
    grants="Whoever holds it takes and refunds payments.",
    revoke="Revoke it in the control panel.",
    source="https://developer.paypal.com/braintree/docs",
    finds=("access_token$production$f78·kacynm7t6awv3$187·fa67de45331650fe2ce0fc377839f",),
    ignores=(
        "access_token$sandbox$nid·xjc3yc8f08iu3$53a·388e9ce04a1dbe714d07f49bce021",
        "access_token$production$abc·defghijklmnop$012·3456789abcdef0123456789abcdef",
        "access_token$production$6zn·o949g$70c·511ebc8e664e5",
    ),
)
