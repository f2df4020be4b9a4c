"""Subnets have a security group."""

from bartizan.content.kinds.azure.network_subnet import Subnet
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-network-subnet-guarded",
    title="Subnets have a security group",
    severity=Severity.MEDIUM,
    every=Subnet,
    where=~Subnet.exempt,
    must=Subnet.guarded,
    because="Every machine in the network, and perhaps beyond, reaches every port.",
    fix="Add an azurerm_subnet_network_security_group_association.",
    serves=(
        "network-segmentation",
        "restricted-ingress",
    ),
    also=("CKV2_AZURE_31",),
    passes=[Subnet(exempt=False, guarded=True)],
    fails=[Subnet(exempt=False, guarded=False)],
)
