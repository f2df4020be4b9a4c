"""Conditions do not trust the last actor."""

from bartizan.content.kinds.pipelines.github import Job
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-bot-check-sound",
    title="Conditions do not trust the last actor",
    severity=Severity.MEDIUM,
    every=Job,
    must=~Job.trusts_actor,
    because="Somebody can have the bot act last on a pull request that is theirs.",
    fix="Compare github.event.pull_request.user.login instead.",
    serves=("no-untrusted-code-in-pipeline",),
    passes=[Job(trusts_actor=False)],
    fails=[Job(trusts_actor=True)],
)
