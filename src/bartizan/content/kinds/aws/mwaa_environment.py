"""Amazon Managed Workflows for Apache Airflow."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class Environment(
    Asset, kind="aws.mwaa.environment", identifier="arn:{partition}:airflow:{region}:{account}:environment/{name}"
):
    """Workflows of Airflow, and its web server."""

    name = Text("Its name, where it is known before deployment.")
    public = Flag("Its web server is reached from the Internet.")


FROM_TERRAFORM = Source(
    of=Environment,
    each=Block("aws_mwaa_environment"),
    reads={
        Environment.name: "name",
        Environment.public: "webserver_access_mode == 'PUBLIC_ONLY'",
    },
    shows=[
        Shown(
            text="""
resource "aws_mwaa_environment" "plain" {
  name = "plain"
}
""",
            gives=Environment("aws_mwaa_environment.plain", name="plain", public=False),
        ),
        Shown(
            text="""
resource "aws_mwaa_environment" "flows" {
  name                  = "flows"
  webserver_access_mode = "PUBLIC_ONLY"
}
""",
            gives=Environment("aws_mwaa_environment.flows", name="flows", public=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Environment,
    each=Block("AWS::MWAA::Environment"),
    reads={
        Environment.name: "Name",
        Environment.public: "WebserverAccessMode == 'PUBLIC_ONLY'",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::MWAA::Environment
    Properties:
      Name: plain
""",
            gives=Environment("Plain", name="plain", public=False),
        ),
        Shown(
            text="""
Resources:
  Flows:
    Type: AWS::MWAA::Environment
    Properties:
      Name: flows
      WebserverAccessMode: PUBLIC_ONLY
""",
            gives=Environment("Flows", name="flows", public=True),
        ),
    ],
)
