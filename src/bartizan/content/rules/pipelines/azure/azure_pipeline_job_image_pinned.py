"""Containers of Azure jobs have a tag other than latest."""

from bartizan.content.kinds.pipelines.azure import AzureJob
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-pipeline-job-image-pinned",
    title="Containers of Azure jobs have a tag other than latest",
    severity=Severity.LOW,
    every=AzureJob,
    must=AzureJob.image_tagged,
    because="What latest means changes without a change to the file.",
    fix="Name a version, or better a digest.",
    serves=("supply-chain-pinning",),
    also=(
        "CKV_AZUREPIPELINES_1",
        "CKV_AZUREPIPELINES_2",
        "CKV_AZUREPIPELINES_5",
    ),
    passes=[AzureJob(image_tagged=True)],
    fails=[AzureJob(image_tagged=False)],
)
