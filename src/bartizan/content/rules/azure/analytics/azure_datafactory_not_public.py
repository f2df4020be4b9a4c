"""Data factories have no public endpoint."""

from bartizan.content.kinds.azure.analytics import DataFactory
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-datafactory-not-public",
    title="Data factories have no public endpoint",
    severity=Severity.MEDIUM,
    every=DataFactory,
    must=~DataFactory.public,
    because="A credential or key that leaks is then good from every address on the Internet.",
    fix="Set public_network_enabled to false.",
    serves=("no-public-service",),
    also=(
        "CKV_AZURE_104",
        "AZU-0035",
        "AVD-AZU-0035",
        "azure-datafactory-no-public-access",
    ),
    passes=[DataFactory(public=False)],
    fails=[DataFactory(public=True)],
)
