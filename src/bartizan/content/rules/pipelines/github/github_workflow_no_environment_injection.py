"""Text of strangers does not set the environment of later steps."""

from bartizan.content.kinds.pipelines.github import Step
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-no-environment-injection",
    title="Text of strangers does not set the environment of later steps",
    severity=Severity.HIGH,
    every=Step,
    must=~Step.injects_environment,
    because="A line more in the text sets a variable such as LD_PRELOAD for every step that follows.",
    fix="Check the value before it is written to GITHUB_ENV or GITHUB_PATH.",
    serves=("no-untrusted-code-in-pipeline",),
    passes=[Step(injects_environment=False)],
    fails=[Step(injects_environment=True)],
)
