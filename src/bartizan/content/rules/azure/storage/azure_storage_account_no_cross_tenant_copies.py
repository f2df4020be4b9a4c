"""Storage accounts do not copy to other tenants."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-storage-account-no-cross-tenant-copies",
    title="Storage accounts do not copy to other tenants",
    severity=Severity.MEDIUM,
    every=Account,
    must=~Account.cross_tenant,
    because="Somebody with rights on the account can have all new data copied to an account of a stranger.",
    fix="Set cross_tenant_replication_enabled to false.",
    serves=(
        "cross-account-control",
        "no-public-data",
    ),
    passes=[Account(cross_tenant=False)],
    fails=[Account(cross_tenant=True)],
)
