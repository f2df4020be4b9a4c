"""Machines for training have no users of their own."""

from bartizan.content.kinds.azure.ml_workspace import MlCompute
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-ml-compute-no-local-users",
    title="Machines for training have no users of their own",
    severity=Severity.MEDIUM,
    every=MlCompute,
    must=~MlCompute.local_users,
    because="SSH keys of such users are not known to Entra ID: nobody takes them away when people leave.",
    fix="Set local_auth_enabled to false.",
    serves=("strong-authentication",),
    also=(
        "CKV_AZURE_142",
        "CKV_AZURE_150",
    ),
    passes=[MlCompute(local_users=False)],
    fails=[MlCompute(local_users=True)],
)
