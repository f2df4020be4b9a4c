"""Guests of other tenants are no administrators."""

from bartizan.content.kinds.azure.principal import User
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-guest-not-administrator",
    title="Guests of other tenants are no administrators",
    severity=Severity.HIGH,
    every=User,
    where=User.guest,
    must=~User.administrator,
    because="Another organisation decides how a guest signs in, and whether the account still belongs to who it did.",
    fix="Remove the role assignment, or give the person an account of the own tenant for it.",
    serves=("cross-account-control", "no-admin-by-default"),
    passes=[User(guest=True, administrator=False)],
    fails=[User(guest=True, administrator=True)],
)
