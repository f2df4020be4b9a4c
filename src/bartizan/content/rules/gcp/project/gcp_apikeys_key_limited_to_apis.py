"""API keys are good for certain APIs only."""

from bartizan.content.kinds.gcp.project import ApiKey
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-apikeys-key-limited-to-apis",
    title="API keys are good for certain APIs only",
    severity=Severity.MEDIUM,
    every=ApiKey,
    must=ApiKey.limits_apis,
    because="A key that is found opens every API that the project has on.",
    fix="Set restrictions.api_targets.",
    serves=(
        "api-authentication",
        "least-privilege",
    ),
    passes=[ApiKey(limits_apis=True)],
    fails=[ApiKey(limits_apis=False)],
)
