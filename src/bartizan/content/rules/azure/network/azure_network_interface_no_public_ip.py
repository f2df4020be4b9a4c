"""Machines have no public address."""

from bartizan.content.kinds.azure.network_interface import Interface
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-network-interface-no-public-ip",
    title="Machines have no public address",
    severity=Severity.MEDIUM,
    every=Interface,
    must=~Interface.public,
    because="Everything that listens on the machine is one security rule away from the Internet.",
    fix="Remove public_ip_address_id; use a load balancer, a NAT gateway and Bastion.",
    serves=("no-public-service",),
    also=(
        "CKV_AZURE_119",
        "CKV2_AZURE_39",
        "AZU-0076",
        "AVD-AZU-0076",
        "azure-network-network-interface-public-ip",
    ),
    passes=[Interface(public=False)],
    fails=[Interface(public=True)],
)
