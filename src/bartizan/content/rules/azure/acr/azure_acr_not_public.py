"""Registries refuse networks that are not named."""

from bartizan.content.kinds.azure.acr_registry import Registry
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-acr-not-public",
    title="Registries refuse networks that are not named",
    severity=Severity.MEDIUM,
    every=Registry,
    must=~Registry.public,
    because="A credential that leaks is then good from every address on the Internet.",
    fix="Set public_network_access_enabled to false, or network_rule_set.default_action to Deny.",
    serves=("no-public-service",),
    also=("CKV_AZURE_139",),
    passes=[Registry(public=False)],
    fails=[Registry(public=True)],
)
