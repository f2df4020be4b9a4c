"""Synapse workspaces are encrypted with a key of your own."""

from bartizan.content.kinds.azure.analytics import SynapseWorkspace
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-synapse-encrypted-with-own-key",
    title="Synapse workspaces are encrypted with a key of your own",
    severity=Severity.LOW,
    every=SynapseWorkspace,
    must=SynapseWorkspace.own_key,
    because="Only with a key of your own can you cut off access to the data, and see who used it.",
    fix="Add customer_managed_key.",
    serves=(
        "customer-managed-keys",
        "encryption-at-rest",
    ),
    also=(
        "CKV_AZURE_240",
        "CKV_AZURE_241",
        "CKV_AZURE_242",
    ),
    passes=[SynapseWorkspace(own_key=True)],
    fails=[SynapseWorkspace(own_key=False)],
)
