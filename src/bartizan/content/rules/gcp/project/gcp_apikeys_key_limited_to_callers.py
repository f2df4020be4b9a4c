"""API keys are good for certain callers only."""

from bartizan.content.kinds.gcp.project import ApiKey
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-apikeys-key-limited-to-callers",
    title="API keys are good for certain callers only",
    severity=Severity.MEDIUM,
    every=ApiKey,
    must=ApiKey.limits_callers,
    because="A key that is found in a page or an application can be used by anybody, on your bill.",
    fix="Set browser, server, Android or iOS restrictions.",
    serves=(
        "api-authentication",
        "least-privilege",
    ),
    passes=[ApiKey(limits_callers=True)],
    fails=[ApiKey(limits_callers=False)],
)
