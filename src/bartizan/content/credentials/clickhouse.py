"""Credentials of ClickHouse."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CLICKHOUSE_SECRET = Credential(
    id="secret-clickhouse-secret",
    title="ClickHouse Cloud API secret",
    service="ClickHouse",
    severity=Severity.CRITICAL,
    keywords=("4b1d",),
    expression=token(r"4b1d[0-9A-Za-z]{38}"),
    entropy=3.5,
    check="random",
    grants="Whoever holds it and its id manages the services of the organisation.",
    revoke="Delete it under API keys.",
    also=("clickhouse-cloud-api-secret-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("CLICKHOUSE_KEY_SECRET=4b1dv9C·MF2onTJwkCZMGcK35d1·QszOgXHMmTatjQjR",),
    ignores=(
        "CLICKHOUSE_KEY_SECRET=4b1d012·3456789abcdefghijkl·mnopqrstuvwxyzAB",
        "CLICKHOUSE_KEY_SECRET=4b1dMsH·tL6Am52aYKqk3Z3g",
    ),
)
