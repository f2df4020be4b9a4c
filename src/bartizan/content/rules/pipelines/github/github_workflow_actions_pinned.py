"""Actions are named by commit."""

from bartizan.content.kinds.pipelines.github import Step
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-actions-pinned",
    title="Actions are named by commit",
    severity=Severity.MEDIUM,
    every=Step,
    must=Step.pinned,
    because="Whoever can move the tag runs code in your pipeline, with its secrets.",
    fix="Name the 40 digits of the commit, with the version in a comment.",
    serves=("supply-chain-pinning",),
    passes=[Step(pinned=True)],
    fails=[Step(pinned=False)],
)
