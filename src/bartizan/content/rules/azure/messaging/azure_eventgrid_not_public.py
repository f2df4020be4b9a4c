"""Event topics have no public endpoint."""

from bartizan.content.kinds.azure.messaging import EventTopic
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-eventgrid-not-public",
    title="Event topics have no public endpoint",
    severity=Severity.MEDIUM,
    every=EventTopic,
    must=~EventTopic.public,
    because="A credential or key that leaks is then good from every address on the Internet.",
    fix="Set public_network_access_enabled to false and add an azurerm_private_endpoint.",
    serves=("no-public-service",),
    also=(
        "CKV_AZURE_106",
        "CKV_AZURE_193",
    ),
    passes=[EventTopic(public=False)],
    fails=[EventTopic(public=True)],
)
