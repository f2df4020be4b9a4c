"""Output does not set variables."""

from bartizan.content.kinds.pipelines.github import Workflow
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-no-unsafe-commands",
    title="Output does not set variables",
    severity=Severity.HIGH,
    every=Workflow,
    must=~Workflow.unsafe_commands,
    because="Whatever is printed, also by strangers, can set variables and paths of later steps.",
    fix="Remove ACTIONS_ALLOW_UNSECURE_COMMANDS.",
    serves=("no-untrusted-code-in-pipeline",),
    also=("CKV_GHA_1",),
    passes=[Workflow(unsafe_commands=False)],
    fails=[Workflow(unsafe_commands=True)],
)
