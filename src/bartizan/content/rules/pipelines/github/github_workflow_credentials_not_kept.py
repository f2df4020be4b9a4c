"""Checkouts do not keep the token."""

from bartizan.content.kinds.pipelines.github import Step
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-credentials-not-kept",
    title="Checkouts do not keep the token",
    severity=Severity.LOW,
    every=Step,
    must=~Step.keeps_credentials,
    because="Every later step, and every artifact with the work tree in it, has the token.",
    fix="Set persist-credentials: false.",
    serves=(
        "secrets-management",
        "pipeline-least-privilege",
    ),
    passes=[Step(keeps_credentials=False)],
    fails=[Step(keeps_credentials=True)],
)
