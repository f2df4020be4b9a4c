"""CodeBuild projects encrypt with a key of the customer."""

from bartizan.content.kinds.aws.codebuild_project import Project
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-codebuild-project-encrypted-with-own-key",
    title="CodeBuild projects encrypt with a key of the customer",
    severity=Severity.LOW,
    every=Project,
    must=Project.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix="Set encryption_key (Terraform) or EncryptionKey (CloudFormation) to a customer-managed key.",
    serves=("customer-managed-keys",),
    also=("CKV_AWS_147",),
    passes=[Project(own_key=True)],
    fails=[Project(own_key=False)],
)
