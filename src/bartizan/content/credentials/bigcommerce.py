"""Credentials of BigCommerce."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

BIGCOMMERCE_TOKEN = Credential(
    id="secret-bigcommerce-token",
    title="BigCommerce access token",
    service="BigCommerce",
    severity=Severity.HIGH,
    keywords=("bigcommerce", "x-auth-token"),
    expression=keyed("bigcommerce", "[0-9a-z]{31}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it reads and changes the customers, orders and products of a shop.",
    revoke="Delete the API account.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("BIGCOMMERCE_ACCESS_TOKEN=loz·oaiixo3q9s925vczs683ay597l1c",),
    ignores=(
        "BIGCOMMERCE_ACCESS_TOKEN=abc·defghijklmnopqrstuvwxyz01234",
        "BIGCOMMERCE_ACCESS_TOKEN=a9s·g1mxamzkphpi",
        "etag: 0j4·lzny3o5oqrftzw6urjq5x3rt7dp8",
    ),
)
