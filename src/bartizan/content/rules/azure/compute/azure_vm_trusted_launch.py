"""Machines start only what is signed."""

from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-vm-trusted-launch",
    title="Machines start only what is signed",
    severity=Severity.LOW,
    every=Vm,
    must=Vm.trusted_launch,
    because="A changed boot loader or kernel survives every reinstallation and is not noticed.",
    fix="Set secure_boot_enabled and vtpm_enabled to true, with an image of generation 2.",
    serves=("node-hardening",),
    passes=[Vm(trusted_launch=True)],
    fails=[Vm(trusted_launch=False)],
)
