"""Run a command on an instance of a scale set and take its identity."""

from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-vmss-run-command",
    title="Run a command on an instance of a scale set and take its identity",
    technique="T1651",
    actor=Principal,
    move=Act(
        on=Vm,
        uses=(Use(actions=("Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action",)),),
        gains=Vm.identity,
    ),
    where=Vm.type.equals("virtualMachineScaleSets"),
    because=(
        "As with single machines, the agent of an instance runs what it is sent as root or SYSTEM; nodes of "
        "Kubernetes clusters are such instances."
    ),
    fix=("Leave the action out of roles on scale sets, also in the resource group of the nodes of a cluster."),
    weight=0.5,
    reaches=[
        (
            user(),
            role("Virtual Machine Contributor"),
            resource_group(),
            subscription(),
            *holding(Vm, type="virtualMachineScaleSets"),
        ),
        (
            user(),
            group("ann"),
            role("Virtual Machine Contributor", to="operators"),
            resource_group(),
            *holding(Vm, type="virtualMachineScaleSets"),
        ),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), *holding(Vm, type="virtualMachineScaleSets")),
        (
            user(),
            role("Virtual Machine Contributor", on="other"),
            resource_group("other"),
            resource_group(),
            *holding(Vm, type="virtualMachineScaleSets"),
        ),
        (user(), role("Virtual Machine Contributor"), resource_group(), bare(Vm, type="virtualMachineScaleSets")),
    ],
)
