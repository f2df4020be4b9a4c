"""Machines are kept up to date."""

from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-vm-patches-itself",
    title="Machines are kept up to date",
    severity=Severity.MEDIUM,
    every=Vm,
    must=Vm.patches,
    because="Known faults of the system stay open.",
    fix=(
        "Set patch_mode to AutomaticByPlatform, or automatic_os_upgrade_policy in scale sets; do not switch "
        "off automatic updates."
    ),
    serves=("patching",),
    also=(
        "CKV_AZURE_95",
        "CKV_AZURE_177",
    ),
    passes=[Vm(patches=True)],
    fails=[Vm(patches=False)],
)
