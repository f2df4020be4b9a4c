"""Pass a role to a new data pipeline."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.service_roles import KEPT_BY_AWS
from bartizan.content.steps.aws.scene import allow, arn, deny, passed_to, policy, role, user
from bartizan.core.step import Act, Step, Upon, Use

SERVICE = "datapipeline.amazonaws.com"
APP = role("app", allow("s3:GetObject"), trusts=SERVICE)
PASS = allow("iam:PassRole", on=arn("iam", "role/app"))
MAKE = allow("datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline")

STEP = Step(
    id="aws-datapipeline-pass-role",
    title="Pass a role to a new data pipeline",
    technique="T1648",
    references=("pathfinding.cloud datapipeline-001",),
    actor=Identity,
    move=Act(
        on=Role,
        uses=(
            Use(actions=("iam:PassRole",), given={"iam:passedtoservice": SERVICE}),
            Use(actions=("datapipeline:CreatePipeline",), upon=Upon.NEW),
            Use(
                actions=("datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"),
                upon=Upon.NEW,
                resource="arn:{partition}:datapipeline:{region}:{account}:pipeline/*",
            ),
            Use(actions=("sts:AssumeRole",), given={"aws:sourceaccount": "{account}"}, by=f"service:{SERVICE}"),
        ),
    ),
    where=~KEPT_BY_AWS,
    because="Activities of a pipeline run commands of its maker with the role that is passed.",
    fix="Let iam:PassRole name only the roles that are meant for pipelines, under the condition iam:PassedToService.",
    weight=1.5,
    reaches=[
        (*user("ann", PASS, MAKE), *APP),
        (*role("ci", allow("iam:PassRole", when=passed_to(SERVICE)), allow("datapipeline:*")), *APP),
    ],
    blocked=[
        (*user("ann", PASS, MAKE), *role("app", allow("s3:GetObject"), trusts="ec2.amazonaws.com")),
        (*user("ann", allow("iam:PassRole", when=passed_to("ec2.amazonaws.com")), MAKE), *APP),
        (*user("ann", PASS, MAKE, deny("datapipeline:CreatePipeline")), *APP),
        (*user("ann", PASS, MAKE, boundary="limits"), *policy("limits", allow("datapipeline:*")), *APP),
    ],
)
