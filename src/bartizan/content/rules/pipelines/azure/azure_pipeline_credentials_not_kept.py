"""Azure checkouts do not keep the token."""

from bartizan.content.kinds.pipelines.azure import AzureStep
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-pipeline-credentials-not-kept",
    title="Azure checkouts do not keep the token",
    severity=Severity.LOW,
    every=AzureStep,
    must=~AzureStep.keeps_credentials,
    because="Every later step, and every artifact with the work tree in it, has the token.",
    fix="Remove persistCredentials.",
    serves=(
        "secrets-management",
        "pipeline-least-privilege",
    ),
    passes=[AzureStep(keeps_credentials=False)],
    fails=[AzureStep(keeps_credentials=True)],
)
