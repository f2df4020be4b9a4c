"""Install an extension on a scale set and take its identity."""

from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-vmss-extension",
    title="Install an extension on a scale set and take its identity",
    technique="T1072",
    actor=Principal,
    move=Act(
        on=Vm, uses=(Use(actions=("Microsoft.Compute/virtualMachineScaleSets/extensions/write",)),), gains=Vm.identity
    ),
    where=Vm.type.equals("virtualMachineScaleSets"),
    because=(
        "An extension is run on every instance as root or SYSTEM, and the metadata service hands it tokens of "
        "the identity of the set."
    ),
    fix=("Leave extensions/write out of roles on scale sets that have identities with rights."),
    weight=0.7,
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
