"""Credentials of Infisical."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

INFISICAL_TOKEN = Credential(
    id="secret-infisical-token",
    title="Infisical service token",
    service="Infisical",
    severity=Severity.CRITICAL,
    keywords=("infisical",),
    expression=token(r"st\.[0-9a-f]{24}\.[0-9a-f]{32}\.[0-9a-f]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads the secrets of an environment.",
    revoke="Delete it in the access settings of the project, and rotate what it could read.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "INFISICAL_TOKEN=st.b3d·00a0fb87df26f5eee2541.fc4·1fe488dc738b5e1d1a6ed59a98c47.fa5·066e3"
            "68f2add4b29bb84336aaecc5"
        ),
    ),
    ignores=(
        (
            "INFISICAL_TOKEN=st.012·3456789abcdef01234567.012·3456789abcdef0123456789abcdef.012·34567"
            "89abcdef0123456789abcdef"
        ),
        "INFISICAL_TOKEN=st.319·d865f98d6.5ff·ab4ee93ba7085.9fa·e031522a61c6c",
    ),
)
