"""Shared access signatures end after a time that a policy sets."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-sas-expires",
    title="Shared access signatures end after a time that a policy sets",
    severity=Severity.LOW,
    every=Account,
    must=Account.sas_expires,
    because="A signature for ten years that is found in a log or a link opens the data until then.",
    fix="Add sas_policy with an expiration_period.",
    serves=("credential-rotation",),
    also=("CKV2_AZURE_41",),
    passes=[Account(sas_expires=True)],
    fails=[Account(sas_expires=False)],
)
