"""What CodeBuild projects make is encrypted."""

from bartizan.content.kinds.aws.codebuild_project import Project
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-codebuild-project-artifacts-encrypted",
    title="What CodeBuild projects make is encrypted",
    severity=Severity.MEDIUM,
    every=Project,
    must=Project.artifacts_encrypted,
    because="Programs and settings are kept as they are, for whoever gets at the bucket.",
    fix=(
        "Remove encryption_disabled (Terraform) or EncryptionDisabled (CloudFormation) from the artifacts, or "
        "set it to false."
    ),
    serves=("encryption-at-rest",),
    also=("CKV_AWS_78", "AWS-0018", "AVD-AWS-0018", "aws-codebuild-enable-encryption"),
    passes=[Project(artifacts_encrypted=True)],
    fails=[Project(artifacts_encrypted=False)],
)
