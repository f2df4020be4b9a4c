"""Credentials of Confluent."""

from bartizan.content.credentials.spelling import after, dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CONFLUENT_SECRET = Credential(
    id="secret-confluent-secret",
    title="Confluent Cloud API secret",
    service="Confluent",
    severity=Severity.CRITICAL,
    keywords=("cflt",),
    expression=dashed(r"cflt[0-9A-Za-z+/]{60}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it and its key reads and writes topics, or manages clusters.",
    revoke="Delete it under API keys.",
    also=("confluent-secret-key",),
    source=(
        "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-ac"
        "counts/api-keys/overview.html"
    ),
    finds=("CONFLUENT_CLOUD_API_SECRET=cfltgHP·PC/xq7pzMzPtXBw4xOgdz7iuFaUmkB·/2TGTz+2Q5R3G6shJPXYMvZi5Z0",),
    ignores=(
        "CONFLUENT_CLOUD_API_SECRET=cflt012·3456789abcdefghijklmnopqrstuvw·xyzABCDEFGHIJKLMNOPQRSTUVWX",
        "CONFLUENT_CLOUD_API_SECRET=cfltav2·vn44gjUrOyzGoniSQHjyZ2YLfo8",
    ),
)

CONFLUENT_OLD_SECRET = Credential(
    id="secret-confluent-old-secret",
    title="Confluent Cloud API secret of the older form",
    service="Confluent",
    severity=Severity.CRITICAL,
    keywords=("confluent", "kafka"),
    expression=after(r"(?:confluent|kafka)[\w-]{0,20}?secret", "[0-9A-Zabd-z+/][0-9A-Za-z+/]{63}"),
    entropy=4.2,
    check="mixed",
    grants="Whoever holds it and its key reads and writes topics, or manages clusters.",
    revoke="Delete it under API keys.",
    also=("confluent-secret-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("KAFKA_API_SECRET=P4F·v87LjrnfMFR7vzI5VD0WzwVdXzhAR+A/·TbOd65OEQhciAnXstbIGhe/JaAuux",),
    ignores=(
        "KAFKA_SECRET_SHA256=826·05395d5e94fa204a89100c3de12db1cd·7f2735b5b92188b38190cd6282451",
        "KAFKA_API_SECRET=012·3456789abcdefghijklmnopqrstuvwxy·zABCDEFGHIJKLMNOPQRSTUVWXYZ01",
        "KAFKA_API_SECRET=vG7·oVdCfxXnwnI5anoijapLNa9aa8oOP",
    ),
)
