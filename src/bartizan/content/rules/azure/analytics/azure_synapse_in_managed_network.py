"""Synapse runs in a network that data cannot leave."""

from bartizan.content.kinds.azure.analytics import SynapseWorkspace
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-synapse-in-managed-network",
    title="Synapse runs in a network that data cannot leave",
    severity=Severity.MEDIUM,
    every=SynapseWorkspace,
    must=SynapseWorkspace.managed_network & SynapseWorkspace.egress_limited,
    because="Whoever gets into a notebook copies the data to an account of their own.",
    fix=(
        "Set managed_virtual_network_enabled and data_exfiltration_protection_enabled to true when the "
        "workspace is made."
    ),
    serves=(
        "network-segmentation",
        "restricted-egress",
    ),
    also=(
        "CKV_AZURE_58",
        "CKV_AZURE_157",
        "AZU-0034",
        "AVD-AZU-0034",
        "azure-synapse-virtual-network-enabled",
    ),
    passes=[SynapseWorkspace(managed_network=True, egress_limited=True)],
    fails=[SynapseWorkspace(managed_network=True, egress_limited=False), SynapseWorkspace(managed_network=False)],
)
