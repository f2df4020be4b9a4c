"""Create a run command on a virtual machine and take its identity."""

from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-vm-managed-run-command",
    title="Create a run command on a virtual machine and take its identity",
    technique="T1651",
    actor=Principal,
    move=Act(on=Vm, uses=(Use(actions=("Microsoft.Compute/virtualMachines/runCommands/write",)),), gains=Vm.identity),
    where=Vm.type.equals("virtualMachines"),
    because=(
        "A run command is a child of the machine: writing one makes the agent run its script as root or "
        "SYSTEM, where tokens of the identity of the machine are to be had."
    ),
    fix=("Leave runCommands/write out of roles on machines that have identities with rights."),
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
        (user(), role("Virtual Machine User Login"), resource_group(), *holding(Vm, type="virtualMachines")),
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
