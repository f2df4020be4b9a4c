"""CodeBuild projects keep the output of builds."""

from bartizan.content.kinds.aws.codebuild_project import Project
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-codebuild-project-logged",
    title="CodeBuild projects keep the output of builds",
    severity=Severity.LOW,
    every=Project,
    must=Project.logged,
    because="Nobody can tell what a build did, or what an attacker made it do.",
    fix=(
        "Set the status of cloudwatch_logs or s3_logs in logs_config (Terraform), or of CloudWatchLogs or S3Logs "
        "in LogsConfig (CloudFormation), to ENABLED."
    ),
    serves=("application-logging",),
    also=("CKV_AWS_314",),
    passes=[Project(logged=True)],
    fails=[Project(logged=False)],
)
