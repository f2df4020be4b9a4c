"""Functions ask their callers who they are."""

from bartizan.content.kinds.gcp.serverless import Function
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-functions-not-public",
    title="Functions ask their callers who they are",
    severity=Severity.MEDIUM,
    every=Function,
    must=~Function.public,
    because="Everyone on the Internet can call the function.",
    fix="Remove allUsers from the invoker grant.",
    serves=(
        "no-public-service",
        "api-authentication",
    ),
    also=("CKV_GCP_107",),
    passes=[Function(public=False)],
    fails=[Function(public=True)],
)
