"""Credentials of Mapbox."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

MAPBOX_SECRET_TOKEN = Credential(
    id="secret-mapbox-secret-token",
    title="Mapbox secret token",
    service="Mapbox",
    severity=Severity.MEDIUM,
    keywords=("sk.eyj",),
    expression=dashed(r"sk\.eyJ[0-9A-Za-z_-]{60,120}\.[0-9A-Za-z_-]{22}"),
    entropy=3.0,
    check="base64-json",
    grants="Whoever holds it uses and changes what its scopes name, at the cost of the account.",
    revoke="Delete it under Access tokens.",
    also=("mapbox-api-token",),
    source="https://docs.mapbox.com/help/glossary/access-token/",
    finds=(
        (
            "MAPBOX_TOKEN=sk.ey·J1IjoiaGFyYm91ci1saWdodHMiLCJhIjoiY2xyM2ZkZGR4cXZldHY1cGlqZXJvMXI0ZCJ"
            "9.QEM·rpMFI3g-R3AtMKf7R8N"
        ),
    ),
    ignores=(
        ("sk.eyJXFY·5nOLHSHBYUOJHyudiM4X9XKAIiMiOmBKYYE·peGdf9Uz7Cm4j47QN6mqiuFG6xXK69i5.5mx·zWJcx0tGQu9gN9YtIPj"),
    ),
)
