"""What data factories do is kept in a repository."""

from bartizan.content.kinds.azure.analytics import DataFactory
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-datafactory-in-git",
    title="What data factories do is kept in a repository",
    severity=Severity.LOW,
    every=DataFactory,
    must=DataFactory.in_git,
    because="Changes to what moves your data are neither reviewed nor kept.",
    fix="Add github_configuration or vsts_configuration.",
    serves=("change-review",),
    also=(
        "CKV_AZURE_103",
        "CKV2_AZURE_15",
    ),
    passes=[DataFactory(in_git=True)],
    fails=[DataFactory(in_git=False)],
)
