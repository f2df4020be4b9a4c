"""No workload acts as an administrator of the cluster."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-workload-not-administrator",
    title="No workload acts as an administrator of the cluster",
    severity=Severity.HIGH,
    every=Workload,
    where=Workload.mounts_token & Workload.own_account,
    must=~Workload.account.any(ServiceAccount.administrator),
    because="The token lies in every pod of the workload: one flaw in its program, and the cluster is taken over.",
    fix="Bind the service account to a role of what the workload needs, or set automountServiceAccountToken to false.",
    serves=("no-admin-by-default", "service-identity"),
    passes=[
        (
            Workload(mounts_token=True, own_account=True, account=frozenset({"web"})),
            ServiceAccount("web", administrator=False),
        ),
    ],
    fails=[
        (
            Workload(mounts_token=True, own_account=True, account=frozenset({"web"})),
            ServiceAccount("web", administrator=True),
        ),
    ],
)
