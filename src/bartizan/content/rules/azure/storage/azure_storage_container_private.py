"""Containers are private."""

from bartizan.content.kinds.azure.storage_account import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-container-private",
    title="Containers are private",
    severity=Severity.CRITICAL,
    every=Container,
    must=Container.access.equals("private"),
    because="Whoever learns or guesses the address reads the blobs, and with access container a list of them too.",
    fix="Set container_access_type to private, or remove it.",
    serves=(
        "no-public-data",
        "no-anonymous-access",
    ),
    also=(
        "CKV_AZURE_34",
        "CKV2_AZURE_8",
        "AZU-0007",
        "AVD-AZU-0007",
        "azure-storage-no-public-access",
    ),
    passes=[Container(access="private")],
    fails=[Container(access="blob"), Container(access="container")],
)
