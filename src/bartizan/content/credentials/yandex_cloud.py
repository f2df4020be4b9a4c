"""Credentials of Yandex Cloud."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

YANDEX_API_KEY = Credential(
    id="secret-yandex-api-key",
    title="Yandex Cloud API key",
    service="Yandex Cloud",
    severity=Severity.HIGH,
    keywords=("aqvn",),
    expression=dashed(r"AQVN[0-9A-Za-z_-]{35,38}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it acts as a service account in the services that take keys.",
    revoke="Delete the key of the service account.",
    also=("yandex-api-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("YC_API_KEY=AQVNAw4·aAHDz8N5L2lWnYyMCX·dYDRTNU2ZKLHhrK",),
    ignores=(
        "YC_API_KEY=AQVN012·3456789abcdefghijk·lmnopqrstuvwxyz",
        "YC_API_KEY=AQVNwoe·_h4zOOQfBRx0SuZ",
    ),
)

YANDEX_STORAGE_SECRET = Credential(
    id="secret-yandex-storage-secret",
    title="Yandex Cloud static access key",
    service="Yandex Cloud",
    severity=Severity.HIGH,
    keywords=("ycaje",),
    expression=dashed(r"YCAJE[0-9A-Za-z_-]{20}"),
    entropy=3.5,
    check="random",
    grants=("Whoever holds it and its secret reads and writes what the service account may in storage and queues."),
    revoke="Delete the static key of the service account.",
    also=("yandex-aws-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("aws_access_key_id = YCAJEj2G·kRaX3xLU5TO4oCeft",),
    ignores=(
        "aws_access_key_id = YCAJE012·3456789abcdefghij",
        "aws_access_key_id = YCAJEfYt·F3pg8jV",
    ),
)

YANDEX_IAM_TOKEN = Credential(
    id="secret-yandex-iam-token",
    title="Yandex Cloud IAM token",
    service="Yandex Cloud",
    severity=Severity.MEDIUM,
    keywords=("t1.",),
    expression=dashed(r"t1\.[A-Z0-9a-z_-]{15,300}={0,2}\.[A-Z0-9a-z_-]{86}={0,2}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it acts as a user or service account for up to twelve hours.",
    revoke="Find out what printed it; it ends by itself.",
    also=("yandex-access-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "Authorization: Bearer t1.5tB·zYFkZETEqIUk5vEdhvP6HztbooVNSqThuriF0kKPQec5NZh-o4bkUBfqCzE"
            "g·zuMGwcHKw_aluEnUq86ktmb6C2NLeRXH0H_hxoqVG98gVFLoAC9Tq50PO.zED·2rvm3bdY9Mxm1eUyvqPCQa8c"
            "djks7jbXQSBxoefLku3·BNqIGaMfU4QLbB06GEKkXN7SHr0va8VpfkjwcN84"
        ),
    ),
    ignores=(
        (
            "Authorization: Bearer t1.012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
            "0·123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV.012·3456789abcdefghijklmnopq"
            "rstuvwxyzABCDEFGHIJ·KLMNOPQRSTUVWXYZ0123456789abcdefghijklmn"
        ),
        (
            "Authorization: Bearer t1.CJ2·feomzVzJnOi9Jus_YBTeC5jbRxiXo9·YfIeDZ1sTLbPqruVrfLSh00vqMb."
            "u6s·e7h4pj1G_ALARtbv0ooUx·rACq4ZyB-NeEQdQQ2U8"
        ),
    ),
)
