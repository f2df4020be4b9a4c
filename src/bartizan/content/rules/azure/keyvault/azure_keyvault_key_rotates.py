"""Keys are rotated by themselves."""

from bartizan.content.kinds.azure.keyvault_vault import Key
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-keyvault-key-rotates",
    title="Keys are rotated by themselves",
    severity=Severity.MEDIUM,
    every=Key,
    must=Key.rotates,
    because="What has to be done by hand is forgotten, and the same key is used for years.",
    fix="Add rotation_policy with automatic.",
    serves=("key-rotation",),
    passes=[Key(rotates=True)],
    fails=[Key(rotates=False)],
)
