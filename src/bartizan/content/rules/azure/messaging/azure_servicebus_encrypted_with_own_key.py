"""Queues and event hubs are encrypted with a key of your own."""

from bartizan.content.kinds.azure.messaging import MessagingNamespace
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-servicebus-encrypted-with-own-key",
    title="Queues and event hubs are encrypted with a key of your own",
    severity=Severity.LOW,
    every=MessagingNamespace,
    must=MessagingNamespace.own_key,
    because="Only with a key of your own can you cut off access to the data, and see who used it.",
    fix="Add customer_managed_key.",
    serves=("customer-managed-keys",),
    also=(
        "CKV_AZURE_199",
        "CKV_AZURE_201",
        "CKV_AZURE_202",
    ),
    passes=[MessagingNamespace(own_key=True)],
    fails=[MessagingNamespace(own_key=False)],
)
