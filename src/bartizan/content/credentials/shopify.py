"""Credentials of Shopify."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SHOPIFY_TOKEN = Credential(
    id="secret-shopify-token",
    title="Shopify access token",
    service="Shopify",
    severity=Severity.CRITICAL,
    keywords=("shpat_", "shpca_", "shppa_", "shpua_", "shptka_"),
    expression=token(r"shp(?:at|ca|pa|ua|tka)_[0-9a-fA-F]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads and changes the customers, orders and products of a shop.",
    revoke="Uninstall and install the application, or rotate its credentials.",
    also=("shopify-access-token", "shopify-custom-access-token", "shopify-private-app-access-token"),
    source="https://shopify.dev/docs/apps/build/authentication-authorization",
    finds=("SHOPIFY_ACCESS_TOKEN=shpat_31c·4e97274398e87cf309ebbe06df0dc",),
    ignores=(
        "SHOPIFY_ACCESS_TOKEN=shpat_012·3456789abcdef0123456789abcdef",
        "SHOPIFY_ACCESS_TOKEN=shpat_251·77dcfb5b58bb0",
    ),
)

SHOPIFY_SHARED_SECRET = Credential(
    id="secret-shopify-shared-secret",
    title="Shopify shared secret",
    service="Shopify",
    severity=Severity.HIGH,
    keywords=("shpss_",),
    expression=token(r"shpss_[0-9a-fA-F]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it poses as the application, and forges its webhooks.",
    revoke="Rotate the client secret of the application.",
    also=("shopify-shared-secret",),
    source="https://shopify.dev/docs/apps/build/authentication-authorization",
    finds=("SHOPIFY_API_SECRET=shpss_394·c5c38db7b84aaf4f689c4e0385452",),
    ignores=(
        "SHOPIFY_API_SECRET=shpss_012·3456789abcdef0123456789abcdef",
        "SHOPIFY_API_SECRET=shpss_7b8·e4978043099ed",
    ),
)
