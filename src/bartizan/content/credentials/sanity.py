"""Credentials of Sanity."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SANITY_TOKEN = Credential(
    id="secret-sanity-token",
    title="Sanity API token",
    service="Sanity",
    severity=Severity.HIGH,
    keywords=("sanity",),
    expression=keyed("sanity", "sk[0-9A-Za-z]{80,180}"),
    entropy=4.0,
    check="mixed",
    grants="Whoever holds it reads or changes the content of the project.",
    revoke="Delete it in the project settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "SANITY_API_TOKEN=skJjg·QtEyr9b8VC4jTtmEe5A3kUFrUVCJ6xgncDNqQvX0ocyqvQJ4Aslo1iafPX7sPhsPa"
            "gjsA1vXiVfXkHtE·ziJsCGhGZFeTDQw8QJx4hCpuO9gz6Xy4274d3OwXTBsWQJRmkuWUX6NoqyZ6xMD6IQO9Db5t"
            "Y7VOd"
        ),
    ),
    ignores=(
        (
            "SANITY_API_TOKEN=sk012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
            "6789abcdefghijk·lmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstu"
            "vwxyz"
        ),
    ),
)
