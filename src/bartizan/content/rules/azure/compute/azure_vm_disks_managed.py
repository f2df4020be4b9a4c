"""Machines have managed disks."""

from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-vm-disks-managed",
    title="Machines have managed disks",
    severity=Severity.MEDIUM,
    every=Vm,
    must=Vm.managed_disks,
    because="Disks in a storage account are open to whoever has its key, and are encrypted only if the account is.",
    fix="Use managed_disk_type instead of vhd_uri.",
    serves=("encryption-at-rest",),
    also=(
        "CKV_AZURE_92",
        "CKV2_AZURE_9",
    ),
    passes=[Vm(managed_disks=True)],
    fails=[Vm(managed_disks=False)],
)
