"""Queues and event hubs do not accept keys."""

from bartizan.content.kinds.azure.messaging import MessagingNamespace
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-servicebus-no-local-keys",
    title="Queues and event hubs do not accept keys",
    severity=Severity.LOW,
    every=MessagingNamespace,
    must=~MessagingNamespace.local_keys,
    because="A key has no owner and stays good until somebody changes it; nobody can tell who used it.",
    fix="Set local_auth_enabled (local_authentication_enabled) to false and give roles to identities.",
    serves=("strong-authentication",),
    also=("CKV_AZURE_203",),
    passes=[MessagingNamespace(local_keys=False)],
    fails=[MessagingNamespace(local_keys=True)],
)
