"""Run a command on a virtual machine and take its identity."""

from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-vm-run-command",
    title="Run a command on a virtual machine and take its identity",
    technique="T1651",
    references=("BloodHound AZExecuteCommand",),
    actor=Principal,
    move=Act(on=Vm, uses=(Use(actions=("Microsoft.Compute/virtualMachines/runCommand/action",)),), gains=Vm.identity),
    where=Vm.type.equals("virtualMachines"),
    because=(
        "The agent of the machine runs what it is sent as root or SYSTEM. From inside, the metadata service "
        "hands out tokens of the identity of the machine."
    ),
    fix=(
        "Give runCommand/action to nobody who must not have the rights of the machine; use Reader or a custom "
        "role without it."
    ),
    weight=0.5,
    reaches=[
        (
            user(),
            role("Virtual Machine Contributor"),
            resource_group(),
            subscription(),
            *holding(Vm, type="virtualMachines"),
        ),
        (
            user(),
            group("ann"),
            role("Virtual Machine Contributor", to="operators"),
            resource_group(),
            *holding(Vm, type="virtualMachines"),
        ),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), *holding(Vm, type="virtualMachines")),
        (
            user(),
            role("Virtual Machine Contributor", on="other"),
            resource_group("other"),
            resource_group(),
            *holding(Vm, type="virtualMachines"),
        ),
        (user(), role("Virtual Machine Contributor"), resource_group(), bare(Vm, type="virtualMachines")),
    ],
)
