"""Amazon Route 53 hosted zones."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Beside, Block, First, Shown, Source


class Zone(Asset, kind="aws.route53.zone", identifier="arn:{partition}:route53:::hostedzone/{id}"):
    """The records of a domain."""

    name = Text("The domain.")
    private = Flag("Only named networks can ask it.")
    signed = Flag("Its answers are signed (DNSSEC).")
    query_logged = Flag("What is asked of it is logged.")


FROM_TERRAFORM = Source(
    of=Zone,
    each=Block("aws_route53_zone"),
    names=("name",),
    reads={
        Zone.name: "name",
        Zone.private: First(
            "vpc != `null` || `null`",
            Beside(types="aws_route53_zone_association", on="zone_id", read="`true`", none=False),
        ),
        Zone.signed: Beside(
            types="aws_route53_hosted_zone_dnssec",
            on="hosted_zone_id",
            read="not_null(signing_status, 'SIGNING') == 'SIGNING'",
            none=False,
        ),
        Zone.query_logged: Beside(types="aws_route53_query_log", on="zone_id", read="`true`", none=False),
    },
    shows=[
        Shown(
            text='resource "aws_route53_zone" "plain" {\n  name = "example.com"\n}',
            gives=Zone("aws_route53_zone.plain", name="example.com", private=False, signed=False, query_logged=False),
        ),
        Shown(
            text="""
resource "aws_route53_zone" "set" {
  name = "example.com"
  vpc {
    vpc_id = "vpc-1"
  }
}

resource "aws_route53_hosted_zone_dnssec" "set" {
  hosted_zone_id = aws_route53_zone.set.id
}

resource "aws_route53_query_log" "set" {
  zone_id                  = aws_route53_zone.set.zone_id
  cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/example.com"
}
""",
            gives=Zone("aws_route53_zone.set", private=True, signed=True, query_logged=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Zone,
    each=Block("AWS::Route53::HostedZone"),
    names=("Name",),
    reads={
        Zone.name: "Name",
        Zone.private: "length(not_null(VPCs, `[]`)) > `0`",
        Zone.signed: Beside(types="AWS::Route53::DNSSEC", on="HostedZoneId", read="`true`", none=False),
        Zone.query_logged: "not_null(QueryLoggingConfig.CloudWatchLogsLogGroupArn, '') != ''",
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::Route53::HostedZone', Properties: {Name: example.com}}}",
            gives=Zone("Plain", name="example.com", private=False, signed=False, query_logged=False),
        ),
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::Route53::HostedZone
    Properties:
      Name: example.com
      VPCs: [{VPCId: vpc-1, VPCRegion: eu-central-1}]
      QueryLoggingConfig: {CloudWatchLogsLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:dns"}
  Signing:
    Type: AWS::Route53::DNSSEC
    Properties: {HostedZoneId: !Ref Set}
""",
            gives=Zone("Set", private=True, signed=True, query_logged=True),
        ),
    ],
)
