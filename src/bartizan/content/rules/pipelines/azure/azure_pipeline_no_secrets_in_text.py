"""Azure pipelines hold no secrets."""

from bartizan.content.kinds.pipelines.azure import AzureJob
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-pipeline-no-secrets-in-text",
    title="Azure pipelines hold no secrets",
    severity=Severity.HIGH,
    every=AzureJob,
    must=~AzureJob.literal_secrets,
    because="Whoever can read the repository has the secret.",
    fix="Use a secret variable, a variable group or Key Vault.",
    serves=("secrets-not-in-code",),
    passes=[AzureJob(literal_secrets=False)],
    fails=[AzureJob(literal_secrets=True)],
)
