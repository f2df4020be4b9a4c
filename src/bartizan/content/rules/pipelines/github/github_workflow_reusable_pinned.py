"""Reusable workflows of others are named by commit."""

from bartizan.content.kinds.pipelines.github import Job
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-reusable-pinned",
    title="Reusable workflows of others are named by commit",
    severity=Severity.MEDIUM,
    every=Job,
    must=Job.call_pinned,
    because="Whoever can move the branch or tag runs code in your pipeline, with its secrets.",
    fix="Name the 40 digits of the commit.",
    serves=("supply-chain-pinning",),
    passes=[Job(call_pinned=True)],
    fails=[Job(call_pinned=False)],
)
