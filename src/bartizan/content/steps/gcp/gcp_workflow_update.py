"""Rewrite a workflow."""

from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.kinds.gcp.workload import Workflow
from bartizan.content.steps.gcp.scene import OTHER, able, account, deny
from bartizan.core.step import Act, Step, Upon, Use

HELD = (Workflow("it", name="web", project="shop", account=frozenset({"admin"})), account("admin"))

STEP = Step(
    id="gcp-workflow-update",
    title="Rewrite a workflow",
    technique="T1648",
    actor=Identity,
    move=Act(
        on=Workflow,
        uses=(
            Use(actions=("workflows.workflows.update", "workflows.executions.create")),
            Use(actions=("iam.serviceAccounts.actAs",), upon=Upon.GAINED),
        ),
        gains=Workflow.account,
    ),
    because="The new steps run as the account of the workflow.",
    fix="Let pipelines alone deploy, and grant roles/iam.serviceAccountUser on the accounts that they deploy.",
    reaches=[(*able("workflows.workflows.update", "workflows.executions.create", "iam.serviceAccounts.actAs"), *HELD)],
    blocked=[
        (*able("resourcemanager.projects.get"), *HELD),
        (
            *able("workflows.workflows.update", "workflows.executions.create", "iam.serviceAccounts.actAs"),
            Workflow("it", name="web", project="shop", account=frozenset()),
            account("admin"),
        ),
        (
            *able("workflows.workflows.update", "workflows.executions.create", "iam.serviceAccounts.actAs"),
            OTHER,
            Workflow("it", name="web", project="other", account=frozenset({"far"})),
            account("far", "other"),
        ),
        (*able("workflows.workflows.update", "workflows.executions.create"), *HELD),
        (
            *able("workflows.workflows.update", "workflows.executions.create", "iam.serviceAccounts.actAs"),
            *HELD,
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
    ],
)
