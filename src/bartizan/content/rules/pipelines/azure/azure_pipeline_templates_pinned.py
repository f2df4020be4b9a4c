"""Other repositories of Azure pipelines are named by tag or commit."""

from bartizan.content.kinds.pipelines.azure import AzureRepository
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-pipeline-templates-pinned",
    title="Other repositories of Azure pipelines are named by tag or commit",
    severity=Severity.MEDIUM,
    every=AzureRepository,
    must=AzureRepository.pinned,
    because="Whoever can push to the branch runs code in your pipeline, with its secrets.",
    fix="Set ref to refs/tags/... or a commit.",
    serves=("supply-chain-pinning",),
    passes=[AzureRepository(pinned=True)],
    fails=[AzureRepository(pinned=False)],
)
