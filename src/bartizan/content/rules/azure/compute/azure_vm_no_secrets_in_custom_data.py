"""What machines are told at their start holds no secrets."""

from bartizan.content.kinds.azure.compute_vm import Vm
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-vm-no-secrets-in-custom-data",
    title="What machines are told at their start holds no secrets",
    severity=Severity.HIGH,
    every=Vm,
    must=~Vm.literal_secrets,
    because="Every process on the machine, and everyone who may view it, can read custom data.",
    fix="Read the secret from Key Vault with the identity of the machine.",
    serves=("secrets-not-in-code",),
    also=(
        "CKV_AZURE_45",
        "AZU-0037",
        "AVD-AZU-0037",
        "azure-compute-no-secrets-in-custom-data",
    ),
    passes=[Vm(literal_secrets=False)],
    fails=[Vm(literal_secrets=True)],
)
