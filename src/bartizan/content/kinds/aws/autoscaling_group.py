"""Amazon EC2 Auto Scaling groups."""

from bartizan.content.kinds.aws.ec2_launch_template import LaunchTemplate
from bartizan.content.kinds.aws.elb_classic import Classic
from bartizan.content.kinds.aws.elb_load_balancer import TargetGroup
from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class Group(
    Runner,
    kind="aws.autoscaling.group",
    identifier="arn:{partition}:autoscaling:{region}:{account}:autoScalingGroup:{id}:autoScalingGroupName/{name}",
):
    """Keeps a number of like machines running."""

    template = Link(LaunchTemplate, "What its machines are started from.")
    from_configuration = Flag("Its machines are started from a launch configuration, which can no longer be changed.")
    subnets = Link(Subnet, "The subnets its machines are in.")
    balanced = Flag("A load balancer sends requests to its machines.")
    health_check = Text("Whose word counts for a machine being well: EC2, ELB and others.")
    target_groups = Link(TargetGroup, "Target groups its machines are in.")
    balancers = Link(Classic, "Classic load balancers that send to its machines.")


FROM_TERRAFORM = Source(
    of=Group,
    each=Block("aws_autoscaling_group"),
    reads={
        Group.template: (
            "[launch_template[0].id, launch_template[0].name, launch_configuration, "
            "mixed_instances_policy[0].launch_template[0].launch_template_specification[0].launch_template_id, "
            "mixed_instances_policy[0].launch_template[0].launch_template_specification[0].launch_template_name] | [?@]"
        ),
        Group.from_configuration: "not_null(launch_configuration, '') != ''",
        Group.subnets: "vpc_zone_identifier",
        Group.balanced: "length([load_balancers, target_group_arns, traffic_source][] | [?@]) > `0`",
        Group.health_check: "not_null(health_check_type, 'EC2')",
        Group.target_groups: "[target_group_arns, traffic_source[].identifier][] | [?@]",
        Group.balancers: "load_balancers",
    },
    shows=[
        Shown(
            text='resource "aws_autoscaling_group" "plain" {\n  max_size = 2\n  min_size = 1\n}',
            gives=Group(
                "aws_autoscaling_group.plain",
                template=frozenset(),
                from_configuration=False,
                subnets=frozenset(),
                balanced=False,
                health_check="EC2",
                target_groups=frozenset(),
                balancers=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_launch_configuration" "web" {
  image_id = "ami-1"
}

resource "aws_autoscaling_group" "set" {
  max_size             = 2
  min_size             = 1
  launch_configuration = aws_launch_configuration.web.name
  vpc_zone_identifier  = [aws_subnet.a.id]
  target_group_arns    = ["arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/web/1"]
  health_check_type    = "ELB"
}
""",
            gives=Group(
                "aws_autoscaling_group.set",
                template=frozenset({"aws_launch_configuration.web"}),
                from_configuration=True,
                subnets=frozenset({"aws_subnet.a"}),
                balanced=True,
                health_check="ELB",
            ),
        ),
        Shown(
            text="""
resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
}

resource "aws_autoscaling_group" "web" {
  max_size          = 2
  min_size          = 1
  target_group_arns = [aws_lb_target_group.web.arn]
}
""",
            gives=Group("aws_autoscaling_group.web", target_groups=frozenset({"aws_lb_target_group.web"})),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Group,
    each=Block("AWS::AutoScaling::AutoScalingGroup"),
    reads={
        Group.template: (
            "[LaunchTemplate.LaunchTemplateId, LaunchTemplate.LaunchTemplateName, LaunchConfigurationName, "
            "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId, "
            "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName] | [?@]"
        ),
        Group.from_configuration: "not_null(LaunchConfigurationName, '') != ''",
        Group.subnets: "VPCZoneIdentifier",
        Group.balanced: "length([LoadBalancerNames, TargetGroupARNs, TrafficSources][] | [?@]) > `0`",
        Group.health_check: "not_null(HealthCheckType, 'EC2')",
        Group.target_groups: "[TargetGroupARNs, TrafficSources[].Identifier][] | [?@]",
        Group.balancers: "LoadBalancerNames",
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: {MinSize: 1, MaxSize: 2}}}",
            gives=Group(
                "Plain",
                template=frozenset(),
                from_configuration=False,
                subnets=frozenset(),
                balanced=False,
                health_check="EC2",
                target_groups=frozenset(),
                balancers=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Web:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties: {ImageId: ami-1}
  Set:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      LaunchConfigurationName: !Ref Web
      VPCZoneIdentifier: [!Ref A]
      LoadBalancerNames: [web]
      HealthCheckType: ELB
""",
            gives=Group(
                "Set",
                template=frozenset({"Web"}),
                from_configuration=True,
                subnets=frozenset({"A"}),
                balanced=True,
                health_check="ELB",
            ),
        ),
    ],
)
