"""Read a secret of a cluster that lets everyone read."""

from bartizan.content.kinds.internet import Internet
from bartizan.content.kinds.kubernetes.secret import Secret
from bartizan.content.steps.data.scene import INTERNET, anyone
from bartizan.content.steps.kubernetes.scene import account, allow, secret
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-kubernetes-secret-read",
    title="Read a secret of a cluster that lets everyone read",
    technique="T1552.007",
    actor=Internet,
    move=Act(on=Secret, uses=(Use(actions=("get core/secrets",)),)),
    because=(
        "A role that is bound to system:anonymous or system:unauthenticated is everybody's who reaches the API server."
    ),
    fix=("Bind no role to system:anonymous or system:unauthenticated, and turn anonymous requests off."),
    weight=0.1,
    reaches=[
        (INTERNET, secret("orders"), *anyone("get", "secrets")),
    ],
    blocked=[
        (INTERNET, secret("orders")),
        (INTERNET, secret("orders"), *anyone("get", "services")),
        (INTERNET, secret("orders"), *account("web", allow("get", "secrets"))),
    ],
)
