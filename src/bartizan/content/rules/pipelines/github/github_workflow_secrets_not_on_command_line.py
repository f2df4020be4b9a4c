"""Secrets do not become part of a script."""

from bartizan.content.kinds.pipelines.github import Step
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-secrets-not-on-command-line",
    title="Secrets do not become part of a script",
    severity=Severity.LOW,
    every=Step,
    must=~Step.secrets_on_command_line,
    because="A secret with a quote in it breaks out of the script, and the command line is seen by every process.",
    fix='Put the secret into env, and use "$NAME" in the script.',
    serves=("secrets-management",),
    passes=[Step(secrets_on_command_line=False)],
    fails=[Step(secrets_on_command_line=True)],
)
