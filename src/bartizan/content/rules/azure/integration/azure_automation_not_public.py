"""Automation accounts have no public endpoint."""

from bartizan.content.kinds.azure.integration import AutomationAccount
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-automation-not-public",
    title="Automation accounts have no public endpoint",
    severity=Severity.MEDIUM,
    every=AutomationAccount,
    must=~AutomationAccount.public,
    because="A credential or key that leaks is then good from every address on the Internet.",
    fix="Set public_network_access_enabled to false.",
    serves=(
        "no-public-service",
        "service-identity",
    ),
    also=(
        "CKV2_AZURE_24",
        "CKV2_AZURE_36",
    ),
    passes=[AutomationAccount(public=False)],
    fails=[AutomationAccount(public=True)],
)
