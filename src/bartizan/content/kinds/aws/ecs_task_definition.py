"""Amazon ECS task definitions, and the containers and volumes in them."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Inverse, OwnerLink, Shown, Source


class TaskDefinition(
    Runner,
    kind="aws.ecs.task-definition",
    identifier="arn:{partition}:ecs:{region}:{account}:task-definition/{family}:{revision}",
):
    """Says which containers make up a task, and what they may do."""

    family = Text("The name its revisions share.")
    network_mode = Text("awsvpc, bridge, host, none, or default for Windows.")
    pid_mode = Text("Whose processes its containers see: host, task, or none where each sees its own.")
    ipc_mode = Text("Whose memory segments its containers share: host, task, none.")
    role = Link(Role, "The role the programs in it act as.")
    execution_role = Link(Role, "The role ECS acts as to start it.")
    containers = Link(lambda: TaskContainer, "Its containers.")
    volumes = Link(lambda: TaskVolume, "Its volumes.")


class TaskContainer(Asset, kind="aws.ecs.container"):
    """A container of a task."""

    task = Link(TaskDefinition, "The task definition it is part of.")
    name = Text("Its name.")
    image = Text("The image it runs, as written.")
    privileged = Flag("It may do what root on the machine may.")
    asks_for_root = Flag("It is told to run as root.")
    read_only_root = Flag("Its root file system cannot be written.")
    secret_in_environment = Flag("A credential is written in its environment variables.")
    logged = Flag("It is said where its output goes.")


class TaskVolume(Asset, kind="aws.ecs.volume"):
    """A volume of a task."""

    task = Link(TaskDefinition, "The task definition it is part of.")
    host_path = Text("The path of the machine it gives, if it does.")
    on_efs = Flag("It is a file system of EFS.")
    uses_tls = Flag("What is read and written goes over TLS.")


FROM_TERRAFORM = Source(
    of=TaskDefinition,
    each=Block("aws_ecs_task_definition"),
    names=("family",),
    reads={
        TaskDefinition.family: "family",
        TaskDefinition.network_mode: "not_null(network_mode, 'bridge')",
        TaskDefinition.pid_mode: "pid_mode",
        TaskDefinition.ipc_mode: "ipc_mode",
        TaskDefinition.role: "task_role_arn",
        TaskDefinition.execution_role: "execution_role_arn",
        TaskDefinition.containers: Inverse(TaskContainer.task),
        TaskDefinition.volumes: Inverse(TaskVolume.task),
    },
    shows=[
        Shown(
            text='resource "aws_ecs_task_definition" "plain" {\n  family = "plain"\n  container_definitions = "[]"\n}',
            gives=TaskDefinition(
                "aws_ecs_task_definition.plain",
                family="plain",
                network_mode="bridge",
                pid_mode=None,
                ipc_mode=None,
                role=frozenset(),
                execution_role=frozenset(),
                containers=frozenset(),
                volumes=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_ecs_task_definition" "set" {
  family                = "set"
  network_mode          = "host"
  pid_mode              = "host"
  ipc_mode              = "task"
  task_role_arn         = aws_iam_role.app.arn
  execution_role_arn    = "arn:aws:iam::111122223333:role/start"
  container_definitions = jsonencode([{ name = "web", image = "web:1" }])
  volume {
    name      = "etc"
    host_path = "/etc"
  }
}

""",
            gives=TaskDefinition(
                "aws_ecs_task_definition.set",
                network_mode="host",
                pid_mode="host",
                ipc_mode="task",
                containers=frozenset({"aws_ecs_task_definition.set/container_definitions/0"}),
                volumes=frozenset({"aws_ecs_task_definition.set/volume/0"}),
            ),
        ),
    ],
)

CONTAINER_FROM_TERRAFORM = Source(
    of=TaskContainer,
    each=Block("aws_ecs_task_definition", each="from_json(container_definitions)"),
    reads={
        TaskContainer.task: OwnerLink(),
        TaskContainer.name: "name",
        TaskContainer.image: "image",
        TaskContainer.privileged: "flag(not_null(privileged, `false`))",
        TaskContainer.asks_for_root: "user && matches(to_string(user), '^(root|0)(:|$)')",
        TaskContainer.read_only_root: "flag(not_null(readonlyRootFilesystem, `false`))",
        TaskContainer.secret_in_environment: "length(secret_settings(environment)) > `0`",
        TaskContainer.logged: "logConfiguration != `null`",
    },
    shows=[
        Shown(
            text="""
resource "aws_ecs_task_definition" "app" {
  family = "app"
  container_definitions = jsonencode([{
    name                   = "web"
    image                  = "web:1"
    privileged             = true
    user                   = "0:0"
    readonlyRootFilesystem = true
    environment            = [{ name = "DB_PASSWORD", value = "correct-horse" }]
    logConfiguration       = { logDriver = "awslogs" }
  }])
}
""",
            gives=TaskContainer(
                "aws_ecs_task_definition.app/container_definitions/0",
                task=frozenset({"aws_ecs_task_definition.app"}),
                name="web",
                image="web:1",
                privileged=True,
                asks_for_root=True,
                read_only_root=True,
                secret_in_environment=True,
                logged=True,
            ),
        ),
        Shown(
            text="""
resource "aws_ecs_task_definition" "app" {
  family = "app"
  container_definitions = jsonencode([{ name = "web", image = "web:1", user = "1000" }])
}
""",
            gives=TaskContainer(
                "aws_ecs_task_definition.app/container_definitions/0",
                privileged=False,
                asks_for_root=False,
                read_only_root=False,
                secret_in_environment=False,
                logged=False,
            ),
        ),
    ],
)

VOLUME_FROM_TERRAFORM = Source(
    of=TaskVolume,
    each=Block("aws_ecs_task_definition", each="volume"),
    reads={
        TaskVolume.task: OwnerLink(),
        TaskVolume.host_path: "host_path",
        TaskVolume.on_efs: "efs_volume_configuration != `null`",
        TaskVolume.uses_tls: "not_null(efs_volume_configuration[0].transit_encryption, 'DISABLED') == 'ENABLED'",
    },
    shows=[
        Shown(
            text="""
resource "aws_ecs_task_definition" "app" {
  family                = "app"
  container_definitions = "[]"
  volume {
    name      = "socket"
    host_path = "/var/run/docker.sock"
  }
}
""",
            gives=TaskVolume(
                "aws_ecs_task_definition.app/volume/0",
                task=frozenset({"aws_ecs_task_definition.app"}),
                host_path="/var/run/docker.sock",
                on_efs=False,
                uses_tls=False,
            ),
        ),
        Shown(
            text="""
resource "aws_ecs_task_definition" "app" {
  family                = "app"
  container_definitions = "[]"
  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id     = "fs-1"
      transit_encryption = "ENABLED"
    }
  }
}
""",
            gives=TaskVolume("aws_ecs_task_definition.app/volume/0", host_path=None, on_efs=True, uses_tls=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=TaskDefinition,
    each=Block("AWS::ECS::TaskDefinition"),
    names=("Family",),
    reads={
        TaskDefinition.family: "Family",
        TaskDefinition.network_mode: "not_null(NetworkMode, 'bridge')",
        TaskDefinition.pid_mode: "PidMode",
        TaskDefinition.ipc_mode: "IpcMode",
        TaskDefinition.role: "TaskRoleArn",
        TaskDefinition.execution_role: "ExecutionRoleArn",
        TaskDefinition.containers: Inverse(TaskContainer.task),
        TaskDefinition.volumes: Inverse(TaskVolume.task),
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::ECS::TaskDefinition'}}",
            gives=TaskDefinition(
                "Plain",
                family=None,
                network_mode="bridge",
                pid_mode=None,
                ipc_mode=None,
                role=frozenset(),
                execution_role=frozenset(),
                containers=frozenset(),
                volumes=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Set:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: set
      NetworkMode: host
      PidMode: host
      IpcMode: task
      TaskRoleArn: !GetAtt Role.Arn
      ContainerDefinitions: [{Name: web, Image: "web:1"}]
      Volumes: [{Name: etc, Host: {SourcePath: /etc}}]
""",
            gives=TaskDefinition(
                "Set",
                family="set",
                network_mode="host",
                pid_mode="host",
                ipc_mode="task",
                role=frozenset({"Role"}),
                containers=frozenset({"Set/ContainerDefinitions/0"}),
                volumes=frozenset({"Set/Volumes/0"}),
            ),
        ),
    ],
)

CONTAINER_FROM_CLOUDFORMATION = Source(
    of=TaskContainer,
    each=Block("AWS::ECS::TaskDefinition", each="ContainerDefinitions"),
    reads={
        TaskContainer.task: OwnerLink(),
        TaskContainer.name: "Name",
        TaskContainer.image: "Image",
        TaskContainer.privileged: "flag(not_null(Privileged, `false`))",
        TaskContainer.asks_for_root: "User && matches(to_string(User), '^(root|0)(:|$)')",
        TaskContainer.read_only_root: "flag(not_null(ReadonlyRootFilesystem, `false`))",
        TaskContainer.secret_in_environment: "length(secret_settings(Environment)) > `0`",
        TaskContainer.logged: "LogConfiguration != `null`",
    },
    shows=[
        Shown(
            text="""
Resources:
  App:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Privileged: true
          User: root
          ReadonlyRootFilesystem: true
          Environment: [{Name: DB_PASSWORD, Value: correct-horse}]
          LogConfiguration: {LogDriver: awslogs}
""",
            gives=TaskContainer(
                "App/ContainerDefinitions/0",
                task=frozenset({"App"}),
                name="web",
                image="web:1",
                privileged=True,
                asks_for_root=True,
                read_only_root=True,
                secret_in_environment=True,
                logged=True,
            ),
        ),
        Shown(
            text="""
Resources:
  App:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: web, Image: "web:1", User: "1000"}]
""",
            gives=TaskContainer(
                "App/ContainerDefinitions/0",
                privileged=False,
                asks_for_root=False,
                read_only_root=False,
                secret_in_environment=False,
                logged=False,
            ),
        ),
    ],
)

VOLUME_FROM_CLOUDFORMATION = Source(
    of=TaskVolume,
    each=Block("AWS::ECS::TaskDefinition", each="Volumes"),
    reads={
        TaskVolume.task: OwnerLink(),
        TaskVolume.host_path: "Host.SourcePath",
        TaskVolume.on_efs: "EFSVolumeConfiguration != `null`",
        TaskVolume.uses_tls: "not_null(EFSVolumeConfiguration.TransitEncryption, 'DISABLED') == 'ENABLED'",
    },
    shows=[
        Shown(
            text="""
Resources:
  App:
    Type: AWS::ECS::TaskDefinition
    Properties: {Volumes: [{Name: socket, Host: {SourcePath: /var/run/docker.sock}}]}
""",
            gives=TaskVolume(
                "App/Volumes/0",
                task=frozenset({"App"}),
                host_path="/var/run/docker.sock",
                on_efs=False,
                uses_tls=False,
            ),
        ),
        Shown(
            text="""
Resources:
  App:
    Type: AWS::ECS::TaskDefinition
    Properties: {Volumes: [{Name: data, EFSVolumeConfiguration: {FilesystemId: fs-1, TransitEncryption: ENABLED}}]}
""",
            gives=TaskVolume("App/Volumes/0", host_path=None, on_efs=True, uses_tls=True),
        ),
    ],
)
