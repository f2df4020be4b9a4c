"""Disks of machines are encrypted on their host."""

from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-vm-encrypted-at-host",
    title="Disks of machines are encrypted on their host",
    severity=Severity.MEDIUM,
    every=Vm,
    must=Vm.host_encrypted,
    because="Temporary disks and caches are kept without encryption.",
    fix="Set encryption_at_host_enabled to true.",
    serves=("encryption-at-rest",),
    also=(
        "CKV_AZURE_97",
        "CKV_AZURE_151",
    ),
    passes=[Vm(host_encrypted=True)],
    fails=[Vm(host_encrypted=False)],
)
