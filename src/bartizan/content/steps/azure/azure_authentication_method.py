"""Give a user a temporary access pass and sign in as them."""

from bartizan.content.kinds.azure.principal import Principal, User
from bartizan.content.steps.azure.scene import directory_role, graph_permission, program, user
from bartizan.core.step import Act, Gain, Step, Use

STEP = Step(
    id="azure-authentication-method",
    title="Give a user a temporary access pass and sign in as them",
    technique="T1556.006",
    actor=Principal,
    move=Act(
        on=User, uses=(Use(actions=("microsoft.directory/users/authenticationMethods/create",)),), gains=Gain.TARGET
    ),
    because=(
        "A temporary access pass signs in without password or second factor; a phone or key that is added does as much."
    ),
    fix=("Keep those few who manage methods of others, and let the policy for such passes be about few users."),
    weight=1.0,
    reaches=[
        (user(), user("bob"), directory_role("Authentication Administrator")),
        (program(), user("bob"), graph_permission("UserAuthenticationMethod.ReadWrite.All")),
    ],
    blocked=[
        (user(), user("bob"), directory_role("Helpdesk Administrator")),
        (
            user(),
            user("bob"),
            directory_role("Authentication Administrator"),
            directory_role("Global Administrator", to="bob"),
        ),
    ],
)
