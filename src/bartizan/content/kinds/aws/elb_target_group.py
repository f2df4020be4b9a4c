"""Where target groups of load balancers are seen."""

from bartizan.content.kinds.aws.elb_load_balancer import TargetGroup
from bartizan.core.source import Beside, Block, Shown, Source

TARGETS_FROM_TERRAFORM = Source(
    of=TargetGroup,
    each=Block("aws_lb_target_group", "aws_alb_target_group"),
    reads={
        TargetGroup.protocol: "protocol",
        TargetGroup.type: "not_null(target_type, 'instance')",
        TargetGroup.checks_path: "health_check[0].path != `null`",
        TargetGroup.port: "port",
        TargetGroup.targets: Beside(
            types=("aws_lb_target_group_attachment", "aws_alb_target_group_attachment"),
            on="target_group_arn",
            read="[].target_id",
            all=True,
        ),
    },
    shows=[
        Shown(
            text='resource "aws_lb_target_group" "plain" {\n  port = 80\n  protocol = "HTTP"\n}',
            gives=TargetGroup(
                "aws_lb_target_group.plain",
                protocol="HTTP",
                type="instance",
                checks_path=False,
                port=80,
                targets=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_lb_target_group" "set" {
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  health_check {
    path = "/health"
  }
}
""",
            gives=TargetGroup("aws_lb_target_group.set", protocol="HTTPS", type="ip", checks_path=True),
        ),
        Shown(
            text="""
resource "aws_instance" "web" {
  ami = "ami-1"
}

resource "aws_lb_target_group" "web" {
  port     = 8080
  protocol = "HTTP"
}

resource "aws_lb_target_group_attachment" "web" {
  target_group_arn = aws_lb_target_group.web.arn
  target_id        = aws_instance.web.id
}
""",
            gives=TargetGroup("aws_lb_target_group.web", port=8080, targets=frozenset({"aws_instance.web"})),
        ),
    ],
)

TARGETS_FROM_CLOUDFORMATION = Source(
    of=TargetGroup,
    each=Block("AWS::ElasticLoadBalancingV2::TargetGroup"),
    reads={
        TargetGroup.protocol: "Protocol",
        TargetGroup.type: "not_null(TargetType, 'instance')",
        TargetGroup.checks_path: "HealthCheckPath != `null`",
        TargetGroup.port: "Port",
        TargetGroup.targets: "Targets[].Id",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Port: 80, Protocol: HTTP}
""",
            gives=TargetGroup(
                "Plain", protocol="HTTP", type="instance", checks_path=False, port=80, targets=frozenset()
            ),
        ),
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Port: 443, Protocol: HTTPS, TargetType: ip, HealthCheckPath: /health}
""",
            gives=TargetGroup("Set", protocol="HTTPS", type="ip", checks_path=True),
        ),
        Shown(
            text="""
Resources:
  Machine:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-1}
  Web:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Port: 8080, Protocol: HTTP, Targets: [{Id: !Ref Machine}]}
""",
            gives=TargetGroup("Web", port=8080, targets=frozenset({"Machine"})),
        ),
    ],
)
