"""Applications have no public endpoint."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-not-public",
    title="Applications have no public endpoint",
    severity=Severity.LOW,
    every=App,
    must=~App.public,
    because="An application for colleagues only is tried by everyone on the Internet.",
    fix="Set public_network_access_enabled to false and add an azurerm_private_endpoint.",
    serves=("no-public-service",),
    also=(
        "CKV_AZURE_221",
        "CKV_AZURE_222",
    ),
    passes=[App(public=False)],
    fails=[App(public=True)],
)
