"""Secrets are not sent elsewhere."""

from bartizan.content.kinds.pipelines.github import Step
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-no-secrets-sent-out",
    title="Secrets are not sent elsewhere",
    severity=Severity.HIGH,
    every=Step,
    must=~Step.sends_out,
    because="The secret leaves with the request, to wherever it leads.",
    fix="Remove the request, or use an action that signs in with OIDC.",
    serves=(
        "restricted-egress",
        "secrets-management",
    ),
    also=(
        "CKV_GHA_3",
        "CKV_GHA_4",
    ),
    passes=[Step(sends_out=False)],
    fails=[Step(sends_out=True)],
)
