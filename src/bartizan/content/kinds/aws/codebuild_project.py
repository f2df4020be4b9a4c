"""AWS CodeBuild projects and what starts them."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.kubernetes.workload import NOT_SECRET_NAME, SECRET_NAME
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Owner, OwnerLink, Shown, Source, Through

LITERAL_SECRETS = (
    f"length(not_null(environment[].environment_variable[?not_null(type, 'PLAINTEXT') == 'PLAINTEXT' && literal(value) && "
    f"((matches(name, '{SECRET_NAME}') && !matches(name, '{NOT_SECRET_NAME}')) || "
    "matches(value, '^(AKIA|ASIA)[A-Z0-9]{16}$'))][], `[]`)) > `0`"
)
LITERAL_SECRETS_CLOUDFORMATION = (
    f"length(not_null(Environment.EnvironmentVariables[?not_null(Type, 'PLAINTEXT') == 'PLAINTEXT' && literal(Value) && "
    f"((matches(Name, '{SECRET_NAME}') && !matches(Name, '{NOT_SECRET_NAME}')) || "
    "matches(Value, '^(AKIA|ASIA)[A-Z0-9]{16}$'))], `[]`)) > `0`"
)


class Project(
    Asset, kind="aws.codebuild.project", identifier="arn:{partition}:codebuild:{region}:{account}:project/{name}"
):
    """A build: where its source is, and the container it runs in."""

    name = Text("Its name, where it is known before deployment.")
    origin = Text("Where its source is: GITHUB, CODECOMMIT, S3 ...")
    role = Link(Role, "The role it acts as.")
    literal_secrets = Flag(
        "An environment variable that is named like a secret, or looks like one, has its value in the source."
    )
    privileged = Flag("The build has power over its host, as building images with Docker needs.")
    artifacts_encrypted = Flag("What it makes is encrypted where it is put.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    logged = Flag("The output of builds is kept in CloudWatch or S3.")


FROM_TERRAFORM = Source(
    of=Project,
    each=Block("aws_codebuild_project"),
    names=("name",),
    reads={
        Project.name: "name",
        Project.origin: "upper(source[0].type)",
        Project.role: "service_role",
        Project.literal_secrets: LITERAL_SECRETS,
        Project.privileged: "flag(not_null(environment[0].privileged_mode, `false`))",
        Project.artifacts_encrypted: "!flag(not_null(artifacts[0].encryption_disabled, `false`))",
        Project.key: "encryption_key",
        Project.own_key: "customer_key(encryption_key)",
        Project.logged: "not_null(logs_config[0].cloudwatch_logs[0].status, 'ENABLED') == 'ENABLED' || not_null(logs_config[0].s3_logs[0].status, 'DISABLED') == 'ENABLED'",
    },
    shows=[
        Shown(
            text="""
resource "aws_codebuild_project" "plain" {
  name = "plain"
  artifacts {
    type = "NO_ARTIFACTS"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    environment_variable {
      name  = "STAGE"
      value = "test"
    }
    environment_variable {
      name  = "DB_PASSWORD"
      value = "/shop/db"
      type  = "PARAMETER_STORE"
    }
  }
  source {
    type = "NO_SOURCE"
  }
}
""",
            gives=Project(
                "aws_codebuild_project.plain",
                origin="NO_SOURCE",
                literal_secrets=False,
                privileged=False,
                artifacts_encrypted=True,
                key=frozenset(),
                own_key=False,
                logged=True,
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_codebuild_project" "shop" {
  name           = "shop"
  service_role   = aws_iam_role.app.arn
  encryption_key = aws_kms_key.data.arn
  artifacts {
    type                = "S3"
    encryption_disabled = true
  }
  environment {
    privileged_mode = true
    environment_variable {
      name  = "DB_PASSWORD"
      value = "correct-horse"
    }
  }
  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }
  }
  source {
    type     = "GITHUB"
    location = "https://github.com/example/shop"
  }
}
""",
            gives=Project(
                "aws_codebuild_project.shop",
                name="shop",
                origin="GITHUB",
                role=frozenset({"aws_iam_role.app"}),
                literal_secrets=True,
                privileged=True,
                artifacts_encrypted=False,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                logged=False,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Project,
    each=Block("AWS::CodeBuild::Project"),
    names=("Name",),
    reads={
        Project.name: "Name",
        Project.origin: "upper(Source.Type)",
        Project.role: "ServiceRole",
        Project.literal_secrets: LITERAL_SECRETS_CLOUDFORMATION,
        Project.privileged: "flag(not_null(Environment.PrivilegedMode, `false`))",
        Project.artifacts_encrypted: "!flag(not_null(Artifacts.EncryptionDisabled, `false`))",
        Project.key: "EncryptionKey",
        Project.own_key: "customer_key(EncryptionKey)",
        Project.logged: "not_null(LogsConfig.CloudWatchLogs.Status, 'ENABLED') == 'ENABLED' || not_null(LogsConfig.S3Logs.Status, 'DISABLED') == 'ENABLED'",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::CodeBuild::Project
    Properties:
      Artifacts: {Type: NO_ARTIFACTS}
      Environment:
        EnvironmentVariables: [{Name: STAGE, Value: test}, {Name: DB_PASSWORD, Value: /shop/db, Type: PARAMETER_STORE}]
      Source: {Type: NO_SOURCE}
""",
            gives=Project(
                "Plain",
                origin="NO_SOURCE",
                literal_secrets=False,
                privileged=False,
                artifacts_encrypted=True,
                key=frozenset(),
                own_key=False,
                logged=True,
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: []}
  Shop:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: shop
      ServiceRole: !GetAtt App.Arn
      EncryptionKey: !GetAtt Data.Arn
      Artifacts: {Type: S3, EncryptionDisabled: true}
      Environment:
        PrivilegedMode: true
        EnvironmentVariables: [{Name: DB_PASSWORD, Value: correct-horse}]
      LogsConfig: {CloudWatchLogs: {Status: DISABLED}}
      Source: {Type: GITHUB, Location: "https://github.com/example/shop"}
""",
            gives=Project(
                "Shop",
                name="shop",
                origin="GITHUB",
                role=frozenset({"App"}),
                literal_secrets=True,
                privileged=True,
                artifacts_encrypted=False,
                key=frozenset({"Data"}),
                own_key=True,
                logged=False,
            ),
        ),
    ],
)


class Webhook(Asset, kind="aws.codebuild.webhook"):
    """Events of a repository that start a build."""

    project = Link(Project, "The build it starts.")
    origin = Text("Where the source is: GITHUB, GITLAB, BITBUCKET ...")
    runs_for_anyone = Flag("A pull request starts a build whoever made it.")
    approval = Flag("A pull request of a stranger is built only after a comment of someone trusted.")


WEBHOOK_FROM_TERRAFORM = Source(
    of=Webhook,
    each=Block("aws_codebuild_webhook"),
    reads={
        Webhook.project: "project_name",
        Webhook.origin: Through(by="project_name", read="upper(source[0].type)"),
        Webhook.runs_for_anyone: "length(not_null(filter_group, `[]`)) == `0` || length(filter_group[?length(not_null(filter[?type=='EVENT' && (contains(pattern, 'PULL_REQUEST_CREATED') || contains(pattern, 'PULL_REQUEST_UPDATED') || contains(pattern, 'PULL_REQUEST_REOPENED'))], `[]`)) > `0` && length(not_null(filter[?type=='ACTOR_ACCOUNT_ID' && starts_with(pattern, '^') && ends_with(pattern, '$') && !flag(not_null(exclude_matched_pattern, `false`))], `[]`)) == `0`]) > `0`",
        Webhook.approval: "(pull_request_build_policy[0].requires_comment_approval != `null` && (pull_request_build_policy[0].requires_comment_approval != 'DISABLED' && 'true' || 'false')) || `null`",
    },
    shows=[
        Shown(
            text="""
resource "aws_codebuild_webhook" "plain" {
  project_name = "elsewhere"
}
""",
            gives=Webhook("aws_codebuild_webhook.plain", runs_for_anyone=True),
        ),
        Shown(
            text="""
resource "aws_codebuild_project" "shop" {
  name = "shop"
  source {
    type = "GITHUB"
  }
}

resource "aws_codebuild_webhook" "shop" {
  project_name = aws_codebuild_project.shop.name
  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PULL_REQUEST_CREATED,PULL_REQUEST_UPDATED"
    }
    filter {
      type    = "ACTOR_ACCOUNT_ID"
      pattern = "^12345$"
    }
  }
  pull_request_build_policy {
    requires_comment_approval = "FORK_PULL_REQUESTS"
  }
}
""",
            gives=Webhook(
                "aws_codebuild_webhook.shop",
                project=frozenset({"aws_codebuild_project.shop"}),
                origin="GITHUB",
                runs_for_anyone=False,
                approval=True,
            ),
        ),
        Shown(
            text="""
resource "aws_codebuild_webhook" "push" {
  project_name = "elsewhere"
  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PUSH"
    }
  }
}
""",
            gives=Webhook("aws_codebuild_webhook.push", runs_for_anyone=False),
        ),
        Shown(
            text="""
resource "aws_codebuild_webhook" "loose" {
  project_name = "elsewhere"
  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PULL_REQUEST_CREATED"
    }
    filter {
      type    = "ACTOR_ACCOUNT_ID"
      pattern = "12345"
    }
  }
  pull_request_build_policy {
    requires_comment_approval = "DISABLED"
  }
}
""",
            gives=Webhook("aws_codebuild_webhook.loose", runs_for_anyone=True, approval=False),
        ),
    ],
)

WEBHOOK_FROM_CLOUDFORMATION = Source(
    of=Webhook,
    each=Block("AWS::CodeBuild::Project", each="Triggers", where="flag(not_null(Webhook, `true`))"),
    reads={
        Webhook.project: OwnerLink(),
        Webhook.origin: Owner("upper(Source.Type)"),
        Webhook.runs_for_anyone: "length(not_null(FilterGroups, `[]`)) == `0` || length(FilterGroups[?length([?Type=='EVENT' && (contains(Pattern, 'PULL_REQUEST_CREATED') || contains(Pattern, 'PULL_REQUEST_UPDATED') || contains(Pattern, 'PULL_REQUEST_REOPENED'))]) > `0` && length([?Type=='ACTOR_ACCOUNT_ID' && starts_with(Pattern, '^') && ends_with(Pattern, '$') && !flag(not_null(ExcludeMatchedPattern, `false`))]) == `0`]) > `0`",
        Webhook.approval: "(PullRequestBuildPolicy.RequiresCommentApproval != `null` && (PullRequestBuildPolicy.RequiresCommentApproval != 'DISABLED' && 'true' || 'false')) || `null`",
    },
    shows=[
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::CodeBuild::Project
    Properties:
      Source: {Type: GITHUB, Location: "https://github.com/example/shop"}
      Triggers: {Webhook: true}
""",
            gives=Webhook("Shop/Triggers", project=frozenset({"Shop"}), origin="GITHUB", runs_for_anyone=True),
        ),
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::CodeBuild::Project
    Properties:
      Source: {Type: GITHUB, Location: "https://github.com/example/shop"}
      Triggers:
        Webhook: true
        FilterGroups:
          - [{Type: EVENT, Pattern: PULL_REQUEST_CREATED}, {Type: ACTOR_ACCOUNT_ID, Pattern: "^12345$"}]
        PullRequestBuildPolicy: {RequiresCommentApproval: ALL_PULL_REQUESTS}
""",
            gives=Webhook(
                "Shop/Triggers", project=frozenset({"Shop"}), origin="GITHUB", runs_for_anyone=False, approval=True
            ),
        ),
    ],
)
