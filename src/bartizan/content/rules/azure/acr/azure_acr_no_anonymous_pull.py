"""Registries do not give images to everyone."""

from bartizan.content.kinds.azure.acr_registry import Registry
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-acr-no-anonymous-pull",
    title="Registries do not give images to everyone",
    severity=Severity.HIGH,
    every=Registry,
    must=~Registry.anonymous_pull,
    because="Everyone can read your images, and with them code and forgotten secrets.",
    fix="Remove anonymous_pull_enabled.",
    serves=(
        "no-anonymous-access",
        "no-public-data",
    ),
    also=("CKV_AZURE_138",),
    passes=[Registry(anonymous_pull=False)],
    fails=[Registry(anonymous_pull=True)],
)
