"""Credentials of age."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

AGE_KEY = Credential(
    id="secret-age-key",
    title="age secret key",
    service="age",
    severity=Severity.HIGH,
    keywords=("age-secret-key-1",),
    expression=token(r"AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"),
    entropy=3.0,
    check="bech32",
    grants="Whoever holds it opens all files that were encrypted for it, those of SOPS among them.",
    revoke="Make a new key, encrypt again, and rotate what the files hold.",
    also=("age-secret-key",),
    source="https://github.com/C2SP/C2SP/blob/main/age.md",
    finds=(("# public key: age1...\nAGE-SECRET-KEY-12JR·0CCR0E3CRD9WYY8AX7JGH3S9ZW65ZDSMSWP6SUGX3V2N99T6Q4G5M5Y"),),
    ignores=(
        "AGE-SECRET-KEY-1DHT·TV02IIOXED7A57KWZEGQ1NX5R5R0Y·TBK3B6RC5SORKE8ZLP3T0UW3B8",
        ("# public key: age1...\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
        "# public key: age1...\nAGE-SECRET-KEY-1QUU·Q75JSD6GD3W3FJ5T0",
    ),
)
