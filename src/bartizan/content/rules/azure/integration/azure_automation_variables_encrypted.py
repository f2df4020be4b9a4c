"""Variables of scripts are encrypted."""

from bartizan.content.kinds.azure.integration import AutomationVariable
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-automation-variables-encrypted",
    title="Variables of scripts are encrypted",
    severity=Severity.MEDIUM,
    every=AutomationVariable,
    must=AutomationVariable.encrypted,
    because="Everyone who may view the account can read their values.",
    fix="Set encrypted to true.",
    serves=(
        "encryption-at-rest",
        "secrets-management",
    ),
    also=("CKV_AZURE_73",),
    passes=[AutomationVariable(encrypted=True)],
    fails=[AutomationVariable(encrypted=False)],
)
