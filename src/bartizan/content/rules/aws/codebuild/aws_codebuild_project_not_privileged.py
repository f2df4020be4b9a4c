"""CodeBuild projects have no power over their host."""

from bartizan.content.kinds.aws.codebuild_project import Project
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-codebuild-project-not-privileged",
    title="CodeBuild projects have no power over their host",
    severity=Severity.LOW,
    every=Project,
    must=~Project.privileged,
    because="What a build runs, dependencies included, can leave its container and reach what the host keeps.",
    fix=(
        "Set privileged_mode (Terraform) or PrivilegedMode (CloudFormation) to false; where images must be "
        "built, use a builder without a daemon."
    ),
    serves=("no-privileged-containers", "pipeline-least-privilege"),
    also=("CKV_AWS_316",),
    passes=[Project(privileged=False)],
    fails=[Project(privileged=True)],
)
