"""Credentials of Aiven."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

AIVEN_TOKEN = Credential(
    id="secret-aiven-token",
    title="Aiven token",
    service="Aiven",
    severity=Severity.CRITICAL,
    keywords=("aivenv1", "aiven"),
    expression=dashed(r"aivenv1_?[0-9A-Za-z+/=]{100,400}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it manages the services of the user.",
    revoke="Revoke it under User information, Tokens.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "AIVEN_TOKEN=aivenv16Fo·j7sjwJS374T/AGsos31IjmQ5j0MqYhmX4sKtoCgEBxw14d631iC/M40h/xTrHy6pF"
            "4wV5aX/cBlujB73U98zlHGimHE9FMyaZlXKkd+gKhpRiTJBqwMe0JVMfgUzlpoA3XLaNowbQgsVUmpU5TFOTI·tN"
            "R8I9ymlz74wn2PlZH1yOLjBSzFYG7krZdZpv8SXdc1JaXwAPp1a7CFhNUFBXZ4Up00xVuS/92JKfvnknfM8lDr4p"
            "dKP1VKW6QLR/sSOZtIH+5T163lE17kmgUO5iGVkBrdOhTVzpNhIsKkfsg"
        ),
    ),
    ignores=(
        (
            "AIVEN_TOKEN=aivenv1012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
            "6789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrs·tu"
            "vwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTU"
            "VWXYZ0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP"
        ),
    ),
)

AIVEN_PASSWORD = Credential(
    id="secret-aiven-password",
    title="Aiven service password",
    service="Aiven",
    severity=Severity.CRITICAL,
    keywords=("avns_",),
    expression=dashed(r"AVNS_[0-9A-Za-z_-]{19}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it and reaches the service is its administrator.",
    revoke="Reset the password of the user of the service.",
    source="https://aiven.io/docs/platform",
    finds=("postgres:·//avnadmin:AVNS_Lzj·CY-86ecjFTN473A8@pg-harbour.aivencloud.com:12345/defaultdb",),
    ignores=(
        "postgres:·//avnadmin:AVNS_012·3456789abcdefghi@pg-harbour.aivencloud.com:12345/defaultdb",
        "postgres:·//avnadmin:AVNS_KCZ·6fE687@pg-harbour.aivencloud.com:12345/defaultdb",
    ),
)
