"""Stores of settings have no public endpoint."""

from bartizan.content.kinds.azure.integration import ConfigurationStore
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-appconfiguration-not-public",
    title="Stores of settings have no public endpoint",
    severity=Severity.MEDIUM,
    every=ConfigurationStore,
    must=~ConfigurationStore.public,
    because="A credential or key that leaks is then good from every address on the Internet.",
    fix="Set public_network_access to Disabled.",
    serves=("no-public-service",),
    also=("CKV_AZURE_185",),
    passes=[ConfigurationStore(public=False)],
    fails=[ConfigurationStore(public=True)],
)
