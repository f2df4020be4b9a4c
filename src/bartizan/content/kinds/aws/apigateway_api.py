"""Amazon API Gateway: what REST APIs and HTTP APIs have in common; HTTP and WebSocket APIs with their routes and stages."""

from bartizan.content.kinds.aws.elb_load_balancer import Listener
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class ApiStage(Asset):
    """A version of an API that can be called."""

    name = Text("Its name.")
    access_logged = Flag("Requests are logged.")


class HttpApi(Endpoint, kind="aws.apigatewayv2.api", identifier="arn:{partition}:apigateway:{region}::/apis/{id}"):
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
    integration = Link(lambda: HttpIntegration, "What it passes requests on to.")


class HttpIntegration(Asset, kind="aws.apigatewayv2.integration"):
    """What an HTTP or WebSocket API passes requests on to."""

    api = Link(HttpApi, "The API it is part of.")
    private = Flag("It goes into a network, over a VPC link.")
    leads = Link(Endpoint, "The function that gets the requests, where that is declared too.")
    listener = Link(Listener, "The listener of a load balancer that gets the requests.")


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
        Route.integration: "target",
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
        Shown(
            text="""
resource "aws_apigatewayv2_integration" "orders" {
  api_id           = "api-1"
  integration_type = "AWS_PROXY"
}

resource "aws_apigatewayv2_route" "orders" {
  api_id    = "api-1"
  route_key = "GET /orders"
  target    = "integrations/${aws_apigatewayv2_integration.orders.id}"
}
""",
            gives=Route(
                "aws_apigatewayv2_route.orders", integration=frozenset({"aws_apigatewayv2_integration.orders"})
            ),
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
        Route.integration: "Target",
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
        Shown(
            text="""
Resources:
  Orders:
    Type: AWS::ApiGatewayV2::Integration
    Properties: {ApiId: api-1, IntegrationType: AWS_PROXY}
  Get:
    Type: AWS::ApiGatewayV2::Route
    Properties: {ApiId: api-1, RouteKey: GET /orders, Target: !Sub "integrations/${Orders}"}
""",
            gives=Route("Get", integration=frozenset({"Orders"})),
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

INTEGRATION_FROM_TERRAFORM = Source(
    of=HttpIntegration,
    each=Block("aws_apigatewayv2_integration"),
    reads={
        HttpIntegration.api: "api_id",
        HttpIntegration.private: "not_null(connection_type, 'INTERNET') == 'VPC_LINK'",
        HttpIntegration.leads: "integration_uri",
        HttpIntegration.listener: "integration_uri",
    },
    shows=[
        Shown(
            text="""
resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
}

resource "aws_apigatewayv2_integration" "orders" {
  api_id           = aws_apigatewayv2_api.shop.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.orders.invoke_arn
}
""",
            gives=HttpIntegration(
                "aws_apigatewayv2_integration.orders",
                api=frozenset({"aws_apigatewayv2_api.shop"}),
                private=False,
                leads=frozenset({"aws_lambda_function.orders"}),
            ),
        ),
        Shown(
            text="""
resource "aws_lb_listener" "inner" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/web/1"
  port              = 80
}

resource "aws_apigatewayv2_integration" "inner" {
  api_id           = "api-1"
  integration_type = "HTTP_PROXY"
  connection_type  = "VPC_LINK"
  integration_uri  = aws_lb_listener.inner.arn
}
""",
            gives=HttpIntegration(
                "aws_apigatewayv2_integration.inner", private=True, listener=frozenset({"aws_lb_listener.inner"})
            ),
        ),
    ],
)

INTEGRATION_FROM_CLOUDFORMATION = Source(
    of=HttpIntegration,
    each=Block("AWS::ApiGatewayV2::Integration"),
    reads={
        HttpIntegration.api: "ApiId",
        HttpIntegration.private: "not_null(ConnectionType, 'INTERNET') == 'VPC_LINK'",
        HttpIntegration.leads: "IntegrationUri",
        HttpIntegration.listener: "IntegrationUri",
    },
    shows=[
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::ApiGatewayV2::Api
    Properties: {Name: shop, ProtocolType: HTTP}
  Function:
    Type: AWS::Lambda::Function
    Properties: {Handler: index.handler, Code: {}}
  Orders:
    Type: AWS::ApiGatewayV2::Integration
    Properties: {ApiId: !Ref Shop, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Function.Arn}
""",
            gives=HttpIntegration("Orders", api=frozenset({"Shop"}), private=False, leads=frozenset({"Function"})),
        ),
        Shown(
            text="""
Resources:
  Open:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {Port: 80}
  Inner:
    Type: AWS::ApiGatewayV2::Integration
    Properties: {ApiId: api-1, IntegrationType: HTTP_PROXY, ConnectionType: VPC_LINK, IntegrationUri: !Ref Open}
""",
            gives=HttpIntegration("Inner", private=True, listener=frozenset({"Open"})),
        ),
    ],
)
