"""Reset the password of a user and sign in as them."""

from bartizan.content.kinds.azure.principal import Principal, User
from bartizan.content.steps.azure.scene import directory_role, group, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-password-reset",
    title="Reset the password of a user and sign in as them",
    technique="T1098",
    references=("BloodHound AZResetPassword",),
    actor=Principal,
    move=Act(on=User, uses=(Use(actions=("microsoft.directory/users/password/update",)),), gains=Gain.TARGET),
    because=(
        "Whoever sets a password signs in with it. The roles of a user decide who may: an administrator's "
        "password is reset only by those above."
    ),
    fix=(
        "Make users with rights in Azure members of a role-assignable group, so that helpdesks cannot reset "
        "their passwords, and ask for a second factor."
    ),
    weight=1.0,
    reaches=[
        (user(), user("bob"), directory_role("Helpdesk Administrator")),
        (
            user(),
            user("bob"),
            directory_role("Global Administrator", to="bob"),
            directory_role("Privileged Authentication Administrator"),
        ),
    ],
    blocked=[
        (user(), user("bob")),
        (
            user(),
            user("bob"),
            directory_role("Helpdesk Administrator"),
            directory_role("Global Administrator", to="bob"),
        ),
        (user(), user("bob"), directory_role("User Administrator"), group("bob", assignable=True)),
    ],
)
