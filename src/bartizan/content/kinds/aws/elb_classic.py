"""Elastic Load Balancing: the first generation, called classic load balancers."""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset, Flag, Link, Number, Text
from bartizan.core.source import Beside, Block, First, Inverse, OwnerLink, Shown, Source


class Classic(
    Endpoint,
    kind="aws.elb.classic",
    identifier="arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/{name}",
):
    """A load balancer of the first generation."""

    internal = Flag("Only its own network can reach it.")
    access_logged = Flag("Requests are logged.")
    cross_zone = Flag("Machines in all zones get the same share.")
    subnets = Link(Subnet, "The subnets it is in.")
    groups = Link(SecurityGroup, "The security groups around it.")
    listeners = Link(lambda: ClassicListener, "What it listens for.")
    machines = Link(Endpoint, "The machines named for it.")


class ClassicListener(Asset, kind="aws.elb.classic-listener"):
    """What a classic load balancer listens for."""

    balancer = Link(Classic, "The load balancer that listens.")
    port = Number("The port it listens on.")
    protocol = Text("HTTP, HTTPS, TCP or SSL.")
    has_certificate = Flag("A certificate is named for it.")
    machine_port = Number("The port that machines are spoken to on.")


FROM_TERRAFORM = Source(
    of=Classic,
    each=Block("aws_elb"),
    names=("name",),
    reads={
        Classic.internal: "flag(not_null(internal, `false`))",
        Classic.access_logged: "access_logs != `null` && flag(not_null(access_logs[0].enabled, `true`))",
        Classic.cross_zone: "flag(not_null(cross_zone_load_balancing, `true`))",
        Classic.subnets: "subnets",
        Classic.groups: "security_groups",
        Classic.listeners: Inverse(ClassicListener.balancer),
        Classic.machines: First(
            "instances", Beside(types="aws_elb_attachment", on="elb", read="[].instance", all=True)
        ),
    },
    shows=[
        Shown(
            text='resource "aws_elb" "plain" {}',
            gives=Classic(
                "aws_elb.plain",
                internal=False,
                access_logged=False,
                cross_zone=True,
                subnets=frozenset(),
                groups=frozenset(),
                listeners=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_security_group" "web" {}

resource "aws_elb" "web" {
  internal                  = true
  cross_zone_load_balancing = false
  subnets                   = [aws_subnet.a.id]
  security_groups           = [aws_security_group.web.id]
  access_logs {
    bucket = "logs"
  }
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 80
    instance_protocol = "http"
  }
}
""",
            gives=Classic(
                "aws_elb.web",
                internal=True,
                access_logged=True,
                cross_zone=False,
                subnets=frozenset({"aws_subnet.a"}),
                groups=frozenset({"aws_security_group.web"}),
                listeners=frozenset({"aws_elb.web/listener/0"}),
            ),
        ),
        Shown(
            text="""
resource "aws_instance" "web" {
  ami = "ami-1"
}

resource "aws_elb" "web" {
  instances = [aws_instance.web.id]
}
""",
            gives=Classic("aws_elb.web", machines=frozenset({"aws_instance.web"})),
        ),
    ],
)

LISTENER_FROM_TERRAFORM = Source(
    of=ClassicListener,
    each=Block("aws_elb", each="listener"),
    reads={
        ClassicListener.balancer: OwnerLink(),
        ClassicListener.port: "lb_port",
        ClassicListener.protocol: "upper(lb_protocol)",
        ClassicListener.has_certificate: "not_null(ssl_certificate_id, '') != ''",
        ClassicListener.machine_port: "instance_port",
    },
    shows=[
        Shown(
            text="""
resource "aws_elb" "web" {
  listener {
    lb_port            = 443
    lb_protocol        = "https"
    instance_port      = 80
    instance_protocol  = "http"
    ssl_certificate_id = "arn:aws:acm:eu-central-1:111122223333:certificate/1"
  }
}
""",
            gives=ClassicListener(
                "aws_elb.web/listener/0",
                balancer=frozenset({"aws_elb.web"}),
                port=443,
                protocol="HTTPS",
                has_certificate=True,
            ),
        ),
        Shown(
            text="""
resource "aws_elb" "web" {
  listener {
    lb_port           = 80
    lb_protocol       = "http"
    instance_port     = 8080
    instance_protocol = "http"
  }
}
""",
            gives=ClassicListener("aws_elb.web/listener/0", machine_port=8080),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Classic,
    each=Block("AWS::ElasticLoadBalancing::LoadBalancer"),
    names=("LoadBalancerName",),
    reads={
        Classic.internal: "not_null(Scheme, 'internet-facing') == 'internal'",
        Classic.access_logged: "flag(not_null(AccessLoggingPolicy.Enabled, `false`))",
        Classic.cross_zone: "flag(not_null(CrossZone, `false`))",
        Classic.subnets: "Subnets",
        Classic.groups: "SecurityGroups",
        Classic.listeners: Inverse(ClassicListener.balancer),
        Classic.machines: "Instances",
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::ElasticLoadBalancing::LoadBalancer', Properties: {Listeners: []}}}",
            gives=Classic(
                "Plain",
                internal=False,
                access_logged=False,
                cross_zone=False,
                subnets=frozenset(),
                groups=frozenset(),
                listeners=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Web}
  Web:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      Scheme: internal
      CrossZone: true
      Subnets: [!Ref A]
      SecurityGroups: [!Ref Group]
      AccessLoggingPolicy: {Enabled: true, S3BucketName: logs}
      Listeners: [{LoadBalancerPort: "80", InstancePort: "80", Protocol: http}]
""",
            gives=Classic(
                "Web",
                internal=True,
                access_logged=True,
                cross_zone=True,
                subnets=frozenset({"A"}),
                groups=frozenset({"Group"}),
                listeners=frozenset({"Web/Listeners/0"}),
            ),
        ),
        Shown(
            text="""
Resources:
  Machine:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-1}
  Web:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties: {Instances: [!Ref Machine]}
""",
            gives=Classic("Web", machines=frozenset({"Machine"})),
        ),
    ],
)

LISTENER_FROM_CLOUDFORMATION = Source(
    of=ClassicListener,
    each=Block("AWS::ElasticLoadBalancing::LoadBalancer", each="Listeners"),
    reads={
        ClassicListener.balancer: OwnerLink(),
        ClassicListener.port: "LoadBalancerPort",
        ClassicListener.protocol: "upper(Protocol)",
        ClassicListener.has_certificate: "not_null(SSLCertificateId, '') != ''",
        ClassicListener.machine_port: "InstancePort",
    },
    shows=[
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties: {Listeners: [{LoadBalancerPort: "80", InstancePort: "80", Protocol: http}]}
""",
            gives=ClassicListener(
                "Web/Listeners/0", balancer=frozenset({"Web"}), port=80, protocol="HTTP", has_certificate=False
            ),
        ),
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties: {Listeners: [{LoadBalancerPort: "80", InstancePort: "8080", Protocol: HTTP}]}
""",
            gives=ClassicListener("Web/Listeners/0", machine_port=8080),
        ),
    ],
)
