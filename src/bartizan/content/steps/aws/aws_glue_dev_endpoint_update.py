"""Add a key to a development endpoint."""

from bartizan.content.kinds.aws.glue_job import DevEndpoint
from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.steps.aws.scene import allow, arn, deny, role, roles, user
from bartizan.core.step import Act, Step, Use

DEV_ENDPOINT = arn("glue", "devEndpoint/try")
APP = role("app", allow("s3:GetObject"), trusts="glue.amazonaws.com")
HELD = (DevEndpoint(DEV_ENDPOINT, name="try", role=roles("app")), *APP)
MAY = allow("glue:UpdateDevEndpoint", on=DEV_ENDPOINT)

STEP = Step(
    id="aws-glue-dev-endpoint-update",
    title="Add a key to a development endpoint",
    technique="T1098.004",
    references=("pathfinding.cloud glue-002",),
    actor=Identity,
    move=Act(
        on=DevEndpoint,
        uses=(Use(actions=("glue:UpdateDevEndpoint",)),),
        gains=DevEndpoint.role,
    ),
    because=(
        "A public key of the caller is added to a development endpoint. Whoever logs in with it acts as "
        "the role of the endpoint."
    ),
    fix=(
        "Limit glue:UpdateDevEndpoint to resources whose roles give nothing more than the caller has; "
        "delete endpoints that are not used."
    ),
    reaches=[
        (*user("ann", MAY), *HELD),
        (*role("ci", allow("glue:*")), *HELD),
    ],
    blocked=[
        (*user("ann", allow("glue:List*")), *HELD),
        (*user("ann", MAY, deny("glue:UpdateDevEndpoint")), *HELD),
        (*user("ann", allow("glue:UpdateDevEndpoint", on=arn("glue", "devEndpoint/other"))), *HELD),
        (*user("ann", MAY), DevEndpoint(DEV_ENDPOINT, name="try", role=roles("")), *APP),
    ],
)
