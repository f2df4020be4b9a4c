"""Credentials of Railway."""

from bartizan.content.credentials.spelling import UUID, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

RAILWAY_TOKEN = Credential(
    id="secret-railway-token",
    title="Railway token",
    service="Railway",
    severity=Severity.HIGH,
    keywords=("railway",),
    expression=keyed("railway", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it deploys the project and reads its variables.",
    revoke="Delete it in the settings of the project or the account.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("RAILWAY_TOKEN=cca48·009-69b2-4b88-a587·-c62cbb644a90",),
    ignores=(
        "RAI·LWAY_TOKEN=00000000-0000-0000-0000-000000000000",
        "RAILWAY_TOKEN=99dff·773-acb2-46bd-adb1-bd69e6e",
        "etag: 10717·da9-c773-4bf3-a5a3·-689e568d1f4d",
    ),
)
