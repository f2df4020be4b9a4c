"""What Amazon API Gateway passes requests on to."""

from bartizan.content.kinds.aws.apigateway_rest import Method, RestApi
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset, Link, Text
from bartizan.core.source import Block, First, Owner, OwnerLink, Shown, Source, Through


class Integration(Asset, kind="aws.apigateway.integration"):
    """What a method of a REST API passes requests on to."""

    api = Link(RestApi, "The API it is part of.")
    method = Link(Method, "The method it is of, where that is named by reference.")
    verb = Text("The HTTP method of its method: GET, POST, ANY ...")
    type = Text("HTTP, HTTP_PROXY, AWS, AWS_PROXY or MOCK.")
    leads = Link(Endpoint, "The function or load balancer that gets the requests, where that is declared too.")


FROM_TERRAFORM = Source(
    of=Integration,
    each=Block("aws_api_gateway_integration"),
    reads={
        Integration.api: "rest_api_id",
        Integration.method: "[http_method] | [?!literal(@)] | [0]",
        Integration.verb: "upper(http_method)",
        Integration.type: "upper(type)",
        Integration.leads: First(Through(by="connection_id", read="target_arns"), "uri"),
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

resource "aws_lambda_function" "orders" {
  function_name = "orders"
}

resource "aws_api_gateway_integration" "orders" {
  rest_api_id             = aws_api_gateway_rest_api.shop.id
  http_method             = aws_api_gateway_method.orders.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.orders.invoke_arn
}
""",
            gives=Integration(
                "aws_api_gateway_integration.orders",
                api=frozenset({"aws_api_gateway_rest_api.shop"}),
                type="AWS_PROXY",
                leads=frozenset({"aws_lambda_function.orders"}),
            ),
        ),
        Shown(
            text="""
resource "aws_lb" "inner" {
  internal           = true
  load_balancer_type = "network"
}

resource "aws_api_gateway_vpc_link" "inner" {
  name        = "inner"
  target_arns = [aws_lb.inner.arn]
}

resource "aws_api_gateway_integration" "orders" {
  rest_api_id     = "api-1"
  http_method     = "GET"
  type            = "HTTP_PROXY"
  connection_type = "VPC_LINK"
  connection_id   = aws_api_gateway_vpc_link.inner.id
  uri             = "http://inner.example.com/"
}
""",
            gives=Integration(
                "aws_api_gateway_integration.orders",
                method=frozenset(),
                verb="GET",
                type="HTTP_PROXY",
                leads=frozenset({"aws_lb.inner"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Integration,
    each=Block("AWS::ApiGateway::Method", each="Integration"),
    reads={
        Integration.api: Owner("RestApiId"),
        Integration.method: OwnerLink(),
        Integration.verb: Owner("upper(HttpMethod)"),
        Integration.type: "upper(Type)",
        Integration.leads: First(Through(by="ConnectionId", read="TargetArns"), "Uri"),
    },
    shows=[
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::ApiGateway::RestApi
    Properties: {Name: shop}
  Orders:
    Type: AWS::Lambda::Function
    Properties: {Handler: index.handler, Code: {}}
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Shop
      HttpMethod: GET
      AuthorizationType: NONE
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Orders.Arn}/invocations"
""",
            gives=Integration(
                "Get/Integration",
                api=frozenset({"Shop"}),
                method=frozenset({"Get"}),
                verb="GET",
                type="AWS_PROXY",
                leads=frozenset({"Orders"}),
            ),
        ),
    ],
)
