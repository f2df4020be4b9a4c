"""Names of one's own for APIs of Amazon API Gateway."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class DomainName(
    Asset, kind="aws.apigateway.domain", identifier="arn:{partition}:apigateway:{region}::/domainnames/{name}"
):
    """A name under which APIs are called."""

    name = Text("The name.")
    strong_tls = Flag("Callers must use TLS 1.2 or later.")


DOMAIN_FROM_TERRAFORM = Source(
    of=DomainName,
    each=Block("aws_api_gateway_domain_name"),
    names=("domain_name",),
    reads={
        DomainName.name: "domain_name",
        DomainName.strong_tls: (
            "security_policy && (security_policy == 'TLS_1_2' || starts_with(security_policy, 'SecurityPolicy_TLS1'))"
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_api_gateway_domain_name" "shop" {
  domain_name     = "api.example.com"
  security_policy = "TLS_1_0"
}
""",
            gives=DomainName("aws_api_gateway_domain_name.shop", name="api.example.com", strong_tls=False),
        ),
        Shown(
            text="""
resource "aws_api_gateway_domain_name" "shop" {
  domain_name     = "api.example.com"
  security_policy = "TLS_1_2"
}
""",
            gives=DomainName("aws_api_gateway_domain_name.shop", strong_tls=True),
        ),
    ],
)


DOMAIN_FROM_CLOUDFORMATION = Source(
    of=DomainName,
    each=Block("AWS::ApiGateway::DomainName"),
    names=("DomainName",),
    reads={
        DomainName.name: "DomainName",
        DomainName.strong_tls: (
            "SecurityPolicy && (SecurityPolicy == 'TLS_1_2' || starts_with(SecurityPolicy, 'SecurityPolicy_TLS1'))"
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::ApiGateway::DomainName
    Properties: {DomainName: api.example.com, SecurityPolicy: TLS_1_0}
""",
            gives=DomainName("Shop", name="api.example.com", strong_tls=False),
        ),
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::ApiGateway::DomainName
    Properties: {DomainName: api.example.com, SecurityPolicy: SecurityPolicy_TLS13_1_2_2021_06}
""",
            gives=DomainName("Shop", strong_tls=True),
        ),
    ],
)
