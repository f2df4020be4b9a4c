"""Secrets are handed over one by one."""

from bartizan.content.kinds.pipelines.github import Job
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-secrets-not-inherited",
    title="Secrets are handed over one by one",
    severity=Severity.LOW,
    every=Job,
    must=~Job.inherits_secrets,
    because="The workflow that is called gets every secret of the repository.",
    fix="Name the secrets it needs.",
    serves=(
        "pipeline-least-privilege",
        "secrets-management",
    ),
    passes=[Job(inherits_secrets=False)],
    fails=[Job(inherits_secrets=True)],
)
