"""Container groups are in a network of your own."""

from bartizan.content.kinds.azure.container_group import ContainerGroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-container-group-in-network",
    title="Container groups are in a network of your own",
    severity=Severity.MEDIUM,
    every=ContainerGroup,
    must=ContainerGroup.in_network,
    because="What they listen on faces the Internet without any firewall.",
    fix="Set subnet_ids and ip_address_type Private.",
    serves=(
        "network-segmentation",
        "no-public-service",
    ),
    also=(
        "CKV_AZURE_98",
        "CKV_AZURE_245",
    ),
    passes=[ContainerGroup(in_network=True)],
    fails=[ContainerGroup(in_network=False)],
)
