"""AWS Lambda functions, and who may call them."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Asset, Document, Flag, Link, Number, Text
from bartizan.core.source import Beside, Block, First, Shown, Source

DEPRECATED = (
    "nodejs", "nodejs4.3", "nodejs4.3-edge", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x", "nodejs14.x",
    "nodejs16.x", "nodejs18.x", "nodejs20.x", "python2.7", "python3.6", "python3.7", "python3.8", "python3.9",
    "ruby2.5", "ruby2.7", "ruby3.2", "java8", "go1.x", "dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1",
    "dotnetcore3.1", "dotnet5.0", "dotnet6", "dotnet7", "provided",
)  # fmt: skip
"""Runtimes that get no more security patches, after the table in the Lambda developer guide (to April 2026)."""


class Function(
    Governed, Runner, kind="aws.lambda.function", identifier="arn:{partition}:lambda:{region}:{account}:function:{name}"
):
    """Code that runs when it is called."""

    name = Text("Its name, where it is known before deployment.")
    runtime = Text("The language and version it runs in; none for container images.")
    role = Link(Role, "The role it acts as.")
    has_variables = Flag("It is given environment variables.")
    secret_in_environment = Flag("A credential is written in its environment variables.")
    key = Link(Key, "The customer-managed key that encrypts its environment variables.")
    own_key = Flag("A customer-managed key encrypts its environment variables.")
    traced = Flag("X-Ray traces its calls, also those that callers do not ask to trace.")
    code_signed = Flag("Only signed code is deployed.")
    failures_kept = Flag("Calls that fail in the end are kept in a queue or topic, or sent on.")
    concurrency = Number("How many calls may run at once; none where only the account's limit holds.")
    in_vpc = Flag("It runs in a network of its owner.")
    subnets = Link(Subnet, "The subnets it runs in.")
    groups = Link(SecurityGroup, "The security groups around it.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


class Permission(Asset, kind="aws.lambda.permission"):
    """Lets somebody call a function."""

    function = Link(Function, "The function that may be called.")
    principal = Text("Who may call it: a service, an account, a role, or everyone (`*`).")
    names_source = Flag("It is limited to a resource, an account, an organisation or a token.")
    for_url = Flag("It is about calls to the URL of the function.")


class Url(Asset, kind="aws.lambda.url"):
    """An address on the Internet under which a function can be called."""

    function = Link(Function, "The function that is called.")
    auth = Text("Who may call: AWS_IAM (signed requests) or NONE (everyone).")
    cors_open = Flag("Scripts of any web site may call it with any method, or with the visitor's credentials.")


FROM_TERRAFORM = Source(
    of=Function,
    each=Block("aws_lambda_function"),
    names=("function_name",),
    reads={
        **GOVERNED,
        Function.policy: Beside(
            types="aws_lambda_permission", on="function_name", read="policy_of_permissions(@)", all=True
        ),
        Function.name: "function_name",
        Function.runtime: "runtime",
        Function.role: "role",
        Function.has_variables: "length(not_null(environment[0].variables, `{}`)) > `0`",
        Function.secret_in_environment: "length(secret_settings(environment[0].variables)) > `0`",
        Function.key: "kms_key_arn",
        Function.own_key: "customer_key(kms_key_arn)",
        Function.traced: "not_null(tracing_config[0].mode, 'PassThrough') == 'Active'",
        Function.code_signed: "not_null(code_signing_config_arn, '') != ''",
        Function.failures_kept: First(
            "not_null(dead_letter_config[0].target_arn, '') != '' || `null`",
            Beside(
                types="aws_lambda_function_event_invoke_config",
                on="function_name",
                read="not_null(destination_config[0].on_failure[0].destination, '') != ''",
                none=False,
            ),
        ),
        Function.concurrency: "[reserved_concurrent_executions] | [?@ != `-1`] | [0]",
        Function.in_vpc: "length(not_null(vpc_config[0].subnet_ids, `[]`)) > `0`",
        Function.subnets: "vpc_config[0].subnet_ids",
        Function.groups: "vpc_config[0].security_group_ids",
    },
    shows=[
        Shown(
            text="""
resource "aws_lambda_function" "plain" {
  function_name = "plain"
  role          = "arn:aws:iam::111122223333:role/plain"
}
""",
            gives=Function(
                "aws_lambda_function.plain",
                name="plain",
                runtime=None,
                has_variables=False,
                secret_in_environment=False,
                key=frozenset(),
                own_key=False,
                traced=False,
                code_signed=False,
                failures_kept=False,
                concurrency=None,
                in_vpc=False,
                subnets=frozenset(),
                groups=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_kms_key" "app" {}

resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_security_group" "app" {}

resource "aws_lambda_function" "set" {
  function_name                  = "set"
  role                           = aws_iam_role.app.arn
  runtime                        = "python3.13"
  kms_key_arn                    = aws_kms_key.app.arn
  code_signing_config_arn        = "arn:aws:lambda:eu-central-1:111122223333:code-signing-config:csc-1"
  reserved_concurrent_executions = 5
  environment {
    variables = {
      LOG_LEVEL   = "info"
      DB_PASSWORD = "correct-horse"
    }
  }
  tracing_config {
    mode = "Active"
  }
  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-central-1:111122223333:failed"
  }
  vpc_config {
    subnet_ids         = [aws_subnet.a.id]
    security_group_ids = [aws_security_group.app.id]
  }
}
""",
            gives=Function(
                "aws_lambda_function.set",
                policy=None,
                runtime="python3.13",
                role=frozenset({"aws_iam_role.app"}),
                has_variables=True,
                secret_in_environment=True,
                key=frozenset({"aws_kms_key.app"}),
                own_key=True,
                traced=True,
                code_signed=True,
                failures_kept=True,
                concurrency=5,
                in_vpc=True,
                subnets=frozenset({"aws_subnet.a"}),
                groups=frozenset({"aws_security_group.app"}),
            ),
        ),
    ],
)

PERMISSION_FROM_TERRAFORM = Source(
    of=Permission,
    each=Block("aws_lambda_permission"),
    reads={
        Permission.function: "function_name",
        Permission.principal: "principal",
        Permission.names_source: "not_null(source_arn, source_account, principal_org_id, event_source_token, '') != ''",
        Permission.for_url: "function_url_auth_type != `null`",
    },
    shows=[
        Shown(
            text="""
resource "aws_lambda_function" "app" {
  function_name = "app"
  role          = "arn:aws:iam::111122223333:role/app"
}

resource "aws_lambda_permission" "api" {
  function_name = aws_lambda_function.app.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
}
""",
            gives=Permission(
                "aws_lambda_permission.api",
                function=frozenset({"aws_lambda_function.app"}),
                principal="apigateway.amazonaws.com",
                names_source=False,
                for_url=False,
            ),
        ),
        Shown(
            text="""
resource "aws_lambda_permission" "url" {
  function_name          = "app"
  action                 = "lambda:InvokeFunctionUrl"
  principal              = "*"
  function_url_auth_type = "NONE"
  source_account         = "111122223333"
}
""",
            gives=Permission("aws_lambda_permission.url", principal="*", names_source=True, for_url=True),
        ),
    ],
)

URL_FROM_TERRAFORM = Source(
    of=Url,
    each=Block("aws_lambda_function_url"),
    reads={
        Url.function: "function_name",
        Url.auth: "authorization_type",
        Url.cors_open: (
            "contains(not_null(cors[0].allow_origins, `[]`), '*') && "
            "(contains(not_null(cors[0].allow_methods, `[]`), '*') || flag(not_null(cors[0].allow_credentials, `false`)))"
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_lambda_function" "app" {
  function_name = "app"
  role          = "arn:aws:iam::111122223333:role/app"
}

resource "aws_lambda_function_url" "app" {
  function_name      = aws_lambda_function.app.function_name
  authorization_type = "NONE"
  cors {
    allow_origins = ["*"]
    allow_methods = ["*"]
  }
}
""",
            gives=Url(
                "aws_lambda_function_url.app",
                function=frozenset({"aws_lambda_function.app"}),
                auth="NONE",
                cors_open=True,
            ),
        ),
        Shown(
            text='resource "aws_lambda_function_url" "app" {\n  function_name = "app"\n  authorization_type = "AWS_IAM"\n}',
            gives=Url("aws_lambda_function_url.app", auth="AWS_IAM", cors_open=False),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Function,
    each=Block("AWS::Lambda::Function"),
    names=("FunctionName",),
    reads={
        **GOVERNED,
        Function.policy: Beside(
            types="AWS::Lambda::Permission", on="FunctionName", read="policy_of_permissions(@)", all=True
        ),
        Function.name: "FunctionName",
        Function.runtime: "Runtime",
        Function.role: "Role",
        Function.has_variables: "length(not_null(Environment.Variables, `{}`)) > `0`",
        Function.secret_in_environment: "length(secret_settings(Environment.Variables)) > `0`",
        Function.key: "KmsKeyArn",
        Function.own_key: "customer_key(KmsKeyArn)",
        Function.traced: "not_null(TracingConfig.Mode, 'PassThrough') == 'Active'",
        Function.code_signed: "not_null(CodeSigningConfigArn, '') != ''",
        Function.failures_kept: First(
            "not_null(DeadLetterConfig.TargetArn, '') != '' || `null`",
            Beside(
                types="AWS::Lambda::EventInvokeConfig",
                on="FunctionName",
                read="not_null(DestinationConfig.OnFailure.Destination, '') != ''",
                none=False,
            ),
        ),
        Function.concurrency: "ReservedConcurrentExecutions",
        Function.in_vpc: "length(not_null(VpcConfig.SubnetIds, `[]`)) > `0`",
        Function.subnets: "VpcConfig.SubnetIds",
        Function.groups: "VpcConfig.SecurityGroupIds",
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::Lambda::Function', Properties: {Role: 'arn:aws:iam::111122223333:role/x'}}}",
            gives=Function(
                "Plain",
                name=None,
                runtime=None,
                has_variables=False,
                secret_in_environment=False,
                key=frozenset(),
                own_key=False,
                traced=False,
                code_signed=False,
                failures_kept=False,
                concurrency=None,
                in_vpc=False,
                subnets=frozenset(),
                groups=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
  Key:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: App}
  Set:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: set
      Role: !GetAtt Role.Arn
      Runtime: python3.13
      KmsKeyArn: !GetAtt Key.Arn
      CodeSigningConfigArn: arn:aws:lambda:eu-central-1:111122223333:code-signing-config:csc-1
      ReservedConcurrentExecutions: 5
      Environment: {Variables: {DB_PASSWORD: correct-horse}}
      TracingConfig: {Mode: Active}
      VpcConfig: {SubnetIds: [!Ref A], SecurityGroupIds: [!Ref Group]}
  Failures:
    Type: AWS::Lambda::EventInvokeConfig
    Properties:
      FunctionName: !Ref Set
      Qualifier: $LATEST
      DestinationConfig: {OnFailure: {Destination: "arn:aws:sqs:eu-central-1:111122223333:failed"}}
""",
            gives=Function(
                "Set",
                policy=None,
                name="set",
                runtime="python3.13",
                role=frozenset({"Role"}),
                has_variables=True,
                secret_in_environment=True,
                key=frozenset({"Key"}),
                own_key=True,
                traced=True,
                code_signed=True,
                failures_kept=True,
                concurrency=5,
                in_vpc=True,
                subnets=frozenset({"A"}),
                groups=frozenset({"Group"}),
            ),
        ),
    ],
)

PERMISSION_FROM_CLOUDFORMATION = Source(
    of=Permission,
    each=Block("AWS::Lambda::Permission"),
    reads={
        Permission.function: "FunctionName",
        Permission.principal: "Principal",
        Permission.names_source: "not_null(SourceArn, SourceAccount, PrincipalOrgID, EventSourceToken, '') != ''",
        Permission.for_url: "FunctionUrlAuthType != `null`",
    },
    shows=[
        Shown(
            text="""
Resources:
  App:
    Type: AWS::Lambda::Function
    Properties: {Role: "arn:aws:iam::111122223333:role/app"}
  Events:
    Type: AWS::Lambda::Permission
    Properties: {FunctionName: !Ref App, Action: "lambda:InvokeFunction", Principal: events.amazonaws.com}
""",
            gives=Permission(
                "Events",
                function=frozenset({"App"}),
                principal="events.amazonaws.com",
                names_source=False,
                for_url=False,
            ),
        ),
        Shown(
            text="""
Resources:
  Url:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: app
      Action: lambda:InvokeFunctionUrl
      Principal: "*"
      FunctionUrlAuthType: AWS_IAM
      PrincipalOrgID: o-1
""",
            gives=Permission("Url", principal="*", names_source=True, for_url=True),
        ),
    ],
)

URL_FROM_CLOUDFORMATION = Source(
    of=Url,
    each=Block("AWS::Lambda::Url"),
    reads={
        Url.function: "TargetFunctionArn",
        Url.auth: "AuthType",
        Url.cors_open: (
            "contains(not_null(Cors.AllowOrigins, `[]`), '*') && "
            "(contains(not_null(Cors.AllowMethods, `[]`), '*') || flag(not_null(Cors.AllowCredentials, `false`)))"
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  App:
    Type: AWS::Lambda::Function
    Properties: {Role: "arn:aws:iam::111122223333:role/app"}
  Url:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: !GetAtt App.Arn
      AuthType: NONE
      Cors: {AllowOrigins: ["*"], AllowCredentials: true}
""",
            gives=Url("Url", function=frozenset({"App"}), auth="NONE", cors_open=True),
        ),
        Shown(
            text="Resources: {Url: {Type: 'AWS::Lambda::Url', Properties: {TargetFunctionArn: app, AuthType: AWS_IAM}}}",
            gives=Url("Url", auth="AWS_IAM", cors_open=False),
        ),
    ],
)
