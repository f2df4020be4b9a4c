"""Cloud Run services ask their callers who they are."""

from bartizan.content.kinds.gcp.serverless import RunService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-run-service-not-public",
    title="Cloud Run services ask their callers who they are",
    severity=Severity.MEDIUM,
    every=RunService,
    must=~RunService.public,
    because="Everyone on the Internet can call the service.",
    fix="Remove allUsers from the invoker grant; put a gateway or load balancer with authentication before it.",
    serves=(
        "no-public-service",
        "api-authentication",
    ),
    also=("CKV_GCP_102",),
    passes=[RunService(public=False)],
    fails=[RunService(public=True)],
)
