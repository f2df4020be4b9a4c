"""Amazon API Gateway: what REST APIs and HTTP APIs have in common; HTTP and WebSocket APIs with their routes and stages."""

from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class ApiStage(Asset):
    """A version of an API that can be called."""

    name = Text("Its name.")
    access_logged = Flag("Requests are logged.")


class HttpApi(Asset, kind="aws.apigatewayv2.api", identifier="arn:{partition}:apigateway:{region}::/apis/{id}"):
    """An HTTP or WebSocket API."""

    name = Text("Its name.")
    protocol = Text("HTTP or WEBSOCKET.")
    cors_open = Flag("Scripts of any web site may call it with the visitor's credentials.")
    routes = Link(lambda: Route, "What it answers.")


class Route(Asset, kind="aws.apigatewayv2.route"):
    """One thing an HTTP or WebSocket API answers."""

    api = Link(HttpApi, "The API it is part of.")
    key = Text("Method and path, or the name of a WebSocket message.")
    authorization = Text("NONE, JWT, AWS_IAM or CUSTOM.")
    needs_key = Flag("Callers must show an API key.")


class HttpStage(ApiStage, kind="aws.apigatewayv2.stage"):
    """A version of an HTTP or WebSocket API that can be called."""

    api = Link(HttpApi, "The API it is a version of.")


FROM_TERRAFORM = Source(
    of=HttpApi,
    each=Block("aws_apigatewayv2_api"),
    reads={
        HttpApi.name: "name",
        HttpApi.protocol: "protocol_type",
        HttpApi.cors_open: (
            "contains(not_null(cors_configuration[0].allow_origins, `[]`), '*') && "
            "flag(not_null(cors_configuration[0].allow_credentials, `false`))"
        ),
        HttpApi.routes: Inverse(Route.api),
    },
    shows=[
        Shown(
            text='resource "aws_apigatewayv2_api" "web" {\n  name = "web"\n  protocol_type = "HTTP"\n}',
            gives=HttpApi("aws_apigatewayv2_api.web", name="web", protocol="HTTP", cors_open=False, routes=frozenset()),
        ),
        Shown(
            text="""
resource "aws_apigatewayv2_api" "web" {
  name          = "web"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins     = ["*"]
    allow_credentials = true
  }
}
""",
            gives=HttpApi("aws_apigatewayv2_api.web", cors_open=True),
        ),
    ],
)

ROUTE_FROM_TERRAFORM = Source(
    of=Route,
    each=Block("aws_apigatewayv2_route"),
    reads={
        Route.api: "api_id",
        Route.key: "route_key",
        Route.authorization: "not_null(authorization_type, 'NONE')",
        Route.needs_key: "flag(not_null(api_key_required, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_apigatewayv2_api" "web" {
  name          = "web"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "orders" {
  api_id    = aws_apigatewayv2_api.web.id
  route_key = "GET /orders"
}
""",
            gives=Route(
                "aws_apigatewayv2_route.orders",
                api=frozenset({"aws_apigatewayv2_api.web"}),
                key="GET /orders",
                authorization="NONE",
                needs_key=False,
            ),
        ),
        Shown(
            text="""
resource "aws_apigatewayv2_route" "orders" {
  api_id             = "a1"
  route_key          = "$connect"
  authorization_type = "AWS_IAM"
  api_key_required   = true
}
""",
            gives=Route("aws_apigatewayv2_route.orders", key="$connect", authorization="AWS_IAM", needs_key=True),
        ),
    ],
)

STAGE_FROM_TERRAFORM = Source(
    of=HttpStage,
    each=Block("aws_apigatewayv2_stage"),
    reads={
        HttpStage.name: "name",
        HttpStage.access_logged: "not_null(access_log_settings[0].destination_arn, '') != ''",
        HttpStage.api: "api_id",
    },
    shows=[
        Shown(
            text="""
resource "aws_apigatewayv2_api" "web" {
  name          = "web"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "live" {
  api_id = aws_apigatewayv2_api.web.id
  name   = "live"
}
""",
            gives=HttpStage(
                "aws_apigatewayv2_stage.live",
                name="live",
                access_logged=False,
                api=frozenset({"aws_apigatewayv2_api.web"}),
            ),
        ),
        Shown(
            text="""
resource "aws_apigatewayv2_stage" "live" {
  api_id = "a1"
  name   = "live"
  access_log_settings {
    destination_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:web"
    format          = "$context.requestId"
  }
}
""",
            gives=HttpStage("aws_apigatewayv2_stage.live", access_logged=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=HttpApi,
    each=Block("AWS::ApiGatewayV2::Api"),
    reads={
        HttpApi.name: "Name",
        HttpApi.protocol: "ProtocolType",
        HttpApi.cors_open: (
            "contains(not_null(CorsConfiguration.AllowOrigins, `[]`), '*') && "
            "flag(not_null(CorsConfiguration.AllowCredentials, `false`))"
        ),
        HttpApi.routes: Inverse(Route.api),
    },
    shows=[
        Shown(
            text="Resources: {Web: {Type: 'AWS::ApiGatewayV2::Api', Properties: {Name: web, ProtocolType: HTTP}}}",
            gives=HttpApi("Web", name="web", protocol="HTTP", cors_open=False, routes=frozenset()),
        ),
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::ApiGatewayV2::Api
    Properties: {Name: web, ProtocolType: HTTP, CorsConfiguration: {AllowOrigins: ["*"], AllowCredentials: true}}
""",
            gives=HttpApi("Web", cors_open=True),
        ),
    ],
)

ROUTE_FROM_CLOUDFORMATION = Source(
    of=Route,
    each=Block("AWS::ApiGatewayV2::Route"),
    reads={
        Route.api: "ApiId",
        Route.key: "RouteKey",
        Route.authorization: "not_null(AuthorizationType, 'NONE')",
        Route.needs_key: "flag(not_null(ApiKeyRequired, `false`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::ApiGatewayV2::Api
    Properties: {Name: web, ProtocolType: HTTP}
  Orders:
    Type: AWS::ApiGatewayV2::Route
    Properties: {ApiId: !Ref Web, RouteKey: GET /orders}
""",
            gives=Route("Orders", api=frozenset({"Web"}), key="GET /orders", authorization="NONE", needs_key=False),
        ),
        Shown(
            text="""
Resources:
  Orders:
    Type: AWS::ApiGatewayV2::Route
    Properties: {ApiId: a1, RouteKey: $connect, AuthorizationType: AWS_IAM, ApiKeyRequired: true}
""",
            gives=Route("Orders", authorization="AWS_IAM", needs_key=True),
        ),
    ],
)

STAGE_FROM_CLOUDFORMATION = Source(
    of=HttpStage,
    each=Block("AWS::ApiGatewayV2::Stage"),
    reads={
        HttpStage.name: "StageName",
        HttpStage.access_logged: "not_null(AccessLogSettings.DestinationArn, '') != ''",
        HttpStage.api: "ApiId",
    },
    shows=[
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::ApiGatewayV2::Api
    Properties: {Name: web, ProtocolType: HTTP}
  Live:
    Type: AWS::ApiGatewayV2::Stage
    Properties: {ApiId: !Ref Web, StageName: live}
""",
            gives=HttpStage("Live", name="live", access_logged=False, api=frozenset({"Web"})),
        ),
        Shown(
            text="""
Resources:
  Live:
    Type: AWS::ApiGatewayV2::Stage
    Properties:
      ApiId: a1
      StageName: live
      AccessLogSettings: {DestinationArn: "arn:aws:logs:eu-central-1:111122223333:log-group:web"}
""",
            gives=HttpStage("Live", access_logged=True),
        ),
    ],
)
