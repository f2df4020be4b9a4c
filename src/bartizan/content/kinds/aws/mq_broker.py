"""Amazon MQ brokers: ActiveMQ and RabbitMQ."""

from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.placed import Placed
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class Broker(
    DataStore, Placed, kind="aws.mq.broker", identifier="arn:{partition}:mq:{region}:{account}:broker:{name}:{id}"
):
    """Passes messages between programs."""

    name = Text("Its name, where it is known before deployment.")
    engine = Text("Its engine: activemq or rabbitmq.")
    publicly_accessible = Flag("It has addresses on the Internet.")
    audited = Flag("Administration of it is written to an audit log.")
    logged = Flag("Its general log is sent to CloudWatch.")
    minor_upgrades = Flag("Minor versions of the engine are installed by themselves.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    literal_password = Flag("The password of a user is written in the source.")
    security_groups = Link(
        SecurityGroup, "Security groups that are named for it; the default one of the network where none is."
    )


FROM_TERRAFORM = Source(
    of=Broker,
    each=Block("aws_mq_broker"),
    reads={
        Broker.tags: TAGS,
        Broker.name: "broker_name",
        Broker.engine: "lower(engine_type)",
        Broker.publicly_accessible: "flag(not_null(publicly_accessible, `false`))",
        Broker.audited: "flag(not_null(logs[0].audit, `false`))",
        Broker.logged: "flag(not_null(logs[0].general, `false`))",
        Broker.minor_upgrades: "flag(not_null(auto_minor_version_upgrade, `false`))",
        Broker.key: "encryption_options[0].kms_key_id",
        Broker.own_key: "customer_key(encryption_options[0].kms_key_id)",
        Broker.literal_password: "any(not_null(user[*].literal(password), `[]`))",
        Broker.security_groups: "security_groups",
        Broker.subnets: "subnet_ids",
    },
    shows=[
        Shown(
            text="""
resource "aws_mq_broker" "plain" {
  broker_name = "plain"
  engine_type = "RabbitMQ"
  user {
    username = "app"
    password = random_password.app.result
  }
}

resource "random_password" "app" {
  length = 32
}
""",
            gives=Broker(
                "aws_mq_broker.plain",
                engine="rabbitmq",
                publicly_accessible=False,
                audited=False,
                logged=False,
                minor_upgrades=False,
                key=frozenset(),
                own_key=False,
                literal_password=False,
                security_groups=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_security_group" "inner" {}

resource "aws_kms_key" "data" {}

resource "aws_mq_broker" "jobs" {
  security_groups = [aws_security_group.inner.id]
  broker_name                = "jobs"
  engine_type                = "ActiveMQ"
  publicly_accessible        = true
  auto_minor_version_upgrade = true
  logs {
    audit   = true
    general = true
  }
  encryption_options {
    use_aws_owned_key = false
    kms_key_id        = aws_kms_key.data.arn
  }
  user {
    username = "app"
    password = "correct-horse"
  }
}
""",
            gives=Broker(
                "aws_mq_broker.jobs",
                name="jobs",
                engine="activemq",
                publicly_accessible=True,
                audited=True,
                logged=True,
                minor_upgrades=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                literal_password=True,
                security_groups=frozenset({"aws_security_group.inner"}),
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_mq_broker" "placed" {
  subnet_ids = [aws_subnet.a.id]
}
""",
            gives=Broker("aws_mq_broker.placed", subnets=frozenset({"aws_subnet.a"})),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Broker,
    each=Block("AWS::AmazonMQ::Broker"),
    reads={
        Broker.tags: TAGS_LISTED,
        Broker.name: "BrokerName",
        Broker.engine: "lower(EngineType)",
        Broker.publicly_accessible: "flag(not_null(PubliclyAccessible, `false`))",
        Broker.audited: "flag(not_null(Logs.Audit, `false`))",
        Broker.logged: "flag(not_null(Logs.General, `false`))",
        Broker.minor_upgrades: "flag(not_null(AutoMinorVersionUpgrade, `false`))",
        Broker.key: "EncryptionOptions.KmsKeyId",
        Broker.own_key: "customer_key(EncryptionOptions.KmsKeyId)",
        Broker.literal_password: "any(not_null(Users[*].literal(Password), `[]`))",
        Broker.security_groups: "SecurityGroups",
        Broker.subnets: "SubnetIds",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: plain
      EngineType: RABBITMQ
      Users: [{Username: app, Password: "{{resolve:secretsmanager:app}}"}]
""",
            gives=Broker(
                "Plain",
                engine="rabbitmq",
                publicly_accessible=False,
                audited=False,
                logged=False,
                minor_upgrades=False,
                key=frozenset(),
                own_key=False,
                literal_password=False,
                security_groups=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Inner:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Inner}
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Jobs:
    Type: AWS::AmazonMQ::Broker
    Properties:
      SecurityGroups: [!GetAtt Inner.GroupId]
      BrokerName: jobs
      EngineType: ACTIVEMQ
      PubliclyAccessible: true
      AutoMinorVersionUpgrade: true
      Logs: {Audit: true, General: true}
      EncryptionOptions: {UseAwsOwnedKey: false, KmsKeyId: !GetAtt Data.Arn}
      Users: [{Username: app, Password: correct-horse}]
""",
            gives=Broker(
                "Jobs",
                name="jobs",
                engine="activemq",
                publicly_accessible=True,
                audited=True,
                logged=True,
                minor_upgrades=True,
                key=frozenset({"Data"}),
                own_key=True,
                literal_password=True,
                security_groups=frozenset({"Inner"}),
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Placed:
    Type: AWS::AmazonMQ::Broker
    Properties: {SubnetIds: [!Ref A]}
""",
            gives=Broker("Placed", subnets=frozenset({"A"})),
        ),
    ],
)
