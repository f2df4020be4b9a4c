"""Linux machines do not accept passwords."""

from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-vm-no-password",
    title="Linux machines do not accept passwords",
    severity=Severity.HIGH,
    every=Vm,
    where=Vm.linux,
    must=~Vm.password_login,
    because="Passwords are guessed and used again; a key is not.",
    fix="Set disable_password_authentication to true and add admin_ssh_key.",
    serves=("strong-authentication",),
    also=(
        "CKV_AZURE_1",
        "CKV_AZURE_49",
        "CKV_AZURE_149",
        "CKV_AZURE_178",
        "AZU-0039",
        "AVD-AZU-0039",
        "azure-compute-disable-password-authentication",
    ),
    passes=[Vm(linux=True, password_login=False)],
    fails=[Vm(linux=True, password_login=True)],
)
