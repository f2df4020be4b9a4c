"""Install an extension on a virtual machine and take its identity."""

from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-vm-extension",
    title="Install an extension on a virtual machine and take its identity",
    technique="T1072",
    references=("BloodHound AZVMContributor",),
    actor=Principal,
    move=Act(on=Vm, uses=(Use(actions=("Microsoft.Compute/virtualMachines/extensions/write",)),), gains=Vm.identity),
    where=Vm.type.equals("virtualMachines"),
    because=(
        "The custom script extension runs any script as root or SYSTEM, and the metadata service hands that "
        "script tokens of the identity of the machine."
    ),
    fix=(
        "Leave extensions/write out of roles on machines that have identities with rights; allow only some "
        "extensions by policy."
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
