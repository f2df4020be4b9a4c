"""Workflows hold no secrets."""

from bartizan.content.kinds.pipelines.github import Step
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-no-secrets-in-text",
    title="Workflows hold no secrets",
    severity=Severity.HIGH,
    every=Step,
    must=~Step.literal_secrets,
    because="Whoever can read the repository has the secret.",
    fix="Use ${{ secrets.NAME }}, or better OIDC.",
    serves=("secrets-not-in-code",),
    passes=[Step(literal_secrets=False)],
    fails=[Step(literal_secrets=True)],
)
