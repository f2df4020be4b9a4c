"""Credentials of Neon."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

NEON_KEY = Credential(
    id="secret-neon-key",
    title="Neon API key",
    service="Neon",
    severity=Severity.CRITICAL,
    keywords=("napi_",),
    expression=token(r"napi_[0-9a-z]{64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it manages all databases of the account.",
    revoke="Revoke it in the account settings.",
    source="https://neon.com/docs/manage/api-keys",
    finds=("NEON_API_KEY=napi_tv1·0hacerau3241ympg3cuavmu095c3jlsz·cdoqaknulmdpyf060n3tmh3ckpap0",),
    ignores=(
        "NEON_API_KEY=napi_abc·defghijklmnopqrstuvwxyz012345678·9abcdefghijklmnopqrstuvwxyz01",
        "NEON_API_KEY=napi_e85·kdlyycf7jbesi9fry5o2bvg4l2zik",
    ),
)

NEON_PASSWORD = Credential(
    id="secret-neon-password",
    title="Neon database password",
    service="Neon",
    severity=Severity.CRITICAL,
    keywords=("npg_",),
    expression=token(r"npg_[0-9A-Za-z]{12}"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it and the name of the role connects to the database from anywhere.",
    revoke="Reset the password of the role.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("postgresql:·//keeper:npg_qGp·TAff3lTKn@ep-quiet-sea-a1b2c3.eu-central-1.aws.neon.tech/lights",),
    ignores=(
        "postgresql:·//keeper:npg_012·3456789ab@ep-quiet-sea-a1b2c3.eu-central-1.aws.neon.tech/lights",
        "postgresql:·//keeper:npg_bvC·lJ8@ep-quiet-sea-a1b2c3.eu-central-1.aws.neon.tech/lights",
    ),
)
