"""Amazon VPC endpoints: private ways from a network to a service; and services offered to others' networks."""

from bartizan.content.kinds.aws.governed import DOCUMENTED, Documented
from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.core.kind import Asset, Document, Flag, Link, Many, Text
from bartizan.core.source import Beside, Block, First, Shown, Source


class Endpoint(
    Documented, kind="aws.vpc.endpoint", identifier="arn:{partition}:ec2:{region}:{account}:vpc-endpoint/{id}"
):
    """A private way from a network to a service."""

    vpc = Link(Vpc, "The network it is in.")
    service = Text("The name of the service it leads to.")
    type = Text("Gateway, Interface, GatewayLoadBalancer, Resource or ServiceNetwork.")
    open_policy = Flag("Its policy allows everyone everything; so does having no policy.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


class EndpointService(
    Asset,
    kind="aws.vpc.endpoint-service",
    identifier="arn:{partition}:ec2:{region}:{account}:vpc-endpoint-service/{id}",
):
    """A service of one's own that other networks may connect to."""

    accepts_by_hand = Flag("A connection is made only when somebody accepts it.")
    open_to_all = Flag("Every AWS account may ask for a connection.")
    principals = Many("Who may ask for a connection.")


FROM_TERRAFORM = Source(
    of=Endpoint,
    each=Block("aws_vpc_endpoint"),
    reads={
        **DOCUMENTED,
        Endpoint.policy: First(Beside(types="aws_vpc_endpoint_policy", on="vpc_endpoint_id", read="policy"), "policy"),
        Endpoint.vpc: "vpc_id",
        Endpoint.service: "service_name",
        Endpoint.type: "not_null(vpc_endpoint_type, 'Gateway')",
        Endpoint.open_policy: First(
            Beside(
                types="aws_vpc_endpoint_policy",
                on="vpc_endpoint_id",
                read="policy_public(policy) && policy_admin(policy)",
            ),
            "(policy == `null`) || (policy_public(policy) && policy_admin(policy))",
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.main.id
  service_name = "com.amazonaws.eu-central-1.s3"
}
""",
            gives=Endpoint(
                "aws_vpc_endpoint.s3",
                vpc=frozenset({"aws_vpc.main"}),
                service="com.amazonaws.eu-central-1.s3",
                type="Gateway",
                open_policy=True,
            ),
        ),
        Shown(
            text="""
resource "aws_vpc_endpoint" "kms" {
  vpc_id            = "vpc-1"
  service_name      = "com.amazonaws.eu-central-1.kms"
  vpc_endpoint_type = "Interface"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "*"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1" } }
    }]
  })
}
""",
            gives=Endpoint(
                "aws_vpc_endpoint.kms",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Conditi'
                'on":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}]}',
                type="Interface",
                open_policy=False,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Endpoint,
    each=Block("AWS::EC2::VPCEndpoint"),
    reads={
        **DOCUMENTED,
        Endpoint.policy: "PolicyDocument",
        Endpoint.vpc: "VpcId",
        Endpoint.service: "ServiceName",
        Endpoint.type: "not_null(VpcEndpointType, 'Gateway')",
        Endpoint.open_policy: (
            "(PolicyDocument == `null`) || (policy_public(PolicyDocument) && policy_admin(PolicyDocument))"
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties: {CidrBlock: 10.0.0.0/16}
  S3:
    Type: AWS::EC2::VPCEndpoint
    Properties: {VpcId: !Ref Main, ServiceName: com.amazonaws.eu-central-1.s3}
""",
            gives=Endpoint(
                "S3",
                vpc=frozenset({"Main"}),
                service="com.amazonaws.eu-central-1.s3",
                type="Gateway",
                open_policy=True,
            ),
        ),
        Shown(
            text="""
Resources:
  Kms:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: com.amazonaws.eu-central-1.kms
      VpcEndpointType: Interface
      PolicyDocument: {Statement: [{Effect: Allow, Principal: "*", Action: "kms:Decrypt", Resource: "*"}]}
""",
            gives=Endpoint(
                "Kms",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:Decrypt","Resource":"*"}]}',
                type="Interface",
                open_policy=False,
            ),
        ),
    ],
)

SERVICE_FROM_TERRAFORM = Source(
    of=EndpointService,
    each=Block("aws_vpc_endpoint_service"),
    reads={
        EndpointService.accepts_by_hand: "flag(acceptance_required)",
        EndpointService.open_to_all: "contains(not_null(allowed_principals, `[]`), '*')",
        EndpointService.principals: "allowed_principals",
    },
    shows=[
        Shown(
            text="""
resource "aws_vpc_endpoint_service" "shop" {
  acceptance_required        = true
  network_load_balancer_arns = []
}
""",
            gives=EndpointService(
                "aws_vpc_endpoint_service.shop", accepts_by_hand=True, open_to_all=False, principals=frozenset()
            ),
        ),
        Shown(
            text="""
resource "aws_vpc_endpoint_service" "shop" {
  acceptance_required = false
  allowed_principals  = ["*"]
}
""",
            gives=EndpointService(
                "aws_vpc_endpoint_service.shop", accepts_by_hand=False, open_to_all=True, principals=frozenset({"*"})
            ),
        ),
    ],
)

SERVICE_FROM_CLOUDFORMATION = Source(
    of=EndpointService,
    each=Block("AWS::EC2::VPCEndpointService"),
    reads={
        EndpointService.accepts_by_hand: "flag(not_null(AcceptanceRequired, `true`))",
        EndpointService.open_to_all: Beside(
            types="AWS::EC2::VPCEndpointServicePermissions",
            on="ServiceId",
            read="contains(not_null(AllowedPrincipals, `[]`), '*')",
            none=False,
        ),
        EndpointService.principals: Beside(
            types="AWS::EC2::VPCEndpointServicePermissions", on="ServiceId", read="AllowedPrincipals"
        ),
    },
    shows=[
        Shown(
            text="Resources: {Shop: {Type: 'AWS::EC2::VPCEndpointService', Properties: {NetworkLoadBalancerArns: []}}}",
            gives=EndpointService("Shop", accepts_by_hand=True, open_to_all=False, principals=frozenset()),
        ),
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::EC2::VPCEndpointService
    Properties: {AcceptanceRequired: false}
  Everyone:
    Type: AWS::EC2::VPCEndpointServicePermissions
    Properties: {ServiceId: !Ref Shop, AllowedPrincipals: ["*"]}
""",
            gives=EndpointService("Shop", accepts_by_hand=False, open_to_all=True, principals=frozenset({"*"})),
        ),
    ],
)
