"""Give oneself access to every subscription as Global Administrator."""

from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.content.steps.azure.scene import directory_role, group, resource_group, role, subscription, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-elevate-access",
    title="Give oneself access to every subscription as Global Administrator",
    technique="T1098.003",
    actor=Principal,
    move=Act(on=Subscription, uses=(Use(actions=("Microsoft.Authorization/elevateAccess/action",)),), gains=Gain.ADMIN),
    because=(
        "A Global Administrator of the directory may at any time become User Access Administrator of all "
        "management groups and subscriptions of the tenant."
    ),
    fix=(
        "Keep Global Administrators few and without standing assignments, and watch for the elevation in the "
        "log of the directory."
    ),
    weight=0.3,
    reaches=[
        (user(), directory_role("Global Administrator"), subscription()),
        (user(), group("ann", assignable=True), directory_role("Global Administrator", to="operators"), subscription()),
    ],
    blocked=[
        (user(), directory_role("User Administrator"), subscription()),
        (user(), role("Owner", on="other"), resource_group("other"), subscription()),
    ],
)
