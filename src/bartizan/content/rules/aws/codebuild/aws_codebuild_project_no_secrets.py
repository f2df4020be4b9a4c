"""Variables of CodeBuild projects hold no secrets."""

from bartizan.content.kinds.aws.codebuild_project import Project
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-codebuild-project-no-secrets",
    title="Variables of CodeBuild projects hold no secrets",
    severity=Severity.HIGH,
    every=Project,
    must=~Project.literal_secrets,
    because=(
        "Everyone who can read the code, its history or the project has the secret, and builds print their environment."
    ),
    fix=(
        "Keep the value in Secrets Manager or Parameter Store and set type (Terraform) or Type (CloudFormation) "
        "to SECRETS_MANAGER or PARAMETER_STORE."
    ),
    serves=("secrets-not-in-code", "pipeline-least-privilege"),
    passes=[Project(literal_secrets=False)],
    fails=[Project(literal_secrets=True)],
)
