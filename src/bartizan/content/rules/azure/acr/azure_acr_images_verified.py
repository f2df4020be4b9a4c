"""Registries hold back images that nobody has looked at."""

from bartizan.content.kinds.azure.acr_registry import Registry
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-acr-images-verified",
    title="Registries hold back images that nobody has looked at",
    severity=Severity.LOW,
    every=Registry,
    must=Registry.quarantined,
    because="An image with known faults or malware is run before a scan could tell.",
    fix="Set quarantine_policy_enabled to true.",
    serves=(
        "image-provenance",
        "vulnerability-scanning",
    ),
    also=(
        "CKV_AZURE_163",
        "CKV_AZURE_164",
        "CKV_AZURE_166",
    ),
    passes=[Registry(quarantined=True)],
    fails=[Registry(quarantined=False)],
)
