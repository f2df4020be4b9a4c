"""Machines do not take packets for others."""

from bartizan.content.kinds.azure.network_interface import Interface
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-network-interface-no-forwarding",
    title="Machines do not take packets for others",
    severity=Severity.MEDIUM,
    every=Interface,
    must=~Interface.forwards,
    because="A machine that is broken into can take and lead on traffic of others.",
    fix="Remove ip_forwarding_enabled (enable_ip_forwarding).",
    serves=("network-segmentation",),
    also=(
        "CKV_AZURE_118",
        "AZU-0075",
        "AVD-AZU-0075",
        "azure-network-network-ip-forwarding-enabled",
    ),
    passes=[Interface(forwards=False)],
    fails=[Interface(forwards=True)],
)
