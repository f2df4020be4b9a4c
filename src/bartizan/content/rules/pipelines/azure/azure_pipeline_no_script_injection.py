"""Text of strangers does not become part of an Azure script."""

from bartizan.content.kinds.pipelines.azure import AzureStep
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-pipeline-no-script-injection",
    title="Text of strangers does not become part of an Azure script",
    severity=Severity.HIGH,
    every=AzureStep,
    must=~AzureStep.injects,
    because="A commit message or branch name with a command in it is run, with the secrets of the job.",
    fix="Map the variable in env, and use it as $NAME in the script.",
    serves=("no-untrusted-code-in-pipeline",),
    passes=[AzureStep(injects=False)],
    fails=[AzureStep(injects=True)],
)
