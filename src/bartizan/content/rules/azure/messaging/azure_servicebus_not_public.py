"""Queues and event hubs refuse networks that are not named."""

from bartizan.content.kinds.azure.messaging import MessagingNamespace
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-servicebus-not-public",
    title="Queues and event hubs refuse networks that are not named",
    severity=Severity.MEDIUM,
    every=MessagingNamespace,
    must=~MessagingNamespace.public,
    because="A credential or key that leaks is then good from every address on the Internet.",
    fix="Set public_network_access_enabled to false, or the default_action of the network rules to Deny.",
    serves=("no-public-service",),
    also=("CKV_AZURE_204",),
    passes=[MessagingNamespace(public=False)],
    fails=[MessagingNamespace(public=True)],
)
