"""Secrets of the provider are not written in code."""

from bartizan.content.kinds.azure.terraform_provider import Provider
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-provider-no-secrets-in-code",
    title="Secrets of the provider are not written in code",
    severity=Severity.HIGH,
    every=Provider,
    must=~Provider.literal_secret,
    because="Whoever can read the repository may do in Azure what Terraform may.",
    fix="Use OpenID Connect (use_oidc), a managed identity, or the environment variable ARM_CLIENT_SECRET.",
    serves=("secrets-not-in-code",),
    passes=[Provider(literal_secret=False)],
    fails=[Provider(literal_secret=True)],
)
