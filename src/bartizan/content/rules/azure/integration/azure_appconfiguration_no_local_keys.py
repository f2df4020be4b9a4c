"""Stores of settings do not accept keys."""

from bartizan.content.kinds.azure.integration import ConfigurationStore
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-appconfiguration-no-local-keys",
    title="Stores of settings do not accept keys",
    severity=Severity.LOW,
    every=ConfigurationStore,
    must=~ConfigurationStore.local_keys,
    because="A key has no owner and stays good until somebody changes it; nobody can tell who used it.",
    fix="Set local_auth_enabled to false and give roles to identities.",
    serves=(
        "strong-authentication",
        "deletion-protection",
    ),
    also=(
        "CKV_AZURE_184",
        "CKV_AZURE_186",
        "CKV_AZURE_187",
        "CKV_AZURE_188",
    ),
    passes=[ConfigurationStore(local_keys=False)],
    fails=[ConfigurationStore(local_keys=True)],
)
