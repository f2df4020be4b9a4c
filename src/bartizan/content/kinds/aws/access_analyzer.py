"""AWS IAM Access Analyzer."""

from bartizan.core.kind import Asset, Text
from bartizan.core.source import Block, Shown, Source


class Analyzer(
    Asset,
    kind="aws.access-analyzer.analyzer",
    identifier="arn:{partition}:access-analyzer:{region}:{account}:analyzer/{name}",
):
    """Looks for resources that others may reach, or for access that nobody uses."""

    type = Text("What it looks for and where: ACCOUNT and ORGANIZATION are about access from outside.")


FROM_TERRAFORM = Source(
    of=Analyzer,
    each=Block("aws_accessanalyzer_analyzer"),
    reads={Analyzer.type: "not_null(type, 'ACCOUNT')"},
    shows=[
        Shown(
            text='resource "aws_accessanalyzer_analyzer" "plain" { analyzer_name = "plain" }',
            gives=Analyzer("aws_accessanalyzer_analyzer.plain", type="ACCOUNT"),
        ),
        Shown(
            text="""
resource "aws_accessanalyzer_analyzer" "unused" {
  analyzer_name = "unused"
  type          = "ORGANIZATION_UNUSED_ACCESS"
}
""",
            gives=Analyzer("aws_accessanalyzer_analyzer.unused", type="ORGANIZATION_UNUSED_ACCESS"),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Analyzer,
    each=Block("AWS::AccessAnalyzer::Analyzer"),
    reads={Analyzer.type: "Type"},
    shows=[
        Shown(
            text="Resources: {Unused: {Type: 'AWS::AccessAnalyzer::Analyzer', Properties: {Type: ACCOUNT_UNUSED_ACCESS}}}",
            gives=Analyzer("Unused", type="ACCOUNT_UNUSED_ACCESS"),
        ),
    ],
)
