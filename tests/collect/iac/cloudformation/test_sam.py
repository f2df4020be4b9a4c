"""Serverless resources: what they become, with their globals, events, roles and APIs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bartizan.collect.resource import Resource
from bartizan.core.truth import Composite, Ref, Unknown
from tests.collect.iac.cloudformation.templates import reading
from tests.collect.iac.planting import by_address

HEAD = "Transform: AWS::Serverless-2016-10-31\n"
BASIC = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"


def expanded(root: Path, template: str) -> dict[str, Resource]:
    read = reading(root, template if "Transform" in template else HEAD + template)
    assert read.gaps == []
    return by_address(read)


def ref(address: str, attribute: str = "Ref") -> Ref:
    tail = "" if attribute == "Ref" else f".{attribute}"
    return Ref(f"known after deployment: {address}{tail}", address, attribute)


FUNCTION = """\
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: python3.12
    Timeout: 10
    Layers: [base]
    Environment:
      Variables: {STAGE: prod, LEVEL: info}
    Tags: {team: shop}
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Metadata: {note: kept}
    Properties:
      Handler: app.main
      CodeUri: s3://bucket/key.zip?versionId=7
      Timeout: 30
      Layers: [own]
      Tracing: Active
      KmsKeyArn: !GetAtt Key.Arn
      DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt Queue.Arn}
      VpcConfig: {SubnetIds: [a], SecurityGroupIds: [b]}
      Environment:
        Variables: {LEVEL: debug}
      Policies:
        - AmazonS3ReadOnlyAccess
        - arn:aws:iam::123456789012:policy/mine
        - Statement: [{Effect: Allow, Action: '*', Resource: '*'}]
        - S3ReadPolicy: {BucketName: !Ref Bucket}
      PermissionsBoundary: arn:aws:iam::123456789012:policy/boundary
  Key: {Type: AWS::KMS::Key}
  Queue: {Type: AWS::SQS::Queue}
  Bucket: {Type: AWS::S3::Bucket}
"""


def test_a_function_becomes_a_function_with_its_globals(tmp_path: Path) -> None:
    found = expanded(tmp_path, FUNCTION)

    assert found["Fn"].type == "AWS::Lambda::Function"
    assert found["Fn"].value == {
        "Handler": "app.main",
        "Runtime": "python3.12",
        "Timeout": 30,
        "VpcConfig": {"SubnetIds": ["a"], "SecurityGroupIds": ["b"]},
        "Environment": {"Variables": {"STAGE": "prod", "LEVEL": "debug"}},
        "Layers": ["base", "own"],
        "KmsKeyArn": ref("Key", "Arn"),
        "Tags": [{"Key": "team", "Value": "shop"}],
        "DeadLetterConfig": {"TargetArn": ref("Queue", "Arn")},
        "TracingConfig": {"Mode": "Active"},
        "Role": ref("FnRole", "Arn"),
        "Code": {"S3Bucket": "bucket", "S3Key": "key.zip", "S3ObjectVersion": "7"},
        "$Metadata": {"note": "kept"},
    }


def test_a_function_keeps_its_place_and_those_of_its_properties_and_globals(tmp_path: Path) -> None:
    found = expanded(tmp_path, FUNCTION)

    function = found["Fn"]
    assert (function.place.line, function.place.end_line) == (11, 30)
    assert function.place == found["FnRole"].place == found["Serverless.Fn"].place
    assert function.spots["Timeout"] == (17, 7)
    assert function.spots["Runtime"] == (4, 5)
    assert function.spots["Layers/0"] == (6, 14)
    assert function.spots["Layers/1"] == (18, 16)
    assert function.spots["Environment/Variables/STAGE"] == (8, 19)
    assert function.spots["Environment/Variables/LEVEL"] == (24, 21)
    assert function.spots["TracingConfig/Mode"] == (19, 7)
    assert function.spots["DeadLetterConfig/TargetArn"] == (21, 36)
    role = found["FnRole"]
    assert role.spots["ManagedPolicyArns/3"] == (26, 11)
    assert role.spots["Policies/0/PolicyDocument/Statement/0/Action"] == (28, 39)
    assert role.spots["Policies/1"] == (29, 11)


def test_the_serverless_resource_is_kept_under_its_own_type(tmp_path: Path) -> None:
    found = expanded(tmp_path, FUNCTION)

    assert found["Serverless.Fn"].type == "AWS::Serverless::Function"
    assert found["Serverless.Fn"].value["CodeUri"] == "s3://bucket/key.zip?versionId=7"
    assert found["Serverless.Fn"].value["Runtime"] == "python3.12"


def test_a_function_without_a_role_is_made_one(tmp_path: Path) -> None:
    role = expanded(tmp_path, FUNCTION)["FnRole"]

    assert role.type == "AWS::IAM::Role"
    assert role.value["PermissionsBoundary"] == "arn:aws:iam::123456789012:policy/boundary"
    assert role.value["AssumeRolePolicyDocument"]["Statement"][0]["Principal"] == {"Service": ["lambda.amazonaws.com"]}
    assert role.value["ManagedPolicyArns"] == [
        BASIC,
        "arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess",
        "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
        "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
        "arn:aws:iam::123456789012:policy/mine",
    ]
    own, template, dead = (policy["PolicyDocument"]["Statement"] for policy in role.value["Policies"])
    assert own == [{"Effect": "Allow", "Action": "*", "Resource": "*"}]
    assert "s3:GetObject" in template[0]["Action"]
    partition = Ref("AWS::Partition is known at deployment", "AWS::Partition")
    assert template[0]["Resource"] == [
        Composite(partition.why, ("arn:", partition, ":s3:::", ref("Bucket"))),
        Composite(partition.why, ("arn:", partition, ":s3:::", ref("Bucket"), "/*")),
    ]
    assert dead == [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": ref("Queue", "Arn")}]


@pytest.mark.parametrize(
    ("policies", "managed", "inline"),
    [
        ("AdministratorAccess", ["arn:aws:iam::aws:policy/AdministratorAccess"], None),
        (
            "AWSConfigRole",
            [
                Composite(
                    "the path of the policy is not known",
                    ("arn:aws:iam::aws:policy/", Unknown("its path"), "AWSConfigRole"),
                )
            ],
            None,
        ),
        ("!Ref Mine", [ref("Mine")], None),
        ("[{Statement: []}]", [], [{"Statement": []}]),
        ("{S3FullAccessPolicy: {BucketName: x}}", [], [None]),
        ("{VPCAccessPolicy: {}}", [], [...]),
        ("!Ref Open", [Unknown('parameter "Open" has no default')], [None]),
        ("[[a]]", [Unknown("a policy is written in a way that is not known")], [None]),
    ],
)
def test_policies_are_managed_or_inline_or_unknown(
    tmp_path: Path, policies: str, managed: list[Any], inline: list[Any] | None
) -> None:
    found = expanded(
        tmp_path,
        f"Parameters: {{Open: {{Type: String}}}}\nResources:\n  Mine: {{Type: AWS::IAM::ManagedPolicy}}\n  Fn:\n"
        f"    Type: AWS::Serverless::Function\n    Properties:\n      Policies: {policies}\n",
    )["FnRole"].value

    assert found["ManagedPolicyArns"] == [BASIC, *managed]
    documents = [each if isinstance(each, Unknown) else each["PolicyDocument"] for each in found.get("Policies", ())]
    assert len(documents) == len(inline or ())
    for document, expected in zip(documents, inline or (), strict=True):
        assert isinstance(document, Unknown) if expected is None else expected in (document, ...)


def test_a_function_with_a_role_is_made_none_and_one_that_may_have_it_is_in_doubt(tmp_path: Path) -> None:
    found = expanded(
        tmp_path,
        """\
        Transform: AWS::Serverless-2016-10-31
        Parameters: {Open: {Type: String}}
        Conditions: {Maybe: !Equals [!Ref Open, x]}
        Resources:
          Has: {Type: AWS::Serverless::Function, Properties: {Role: arn:aws:iam::1:role/x}}
          May: {Type: AWS::Serverless::Function, Properties: {Role: !If [Maybe, arn, !Ref AWS::NoValue]}}
          Gone: {Type: AWS::Serverless::Function, Condition: Maybe}
        """,
    )

    assert "HasRole" not in found
    assert found["Has"].value["Role"] == "arn:aws:iam::1:role/x"
    assert isinstance(found["MayRole"].doubt, Unknown)
    assert isinstance(found["May"].value["Role"], Unknown)
    assert found["May"].doubt is None
    assert isinstance(found["Gone"].doubt, Unknown)
    assert isinstance(found["GoneRole"].doubt, Unknown)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("CodeUri: ./src", {"S3Bucket": Unknown, "S3Key": Unknown}),
        ("CodeUri: {Bucket: b, Key: k, Version: v}", {"S3Bucket": "b", "S3Key": "k", "S3ObjectVersion": "v"}),
        ("InlineCode: exit()", {"ZipFile": "exit()"}),
        ("ImageUri: repo/image@sha256:1", {"ImageUri": "repo/image@sha256:1"}),
        ("PackageType: Image", Unknown),
    ],
)
def test_code_is_where_it_is_kept(tmp_path: Path, code: str, expected: Any) -> None:
    resource = f"Resources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n      {code}\n"
    found = expanded(tmp_path, resource)["Fn"].value["Code"]

    if isinstance(expected, dict):
        assert found.keys() == expected.keys()
        assert all(
            isinstance(found[key], Unknown) if item is Unknown else found[key] == item for key, item in expected.items()
        )
    else:
        assert isinstance(found, expected)


def test_a_public_url_is_made_with_the_permissions_of_everyone(tmp_path: Path) -> None:
    template = """\
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Fn:
        Type: AWS::Serverless::Function
        Properties:
          FunctionUrlConfig: {AuthType: %s, Cors: {AllowOrigins: ['*']}}
    """
    found = expanded(tmp_path, template % "NONE")

    assert found["FnUrl"].type == "AWS::Lambda::Url"
    assert found["FnUrl"].value == {
        "TargetFunctionArn": ref("Fn"),
        "AuthType": "NONE",
        "Cors": {"AllowOrigins": ["*"]},
    }
    assert found["FnUrl"].spots["AuthType"] == (6, 27)
    assert found["FnUrlPublicPermissions"].value["Principal"] == "*"
    assert "FnUrlPublicPermissions" not in expanded(tmp_path, template % "AWS_IAM")


def test_a_published_function_has_a_version_and_an_alias(tmp_path: Path) -> None:
    found = expanded(
        tmp_path,
        """\
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Fn:
            Type: AWS::Serverless::Function
            Properties:
              AutoPublishAlias: live
              Events: {E: {Type: SQS, Properties: {Queue: arn:x}}}
        Outputs:
          Alias: {Value: !Ref Fn.Alias}
          Version: {Value: !GetAtt Fn.Version.Version}
        """,
    )

    assert found["FnAliaslive"].value["FunctionVersion"] == ref("FnVersion", "Version")
    assert found["FnE"].value["FunctionName"] == ref("FnAliaslive")
    assert found["Outputs.Alias"].value["Value"] == ref("FnAliaslive")
    assert found["Outputs.Version"].value["Value"] == ref("FnVersion", "Version")


EVENTS = """\
Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Queue: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn, BatchSize: 5}}
        Stream: {Type: DynamoDB, Properties: {Stream: arn:t, StartingPosition: LATEST}}
        Kafka: {Type: SelfManagedKafka, Properties: {KafkaBootstrapServers: [a], Topics: [t]}}
        Daily: {Type: Schedule, Properties: {Schedule: rate(1 day), Enabled: false, Input: '{}'}}
        Plan: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}
        Drop: {Type: S3, Properties: {Bucket: !Ref B, Events: s3:ObjectCreated:*}}
        Topic: {Type: SNS, Properties: {Topic: !Ref T}}
        Queued: {Type: SNS, Properties: {Topic: !Ref T, SqsSubscription: true}}
        Skill: {Type: AlexaSkill}
        Logs: {Type: CloudWatchLogs, Properties: {LogGroupName: g, FilterPattern: ''}}
        Odd: {Type: Nothing}
  Q: {Type: AWS::SQS::Queue}
  B: {Type: AWS::S3::Bucket}
  T: {Type: AWS::SNS::Topic}
"""


def test_events_become_what_calls_the_function(tmp_path: Path) -> None:
    found = expanded(tmp_path, EVENTS)

    types = {address: each.type for address, each in found.items() if address.startswith("Fn") and address != "Fn"}
    assert types == {
        "FnRole": "AWS::IAM::Role",
        "FnQueue": "AWS::Lambda::EventSourceMapping",
        "FnStream": "AWS::Lambda::EventSourceMapping",
        "FnKafka": "AWS::Lambda::EventSourceMapping",
        "FnDaily": "AWS::Events::Rule",
        "FnDailyPermission": "AWS::Lambda::Permission",
        "FnPlan": "AWS::Scheduler::Schedule",
        "FnPlanRole": "AWS::IAM::Role",
        "FnDropPermission": "AWS::Lambda::Permission",
        "FnTopic": "AWS::SNS::Subscription",
        "FnTopicPermission": "AWS::Lambda::Permission",
        "FnQueued": "AWS::SNS::Subscription",
        "FnQueuedEventSourceMapping": "AWS::Lambda::EventSourceMapping",
        "FnQueuedQueue": "AWS::SQS::Queue",
        "FnQueuedQueuePolicy": "AWS::SQS::QueuePolicy",
        "FnSkillPermission": "AWS::Lambda::Permission",
        "FnLogs": "AWS::Logs::SubscriptionFilter",
        "FnLogsPermission": "AWS::Lambda::Permission",
    }
    assert found["FnQueue"].value == {
        "FunctionName": ref("Fn"), "EventSourceArn": ref("Q", "Arn"), "BatchSize": 5,
    }  # fmt: skip
    assert found["FnDaily"].value["State"] == "DISABLED"
    assert found["FnDropPermission"].value["SourceAccount"].address == "AWS::AccountId"
    assert found["FnTopicPermission"].value["SourceArn"] == ref("T")
    assert "SourceArn" not in found["FnSkillPermission"].value
    assert found["FnTopic"].spots["TopicArn"] == (13, 41)


def test_events_let_the_role_read_from_what_they_come_from(tmp_path: Path) -> None:
    role = expanded(tmp_path, EVENTS)["FnRole"].value

    assert [arn.rpartition("/")[2] for arn in role["ManagedPolicyArns"]] == [
        "AWSLambdaBasicExecutionRole",
        "AWSLambdaSQSQueueExecutionRole",
        "AWSLambdaDynamoDBExecutionRole",
    ]
    assert [type(policy) for policy in role["Policies"]] == [Unknown]


API = """\
Transform: AWS::Serverless-2016-10-31
Globals:
  Api: {TracingEnabled: true}
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: Prod
      EndpointConfiguration: {Type: PRIVATE, VPCEndpointIds: [vpce-1]}
      MethodSettings: [{HttpMethod: '*', ResourcePath: '/*', DataTraceEnabled: true}]
      AccessLogSetting: {DestinationArn: arn:log}
      Auth:
        DefaultAuthorizer: Pool
        Authorizers: {Pool: {UserPoolArn: arn:pool}}
        ResourcePolicy: {CustomStatements: [{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke'}]}
      Domain: {DomainName: x.org, CertificateArn: arn:c, SecurityPolicy: TLS_1_0}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Get: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /a, Method: GET}}
        Open: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /a, Method: any, Auth: {Authorizer: NONE}}}
        Else: {Type: Api, Properties: {Path: /b, Method: post}}
        Http: {Type: HttpApi, Properties: {Path: /c, Method: get}}
Outputs:
  Stage: {Value: !Ref Api.Stage}
"""


def test_an_api_becomes_an_api_with_its_routes_and_a_stage(tmp_path: Path) -> None:
    found = expanded(tmp_path, API)

    api = found["Api"]
    assert api.type == "AWS::ApiGateway::RestApi"
    assert api.value["EndpointConfiguration"] == {"Types": ["PRIVATE"], "VpcEndpointIds": ["vpce-1"]}
    body = api.value["Body"]
    operations = {
        (path, method): operation.get("security")
        for path, methods in body["paths"].items()
        for method, operation in methods.items()
    }
    assert operations == {
        ("/a", "get"): [{"Pool": []}],
        ("/a", "x-amazon-apigateway-any-method"): [{"NONE": []}],
    }
    assert body["securityDefinitions"]["Pool"]["x-amazon-apigateway-authtype"] == "cognito_user_pools"
    assert body["x-amazon-apigateway-policy"]["Statement"][0]["Principal"] == "*"
    assert found["ApiProdStage"].value == {
        "RestApiId": ref("Api"),
        "DeploymentId": ref("ApiDeployment"),
        "StageName": "Prod",
        "TracingEnabled": True,
        "MethodSettings": [{"HttpMethod": "*", "ResourcePath": "/*", "DataTraceEnabled": True}],
        "AccessLogSetting": {"DestinationArn": "arn:log"},
    }
    assert found["Outputs.Stage"].value["Value"] == ref("ApiProdStage")
    assert found["ApiDomainName"].value["SecurityPolicy"] == "TLS_1_0"
    assert found["ApiProdStage"].spots["TracingEnabled"] == (3, 9)


def test_events_that_name_no_api_imply_one(tmp_path: Path) -> None:
    found = expanded(tmp_path, API)

    assert found["ServerlessRestApi"].type == "AWS::ApiGateway::RestApi"
    assert list(found["ServerlessRestApi"].value["Body"]["paths"]) == ["/b"]
    assert found["ServerlessRestApiProdStage"].value["TracingEnabled"] is True
    assert found["ServerlessRestApi"].place.line == 23
    assert found["ServerlessHttpApi"].type == "AWS::ApiGatewayV2::Api"
    assert found["ServerlessHttpApiApiGatewayDefaultStage"].value["StageName"] == "$default"
    assert "Serverless.ServerlessRestApi" not in found
    assert found["FnElsePermission"].value["Principal"] == "apigateway.amazonaws.com"


def test_a_definition_that_is_written_out_is_kept_and_secured(tmp_path: Path) -> None:
    found = expanded(
        tmp_path,
        """\
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Api:
            Type: AWS::Serverless::Api
            Properties:
              StageName: !Sub '${AWS::StackName}'
              Auth: {DefaultAuthorizer: AWS_IAM}
              DefinitionBody:
                paths:
                  /a:
                    get: {security: [{own: []}]}
                    post: {responses: {}}
          Other:
            Type: AWS::Serverless::HttpApi
            Properties: {DefinitionUri: ./openapi.yaml}
        """,
    )

    paths = found["Api"].value["Body"]["paths"]
    assert paths["/a"]["get"]["security"] == [{"own": []}]
    assert paths["/a"]["post"]["security"] == [{"AWS_IAM": []}]
    assert found["ApiStage"].type == "AWS::ApiGateway::Stage"
    assert isinstance(found["Other"].value["Body"], Unknown)


def test_routes_that_are_not_known_leave_the_paths_open(tmp_path: Path) -> None:
    found = expanded(
        tmp_path,
        """\
        Transform: AWS::Serverless-2016-10-31
        Parameters: {Open: {Type: String}}
        Resources:
          Fn:
            Type: AWS::Serverless::Function
            Properties:
              Events: {E: {Type: Api, Properties: {Path: !Ref Open, Method: get}}}
        """,
    )

    paths = found["ServerlessRestApi"].value["Body"]["paths"]
    assert isinstance(paths.get("/anything"), Unknown)


STORES = """\
Transform: AWS::Serverless-2016-10-31
Globals:
  SimpleTable: {SSESpecification: {SSEEnabled: true}}
Resources:
  Plain: {Type: AWS::Serverless::SimpleTable}
  Table:
    Type: AWS::Serverless::SimpleTable
    Properties:
      PrimaryKey: {Name: number, Type: Number}
      ProvisionedThroughput: {ReadCapacityUnits: 1, WriteCapacityUnits: 1}
      IgnoreGlobals: '*'
  Layer: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: ./layer, RetentionPolicy: Delete}}
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: machine.json
      Type: EXPRESS
      Logging: {Level: ALL}
      Tracing: {Enabled: true}
      Policies: [LambdaInvokePolicy: {FunctionName: f}]
      Events:
        Daily: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
        Call: {Type: Api, Properties: {Path: /run, Method: post}}
"""


def test_tables_layers_and_state_machines_become_their_underlying_types(tmp_path: Path) -> None:
    found = expanded(tmp_path, STORES)

    assert found["Plain"].value == {
        "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
        "BillingMode": "PAY_PER_REQUEST",
        "SSESpecification": {"SSEEnabled": True},
    }
    assert found["Table"].value["AttributeDefinitions"] == [{"AttributeName": "number", "AttributeType": "N"}]
    assert "SSESpecification" not in found["Table"].value
    assert found["Layer"].value["$DeletionPolicy"] == "Delete"
    machine = found["Machine"]
    assert machine.type == "AWS::StepFunctions::StateMachine"
    assert machine.value["LoggingConfiguration"] == {"Level": "ALL"}
    assert machine.value["StateMachineType"] == "EXPRESS"
    assert machine.value["RoleArn"] == ref("MachineRole", "Arn")
    assert found["MachineRole"].value["ManagedPolicyArns"] == ["arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess"]
    assert found["MachineDaily"].value["Targets"][0]["RoleArn"] == ref("MachineDailyRole", "Arn")
    assert list(found["ServerlessRestApi"].value["Body"]["paths"]) == ["/run"]


def test_what_is_not_expanded_is_told(tmp_path: Path) -> None:
    read = reading(tmp_path, HEAD + "Resources:\n  C: {Type: AWS::Serverless::Connector, Properties: {}}\n")

    (gap,) = read.gaps
    assert gap.about == "Serverless.C"
    assert [resource.address for resource in read.resources] == ["Serverless.C"]


def test_what_a_property_makes_that_is_not_expanded_is_told(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        HEAD + "Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: x\n"
        "      DeploymentPreference: {Type: Linear10PercentEvery1Minute}\n",
    )

    (gap,) = read.gaps
    assert (gap.line, gap.about) == (7, "Serverless.F/DeploymentPreference")
    assert by_address(read)["F"].value["Handler"] == "x"


def test_an_api_may_call_the_functions_that_authorise_its_callers(tmp_path: Path) -> None:
    found = expanded(
        tmp_path,
        """\
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Api:
            Type: AWS::Serverless::HttpApi
            Properties:
              Auth: {Authorizers: {Own: {FunctionArn: arn:f}, Jwt: {JwtConfiguration: {issuer: x}}}}
        """,
    )

    assert found["ApiOwnAuthorizerPermission"].value["FunctionName"] == "arn:f"
    assert "ApiJwtAuthorizerPermission" not in found


def test_serverless_resources_without_the_transform_are_expanded_all_the_same(tmp_path: Path) -> None:
    read = reading(tmp_path, "Resources:\n  T: {Type: AWS::Serverless::SimpleTable}\n")

    assert by_address(read)["T"].type == "AWS::DynamoDB::Table"


def test_properties_that_are_not_known_stay_unknown_when_expanded(tmp_path: Path) -> None:
    found = expanded(
        tmp_path,
        """\
        Transform: AWS::Serverless-2016-10-31
        Parameters: {Open: {Type: String}}
        Conditions: {Maybe: !Equals [!Ref Open, x]}
        Resources:
          Fn:
            Type: AWS::Serverless::Function
            Properties:
              Fn::If: [Maybe, {Runtime: a, Tracing: Active}, {Runtime: a}]
        """,
    )

    assert found["Fn"].value["Runtime"] == "a"
    assert isinstance(found["Fn"].value["TracingConfig"], Unknown)
    assert any(isinstance(arn, Unknown) for arn in found["FnRole"].value["ManagedPolicyArns"])
