"""Credentials of Dynatrace."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DYNATRACE_TOKEN = Credential(
    id="secret-dynatrace-token",
    title="Dynatrace token",
    service="Dynatrace",
    severity=Severity.HIGH,
    keywords=("dt0c01.", "dt0s", "dt0a01."),
    expression=token(r"dt0[a-z][0-9]{2}\.[0-9A-Z]{8,24}\.[0-9A-Z]{64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads or changes what its scopes name: metrics, logs, settings.",
    revoke="Delete it under Access tokens.",
    also=("dynatrace-api-token",),
    source="https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication",
    finds=(
        (
            "DT_API_TOKEN=dt0c01.COK·4PP1TLGB0XXQFQZKEVO1J.5NL·6VQ7IV2SMXAVHVSFCDV6BG9R5535ZTV8·UAS2R"
            "JUJ21T1PAANY2H282Y3GHRO5"
        ),
    ),
    ignores=(
        (
            "DT_API_TOKEN=dt0c01.ABC·DEFGHIJKLMNOPQRSTUVWX.ABC·DEFGHIJKLMNOPQRSTUVWXYZ012345678·9ABCD"
            "EFGHIJKLMNOPQRSTUVWXYZ01"
        ),
        "DT_API_TOKEN=dt0c01.8AT·3T2EVWV0Z.HDI·24KDHT9JOMB8OMFS7P4VDOAMLKF1H",
    ),
)
