"""AWS Batch job definitions."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class Job(
    Asset,
    kind="aws.batch.job-definition",
    identifier="arn:{partition}:batch:{region}:{account}:job-definition/{name}:{revision}",
):
    """Says how a job runs in a container."""

    name = Text("Its name, where it is known before deployment.")
    privileged = Flag("Its container may do what root on the machine may.")
    secret_in_environment = Flag("A credential is written in the environment variables of its container.")


FROM_TERRAFORM = Source(
    of=Job,
    each=Block("aws_batch_job_definition"),
    names=("name",),
    reads={
        Job.name: "name",
        Job.privileged: "from_json(container_properties) | flag(not_null(privileged, `false`))",
        Job.secret_in_environment: "from_json(container_properties) | length(secret_settings(environment)) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "aws_batch_job_definition" "plain" {
  name                 = "plain"
  type                 = "container"
  container_properties = jsonencode({ image = "job:1" })
}
""",
            gives=Job("aws_batch_job_definition.plain", name="plain", privileged=False, secret_in_environment=False),
        ),
        Shown(
            text="""
resource "aws_batch_job_definition" "set" {
  name                 = "set"
  type                 = "container"
  container_properties = <<EOT
{"image": "job:1", "privileged": true, "environment": [{"name": "API_TOKEN", "value": "correct-horse"}]}
EOT
}
""",
            gives=Job("aws_batch_job_definition.set", privileged=True, secret_in_environment=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Job,
    each=Block("AWS::Batch::JobDefinition"),
    names=("JobDefinitionName",),
    reads={
        Job.name: "JobDefinitionName",
        Job.privileged: "flag(not_null(ContainerProperties.Privileged, `false`))",
        Job.secret_in_environment: "length(secret_settings(ContainerProperties.Environment)) > `0`",
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::Batch::JobDefinition', Properties: {Type: container}}}",
            gives=Job("Plain", name=None, privileged=False, secret_in_environment=False),
        ),
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::Batch::JobDefinition
    Properties:
      Type: container
      ContainerProperties:
        Image: job:1
        Privileged: true
        Environment: [{Name: API_TOKEN, Value: correct-horse}]
""",
            gives=Job("Set", privileged=True, secret_in_environment=True),
        ),
    ],
)
