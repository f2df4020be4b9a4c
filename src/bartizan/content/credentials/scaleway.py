"""Credentials of Scaleway."""

from bartizan.content.credentials.spelling import UUID, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SCALEWAY_SECRET = Credential(
    id="secret-scaleway-secret",
    title="Scaleway secret key",
    service="Scaleway",
    severity=Severity.CRITICAL,
    keywords=("scw_", "scaleway"),
    expression=after(r"(?:scw|scaleway)[\w-]{0,12}?secret[\w-]{0,12}", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it acts as a user or application, within its policies.",
    revoke="Delete the API key in the IAM settings.",
    source="https://www.scaleway.com/en/docs/iam/concepts/",
    finds=("SCW_SECRET_KEY=0ca96·477-dad1-4820-aadb·-c14e3c1e393b",),
    ignores=(
        "SCW_DEFAULT_ORGANIZATION_ID=5d8c4·e1f-06e0-4cbb-a1ac·-7d34b922e9c5",
        "SC·W_SECRET_KEY=00000000-0000-0000-0000-000000000000",
        "SCW_SECRET_KEY=838d7·ebc-31ca-4dce-afd2-504493e",
        "etag: 0fa8a·d76-d88c-4bd3-ae4f·-645f4fa66a47",
    ),
)
