"""Text of strangers does not become part of a script."""

from bartizan.content.kinds.pipelines.github import Step
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="github-workflow-no-script-injection",
    title="Text of strangers does not become part of a script",
    severity=Severity.HIGH,
    every=Step,
    must=~Step.injects,
    because="A title or branch name with a quote and a command in it is run, with the secrets of the job.",
    fix='Put the value into env, and use "$NAME" in the script.',
    serves=("no-untrusted-code-in-pipeline",),
    also=("CKV_GHA_2",),
    passes=[Step(injects=False)],
    fails=[Step(injects=True)],
)
