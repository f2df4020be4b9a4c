"""Workflows with secrets do not take the code of strangers."""

from bartizan.content.kinds.pipelines.github import Step
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-no-untrusted-checkout",
    title="Workflows with secrets do not take the code of strangers",
    severity=Severity.CRITICAL,
    every=Step,
    must=~Step.untrusted_checkout,
    because="The code of a pull request from anybody runs with the secrets and the write token of the repository.",
    fix="Use pull_request, or do not check out the head of the pull request.",
    serves=("no-untrusted-code-in-pipeline",),
    passes=[Step(untrusted_checkout=False)],
    fails=[Step(untrusted_checkout=True)],
)
