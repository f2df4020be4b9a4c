"""Keys are kept in hardware."""

from bartizan.content.kinds.azure.keyvault_vault import Key
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-keyvault-key-in-hsm",
    title="Keys are kept in hardware",
    severity=Severity.LOW,
    every=Key,
    must=Key.type.ends_with("-HSM"),
    because="A key that only software guards can be read by who controls the host.",
    fix="Set key_type to RSA-HSM or EC-HSM, in a vault with the SKU premium.",
    serves=("key-protection",),
    also=("CKV_AZURE_112",),
    passes=[Key(type="RSA-HSM")],
    fails=[Key(type="RSA")],
)
