"""Activity logs are encrypted with a key of your own."""

from bartizan.content.kinds.azure.storage_account import Account
from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-monitor-activity-log-store-own-key",
    title="Activity logs are encrypted with a key of your own",
    severity=Severity.LOW,
    every=Subscription,
    where=Subscription.stores.any(),
    must=Subscription.stores.all(Account.own_key),
    because="Only with a key of your own can you cut off access to the data, and see who used it.",
    fix="Add customer_managed_key to the storage account that the diagnostic setting names.",
    serves=(
        "customer-managed-keys",
        "log-integrity",
    ),
    passes=[(Subscription(stores=frozenset({"logs"})), Account("logs", own_key=True))],
    fails=[(Subscription(stores=frozenset({"logs"})), Account("logs", own_key=False))],
)
