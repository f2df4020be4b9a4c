"""Roles of SageMaker notebooks are not administrators."""

from bartizan.content.kinds.aws.iam_administrator import ADMINISTRATOR
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.sagemaker_notebook import Notebook
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sagemaker-notebook-role-limited",
    title="Roles of SageMaker notebooks are not administrators",
    severity=Severity.HIGH,
    every=Notebook,
    must=~Notebook.role.any(ADMINISTRATOR),
    because="Whoever can open the notebook, or gets a package into it, owns the account.",
    fix=(
        "Give the role in role_arn (Terraform) or RoleArn (CloudFormation) only the actions and resources that "
        "the work needs."
    ),
    serves=("least-privilege",),
    also=("CKV2_AWS_68",),
    passes=[
        (
            Notebook(role=frozenset({"r"})),
            Role(
                "r",
                managed=frozenset({"arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"}),
                attachments=frozenset(),
                statements=frozenset(),
                policies=frozenset(),
            ),
        )
    ],
    fails=[
        (
            Notebook(role=frozenset({"r"})),
            Role(
                "r",
                managed=frozenset({"arn:aws:iam::aws:policy/AdministratorAccess"}),
                attachments=frozenset(),
                statements=frozenset(),
                policies=frozenset(),
            ),
        )
    ],
)
