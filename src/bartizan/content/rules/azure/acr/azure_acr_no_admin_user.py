"""Registries have no administrator with a password."""

from bartizan.content.kinds.azure.acr_registry import Registry
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-acr-no-admin-user",
    title="Registries have no administrator with a password",
    severity=Severity.MEDIUM,
    every=Registry,
    must=~Registry.admin_user,
    because="Everyone shares one password that may change every image.",
    fix="Remove admin_enabled; give roles such as AcrPull to identities.",
    serves=(
        "no-default-accounts",
        "strong-authentication",
    ),
    also=("CKV_AZURE_137",),
    passes=[Registry(admin_user=False)],
    fails=[Registry(admin_user=True)],
)
