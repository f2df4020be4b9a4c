"""Amazon API Gateway: REST APIs, with their methods, stages and domain names."""

from bartizan.content.kinds.aws.apigateway_api import ApiStage
from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset, Document, Flag, Link, Number, Text
from bartizan.core.source import Beside, Block, First, Shown, Source


class RestApi(
    Governed, Endpoint, kind="aws.apigateway.api", identifier="arn:{partition}:apigateway:{region}::/restapis/{id}"
):
    """A REST API."""

    name = Text("Its name.")
    private = Flag("It can be called through VPC endpoints only.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


class Method(Asset, kind="aws.apigateway.method"):
    """One thing a REST API answers."""

    api = Link(RestApi, "The API it is part of.")
    verb = Text("The HTTP method: GET, POST, ANY ...")
    authorization = Text("NONE, AWS_IAM, CUSTOM or COGNITO_USER_POOLS.")
    needs_key = Flag("Callers must show an API key.")
    validated = Flag("Requests are checked against a model before they are passed on.")


class Stage(ApiStage, kind="aws.apigateway.stage"):
    """A version of a REST API that can be called."""

    api = Link(RestApi, "The API it is a version of.")
    traced = Flag("X-Ray traces requests.")
    client_certificate = Flag("Back ends can tell by a certificate that a request comes from it.")
    behind_waf = Flag("A web ACL looks at requests first.")


class MethodSettings(Asset, kind="aws.apigateway.method-settings"):
    """How methods of a stage are run."""

    logging = Text("What is logged of how requests are handled: OFF, ERROR or INFO.")
    logs_data = Flag("Whole requests and answers are logged.")
    cached = Flag("Answers are kept to be given again.")
    cache_encrypted = Flag("Answers that are kept are encrypted.")
    rate = Number("Requests per second that are let through; none where only the account's limit holds.")


WEB_ACL = ("aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association")

FROM_TERRAFORM = Source(
    of=RestApi,
    each=Block("aws_api_gateway_rest_api"),
    reads={
        **GOVERNED,
        RestApi.policy: First(
            Beside(types="aws_api_gateway_rest_api_policy", on="rest_api_id", read="policy"), "policy"
        ),
        RestApi.name: "name",
        RestApi.private: "contains(not_null(endpoint_configuration[0].types, `[]`), 'PRIVATE')",
    },
    shows=[
        Shown(
            text='resource "aws_api_gateway_rest_api" "shop" {\n  name = "shop"\n}',
            gives=RestApi("aws_api_gateway_rest_api.shop", name="shop", private=False),
        ),
        Shown(
            text="""
resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}
""",
            gives=RestApi("aws_api_gateway_rest_api.shop", policy=None, private=True),
        ),
    ],
)

METHOD_FROM_TERRAFORM = Source(
    of=Method,
    each=Block("aws_api_gateway_method"),
    reads={
        Method.api: "rest_api_id",
        Method.verb: "upper(http_method)",
        Method.authorization: "upper(authorization)",
        Method.needs_key: "flag(not_null(api_key_required, `false`))",
        Method.validated: "not_null(request_validator_id, '') != ''",
    },
    shows=[
        Shown(
            text="""
resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_method" "orders" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  http_method   = "GET"
  authorization = "NONE"
}
""",
            gives=Method(
                "aws_api_gateway_method.orders",
                api=frozenset({"aws_api_gateway_rest_api.shop"}),
                verb="GET",
                authorization="NONE",
                needs_key=False,
                validated=False,
            ),
        ),
        Shown(
            text="""
resource "aws_api_gateway_method" "orders" {
  rest_api_id          = "a1"
  http_method          = "GET"
  authorization        = "AWS_IAM"
  api_key_required     = true
  request_validator_id = "v1"
}
""",
            gives=Method("aws_api_gateway_method.orders", authorization="AWS_IAM", needs_key=True, validated=True),
        ),
    ],
)

STAGE_FROM_TERRAFORM = Source(
    of=Stage,
    each=Block("aws_api_gateway_stage"),
    reads={
        Stage.name: "stage_name",
        Stage.access_logged: "not_null(access_log_settings[0].destination_arn, '') != ''",
        Stage.api: "rest_api_id",
        Stage.traced: "flag(not_null(xray_tracing_enabled, `false`))",
        Stage.client_certificate: "not_null(client_certificate_id, '') != ''",
        Stage.behind_waf: Beside(types=WEB_ACL, on="resource_arn", read="`true`", none=False),
    },
    shows=[
        Shown(
            text="""
resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  stage_name  = "live"
}
""",
            gives=Stage(
                "aws_api_gateway_stage.live",
                name="live",
                access_logged=False,
                api=frozenset({"aws_api_gateway_rest_api.shop"}),
                traced=False,
                client_certificate=False,
                behind_waf=False,
            ),
        ),
        Shown(
            text="""
resource "aws_api_gateway_stage" "live" {
  rest_api_id           = "a1"
  stage_name            = "live"
  xray_tracing_enabled  = true
  client_certificate_id = "c1"
  access_log_settings {
    destination_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:shop"
    format          = "$context.requestId"
  }
}

resource "aws_wafv2_web_acl_association" "live" {
  resource_arn = aws_api_gateway_stage.live.arn
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/shop/1"
}
""",
            gives=Stage(
                "aws_api_gateway_stage.live",
                access_logged=True,
                traced=True,
                client_certificate=True,
                behind_waf=True,
            ),
        ),
    ],
)

SETTINGS_FROM_TERRAFORM = Source(
    of=MethodSettings,
    each=Block("aws_api_gateway_method_settings", each="settings"),
    reads={
        MethodSettings.logging: "not_null(logging_level, 'OFF')",
        MethodSettings.logs_data: "flag(not_null(data_trace_enabled, `false`))",
        MethodSettings.cached: "flag(not_null(caching_enabled, `false`))",
        MethodSettings.cache_encrypted: "flag(not_null(cache_data_encrypted, `false`))",
        MethodSettings.rate: "[throttling_rate_limit] | [?@ != `-1`] | [0]",
    },
    shows=[
        Shown(
            text="""
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "a1"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    metrics_enabled = true
  }
}
""",
            gives=MethodSettings(
                "aws_api_gateway_method_settings.all/settings/0",
                logging="OFF",
                logs_data=False,
                cached=False,
                cache_encrypted=False,
                rate=None,
            ),
        ),
        Shown(
            text="""
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "a1"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    logging_level         = "INFO"
    data_trace_enabled    = true
    caching_enabled       = true
    cache_data_encrypted  = true
    throttling_rate_limit = 100
  }
}
""",
            gives=MethodSettings(
                "aws_api_gateway_method_settings.all/settings/0",
                logging="INFO",
                logs_data=True,
                cached=True,
                cache_encrypted=True,
                rate=100,
            ),
        ),
    ],
)


FROM_CLOUDFORMATION = Source(
    of=RestApi,
    each=Block("AWS::ApiGateway::RestApi"),
    reads={
        **GOVERNED,
        RestApi.policy: "Policy",
        RestApi.name: "Name",
        RestApi.private: "contains(not_null(EndpointConfiguration.Types, `[]`), 'PRIVATE')",
    },
    shows=[
        Shown(
            text="Resources: {Shop: {Type: 'AWS::ApiGateway::RestApi', Properties: {Name: shop}}}",
            gives=RestApi("Shop", name="shop", private=False),
        ),
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::ApiGateway::RestApi
    Properties: {Name: shop, EndpointConfiguration: {Types: [PRIVATE]}}
""",
            gives=RestApi("Shop", policy=None, private=True),
        ),
    ],
)

METHOD_FROM_CLOUDFORMATION = Source(
    of=Method,
    each=Block("AWS::ApiGateway::Method"),
    reads={
        Method.api: "RestApiId",
        Method.verb: "upper(HttpMethod)",
        Method.authorization: "upper(not_null(AuthorizationType, 'NONE'))",
        Method.needs_key: "flag(not_null(ApiKeyRequired, `false`))",
        Method.validated: "not_null(RequestValidatorId, '') != ''",
    },
    shows=[
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::ApiGateway::RestApi
    Properties: {Name: shop}
  Orders:
    Type: AWS::ApiGateway::Method
    Properties: {RestApiId: !Ref Shop, HttpMethod: GET}
""",
            gives=Method(
                "Orders",
                api=frozenset({"Shop"}),
                verb="GET",
                authorization="NONE",
                needs_key=False,
                validated=False,
            ),
        ),
        Shown(
            text="""
Resources:
  Orders:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: a1
      HttpMethod: GET
      AuthorizationType: AWS_IAM
      ApiKeyRequired: true
      RequestValidatorId: v1
""",
            gives=Method("Orders", authorization="AWS_IAM", needs_key=True, validated=True),
        ),
    ],
)

STAGE_FROM_CLOUDFORMATION = Source(
    of=Stage,
    each=Block("AWS::ApiGateway::Stage"),
    reads={
        Stage.name: "StageName",
        Stage.access_logged: "not_null(AccessLogSetting.DestinationArn, '') != ''",
        Stage.api: "RestApiId",
        Stage.traced: "flag(not_null(TracingEnabled, `false`))",
        Stage.client_certificate: "not_null(ClientCertificateId, '') != ''",
        Stage.behind_waf: Beside(
            types=("AWS::WAFv2::WebACLAssociation", "AWS::WAFRegional::WebACLAssociation"),
            on="ResourceArn",
            read="`true`",
            none=False,
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::ApiGateway::RestApi
    Properties: {Name: shop}
  Live:
    Type: AWS::ApiGateway::Stage
    Properties: {RestApiId: !Ref Shop, StageName: live}
""",
            gives=Stage(
                "Live",
                name="live",
                access_logged=False,
                api=frozenset({"Shop"}),
                traced=False,
                client_certificate=False,
                behind_waf=False,
            ),
        ),
        Shown(
            text="""
Resources:
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: a1
      StageName: live
      TracingEnabled: true
      ClientCertificateId: c1
      AccessLogSetting: {DestinationArn: "arn:aws:logs:eu-central-1:111122223333:log-group:shop"}
  Acl:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !Sub "arn:aws:apigateway:eu-central-1::/restapis/a1/stages/${Live}"
      WebACLArn: arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/shop/1
""",
            gives=Stage("Live", access_logged=True, traced=True, client_certificate=True, behind_waf=True),
        ),
    ],
)

SETTINGS_FROM_CLOUDFORMATION = Source(
    of=MethodSettings,
    each=Block("AWS::ApiGateway::Stage", each="MethodSettings"),
    reads={
        MethodSettings.logging: "not_null(LoggingLevel, 'OFF')",
        MethodSettings.logs_data: "flag(not_null(DataTraceEnabled, `false`))",
        MethodSettings.cached: "flag(not_null(CachingEnabled, `false`))",
        MethodSettings.cache_encrypted: "flag(not_null(CacheDataEncrypted, `false`))",
        MethodSettings.rate: "[ThrottlingRateLimit] | [?@ != `-1`] | [0]",
    },
    shows=[
        Shown(
            text="""
Resources:
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: a1
      MethodSettings: [{HttpMethod: "*", ResourcePath: "/*"}]
""",
            gives=MethodSettings(
                "Live/MethodSettings/0",
                logging="OFF",
                logs_data=False,
                cached=False,
                cache_encrypted=False,
                rate=None,
            ),
        ),
        Shown(
            text="""
Resources:
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: a1
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: "/*"
          LoggingLevel: INFO
          DataTraceEnabled: true
          CachingEnabled: true
          CacheDataEncrypted: true
          ThrottlingRateLimit: 100
""",
            gives=MethodSettings(
                "Live/MethodSettings/0", logging="INFO", logs_data=True, cached=True, cache_encrypted=True, rate=100
            ),
        ),
    ],
)
