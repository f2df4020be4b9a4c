"""Amazon ECS clusters and services."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskDefinition
from bartizan.content.kinds.aws.elb_load_balancer import TargetGroup
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Block, Shown, Source


class Cluster(Asset, kind="aws.ecs.cluster", identifier="arn:{partition}:ecs:{region}:{account}:cluster/{name}"):
    """Where tasks run."""

    name = Text("Its name, where it is known before deployment.")
    insights = Flag("Container Insights measures what runs in it.")
    exec_logging = Text("What is kept of shells opened in its containers: DEFAULT, OVERRIDE or NONE.")
    exec_key = Flag("A KMS key encrypts the data of such shells.")


class Service(
    Runner, kind="aws.ecs.service", identifier="arn:{partition}:ecs:{region}:{account}:service/{cluster}/{name}"
):
    """Keeps a number of tasks running."""

    name = Text("Its name, where it is known before deployment.")
    cluster = Link(Cluster, "Where it runs.")
    task = Link(TaskDefinition, "What it runs.")
    public_address = Flag("Its tasks get public addresses.")
    shells = Flag("Shells can be opened in its tasks.")
    platform = Text("The Fargate platform version.")
    subnets = Link(Subnet, "The subnets its tasks are in.")
    groups = Link(SecurityGroup, "The security groups around its tasks.")
    target_groups = Link(TargetGroup, "Target groups its tasks are in.")
    ports = Many("Ports of its containers that load balancers send to.")


FROM_TERRAFORM = Source(
    of=Cluster,
    each=Block("aws_ecs_cluster"),
    names=("name",),
    reads={
        Cluster.name: "name",
        Cluster.insights: (
            "length(not_null(setting, `[]`)[?name == 'containerInsights' && "
            "contains(['enabled', 'enhanced'], value)]) > `0`"
        ),
        Cluster.exec_logging: "not_null(configuration[0].execute_command_configuration[0].logging, 'DEFAULT')",
        Cluster.exec_key: "configuration[0].execute_command_configuration[0].kms_key_id != `null`",
    },
    shows=[
        Shown(
            text='resource "aws_ecs_cluster" "plain" {\n  name = "plain"\n}',
            gives=Cluster(
                "aws_ecs_cluster.plain", name="plain", insights=False, exec_logging="DEFAULT", exec_key=False
            ),
        ),
        Shown(
            text="""
resource "aws_ecs_cluster" "set" {
  name = "set"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
  configuration {
    execute_command_configuration {
      logging    = "NONE"
      kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/1"
    }
  }
}
""",
            gives=Cluster("aws_ecs_cluster.set", insights=True, exec_logging="NONE", exec_key=True),
        ),
    ],
)

SERVICE_FROM_TERRAFORM = Source(
    of=Service,
    each=Block("aws_ecs_service"),
    reads={
        Service.name: "name",
        Service.cluster: "cluster",
        Service.task: "task_definition",
        Service.public_address: "flag(not_null(network_configuration[0].assign_public_ip, `false`))",
        Service.shells: "flag(not_null(enable_execute_command, `false`))",
        Service.platform: "not_null(platform_version, 'LATEST')",
        Service.subnets: "network_configuration[0].subnets",
        Service.groups: "network_configuration[0].security_groups",
        Service.target_groups: "load_balancer[].target_group_arn",
        Service.ports: "load_balancer[].container_port",
    },
    shows=[
        Shown(
            text='resource "aws_ecs_service" "plain" {\n  name = "plain"\n}',
            gives=Service(
                "aws_ecs_service.plain",
                name="plain",
                cluster=frozenset(),
                task=frozenset(),
                public_address=False,
                shells=False,
                platform="LATEST",
                subnets=frozenset(),
                groups=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = "[]"
}

resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_security_group" "web" {}

resource "aws_ecs_service" "set" {
  name             = "set"
  cluster          = aws_ecs_cluster.main.id
  task_definition  = aws_ecs_task_definition.web.arn
  platform_version = "1.3.0"

  enable_execute_command = true
  network_configuration {
    assign_public_ip = true
    subnets          = [aws_subnet.a.id]
    security_groups  = [aws_security_group.web.id]
  }
}
""",
            gives=Service(
                "aws_ecs_service.set",
                name="set",
                cluster=frozenset({"aws_ecs_cluster.main"}),
                task=frozenset({"aws_ecs_task_definition.web"}),
                public_address=True,
                shells=True,
                platform="1.3.0",
                subnets=frozenset({"aws_subnet.a"}),
                groups=frozenset({"aws_security_group.web"}),
            ),
        ),
        Shown(
            text="""
resource "aws_lb_target_group" "web" {
  port        = 80
  protocol    = "HTTP"
  target_type = "ip"
}

resource "aws_ecs_service" "web" {
  name = "web"
  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 8080
  }
}
""",
            gives=Service(
                "aws_ecs_service.web", target_groups=frozenset({"aws_lb_target_group.web"}), ports=frozenset({8080})
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Cluster,
    each=Block("AWS::ECS::Cluster"),
    names=("ClusterName",),
    reads={
        Cluster.name: "ClusterName",
        Cluster.insights: (
            "length(not_null(ClusterSettings, `[]`)[?Name == 'containerInsights' && "
            "contains(['enabled', 'enhanced'], Value)]) > `0`"
        ),
        Cluster.exec_logging: "not_null(Configuration.ExecuteCommandConfiguration.Logging, 'DEFAULT')",
        Cluster.exec_key: "Configuration.ExecuteCommandConfiguration.KmsKeyId != `null`",
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::ECS::Cluster'}}",
            gives=Cluster("Plain", name=None, insights=False, exec_logging="DEFAULT", exec_key=False),
        ),
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: set
      ClusterSettings: [{Name: containerInsights, Value: enhanced}]
      Configuration: {ExecuteCommandConfiguration: {Logging: NONE, KmsKeyId: k}}
""",
            gives=Cluster("Set", name="set", insights=True, exec_logging="NONE", exec_key=True),
        ),
    ],
)

SERVICE_FROM_CLOUDFORMATION = Source(
    of=Service,
    each=Block("AWS::ECS::Service"),
    reads={
        Service.name: "ServiceName",
        Service.cluster: "Cluster",
        Service.task: "TaskDefinition",
        Service.public_address: (
            "not_null(NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp, 'DISABLED') == 'ENABLED'"
        ),
        Service.shells: "flag(not_null(EnableExecuteCommand, `false`))",
        Service.platform: "not_null(PlatformVersion, 'LATEST')",
        Service.subnets: "NetworkConfiguration.AwsvpcConfiguration.Subnets",
        Service.groups: "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups",
        Service.target_groups: "LoadBalancers[].TargetGroupArn",
        Service.ports: "LoadBalancers[].ContainerPort",
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::ECS::Service'}}",
            gives=Service(
                "Plain",
                name=None,
                cluster=frozenset(),
                task=frozenset(),
                public_address=False,
                shells=False,
                platform="LATEST",
                subnets=frozenset(),
                groups=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Main:
    Type: AWS::ECS::Cluster
  Web:
    Type: AWS::ECS::TaskDefinition
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Web}
  Set:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Main
      TaskDefinition: !Ref Web
      PlatformVersion: 1.3.0
      ServiceName: set
      EnableExecuteCommand: true
      NetworkConfiguration:
        AwsvpcConfiguration: {AssignPublicIp: ENABLED, Subnets: [!Ref A], SecurityGroups: [!Ref Group]}
""",
            gives=Service(
                "Set",
                name="set",
                cluster=frozenset({"Main"}),
                task=frozenset({"Web"}),
                public_address=True,
                shells=True,
                platform="1.3.0",
                subnets=frozenset({"A"}),
                groups=frozenset({"Group"}),
            ),
        ),
        Shown(
            text="""
Resources:
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Port: 80, Protocol: HTTP, TargetType: ip}
  Web:
    Type: AWS::ECS::Service
    Properties:
      LoadBalancers: [{TargetGroupArn: !Ref Group, ContainerName: web, ContainerPort: 8080}]
""",
            gives=Service("Web", target_groups=frozenset({"Group"}), ports=frozenset({8080})),
        ),
    ],
)
