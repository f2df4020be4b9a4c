"""Queues and event hubs need TLS 1.2 or later."""

from bartizan.content.kinds.azure.messaging import MessagingNamespace
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-servicebus-strong-tls",
    title="Queues and event hubs need TLS 1.2 or later",
    severity=Severity.MEDIUM,
    every=MessagingNamespace,
    must=MessagingNamespace.strong_tls,
    because="Older versions of TLS can be broken by who listens in.",
    fix="Set minimum_tls_version to 1.2.",
    serves=("strong-tls",),
    also=(
        "CKV_AZURE_205",
        "CKV_AZURE_223",
    ),
    passes=[MessagingNamespace(strong_tls=True)],
    fails=[MessagingNamespace(strong_tls=False)],
)
