"""Machine learning workspaces have no public endpoint."""

from bartizan.content.kinds.azure.ml_workspace import MlWorkspace
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-ml-workspace-not-public",
    title="Machine learning workspaces have no public endpoint",
    severity=Severity.MEDIUM,
    every=MlWorkspace,
    must=~MlWorkspace.public,
    because="A credential or key that leaks is then good from every address on the Internet.",
    fix="Set public_network_access_enabled to false and add an azurerm_private_endpoint.",
    serves=(
        "no-public-service",
        "ai-data-protection",
    ),
    also=(
        "CKV_AZURE_144",
        "CKV_AZURE_243",
        "CKV2_AZURE_49",
        "CKV2_AZURE_50",
    ),
    passes=[MlWorkspace(public=False)],
    fails=[MlWorkspace(public=True)],
)
