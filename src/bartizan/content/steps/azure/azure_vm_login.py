"""Log in to a virtual machine by Entra ID and take its identity."""

from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-vm-login",
    title="Log in to a virtual machine by Entra ID and take its identity",
    technique="T1021.007",
    references=("BloodHound AZVMAdminLogin",),
    actor=Principal,
    move=Act(
        on=Vm, uses=(Use(actions=("data:Microsoft.Compute/virtualMachines/loginAsAdmin/action",)),), gains=Vm.identity
    ),
    where=Vm.type.equals("virtualMachines"),
    because=(
        "The role lets a user of the directory in as administrator, where the extension for it is installed "
        "and the network allows. Any process there is given tokens of the identity of the machine."
    ),
    fix=(
        "Let in by Virtual Machine User Login where administration is not needed, and give the machine only "
        "the rights it needs."
    ),
    weight=2.0,
    reaches=[
        (
            user(),
            role("Virtual Machine Administrator Login"),
            resource_group(),
            subscription(),
            *holding(Vm, type="virtualMachines"),
        ),
        (
            user(),
            group("ann"),
            role("Virtual Machine Administrator Login", to="operators"),
            resource_group(),
            *holding(Vm, type="virtualMachines"),
        ),
    ],
    blocked=[
        (user(), role("Virtual Machine User Login"), resource_group(), *holding(Vm, type="virtualMachines")),
        (
            user(),
            role("Virtual Machine Administrator Login", on="other"),
            resource_group("other"),
            resource_group(),
            *holding(Vm, type="virtualMachines"),
        ),
        (user(), role("Virtual Machine Administrator Login"), resource_group(), bare(Vm, type="virtualMachines")),
    ],
)
