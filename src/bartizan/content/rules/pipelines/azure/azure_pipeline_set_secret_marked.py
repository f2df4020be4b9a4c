"""Secrets that a step sets are marked."""

from bartizan.content.kinds.pipelines.azure import AzureStep
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-pipeline-set-secret-marked",
    title="Secrets that a step sets are marked",
    severity=Severity.MEDIUM,
    every=AzureStep,
    must=~AzureStep.unmarked_secret,
    because="The value is printed in the log of every later step.",
    fix="Add issecret=true.",
    serves=("secrets-management",),
    also=("CKV_AZUREPIPELINES_3",),
    passes=[AzureStep(unmarked_secret=False)],
    fails=[AzureStep(unmarked_secret=True)],
)
