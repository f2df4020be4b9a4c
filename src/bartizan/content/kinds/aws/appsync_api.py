"""AWS AppSync interfaces and their caches."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Beside, Block, Shown, Source


class Api(Asset, kind="aws.appsync.api", identifier="arn:{partition}:appsync:{region}:{account}:apis/{id}"):
    """An interface of GraphQL."""

    name = Text("Its name, where it is known before deployment.")
    authentication = Text(
        "How callers say who they are, unless a field says otherwise: API_KEY, AWS_IAM, AMAZON_COGNITO_USER_POOLS ..."
    )
    log_level = Text("What of the resolving of fields is logged: NONE, ERROR, INFO, DEBUG or ALL.")
    private = Flag("It is reached from inside a VPC only.")
    behind_waf = Flag("A web application firewall is in front of it.")


FROM_TERRAFORM = Source(
    of=Api,
    each=Block("aws_appsync_graphql_api"),
    reads={
        Api.name: "name",
        Api.authentication: "authentication_type",
        Api.log_level: "not_null(log_config[0].field_log_level, 'NONE')",
        Api.private: "visibility == 'PRIVATE'",
        Api.behind_waf: Beside(types="aws_wafv2_web_acl_association", on="resource_arn", read="`true`", none=False),
    },
    shows=[
        Shown(
            text="""
resource "aws_appsync_graphql_api" "plain" {
  name                = "plain"
  authentication_type = "API_KEY"
}
""",
            gives=Api(
                "aws_appsync_graphql_api.plain",
                name="plain",
                authentication="API_KEY",
                log_level="NONE",
                private=False,
                behind_waf=False,
            ),
        ),
        Shown(
            text="""
resource "aws_appsync_graphql_api" "shop" {
  name                = "shop"
  authentication_type = "AWS_IAM"
  visibility          = "PRIVATE"
  log_config {
    field_log_level = "ERROR"
  }
}

resource "aws_wafv2_web_acl_association" "shop" {
  resource_arn = aws_appsync_graphql_api.shop.arn
  web_acl_arn  = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/1"
}
""",
            gives=Api(
                "aws_appsync_graphql_api.shop",
                name="shop",
                authentication="AWS_IAM",
                log_level="ERROR",
                private=True,
                behind_waf=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Api,
    each=Block("AWS::AppSync::GraphQLApi"),
    reads={
        Api.name: "Name",
        Api.authentication: "AuthenticationType",
        Api.log_level: "not_null(LogConfig.FieldLogLevel, 'NONE')",
        Api.private: "Visibility == 'PRIVATE'",
        Api.behind_waf: Beside(types="AWS::WAFv2::WebACLAssociation", on="ResourceArn", read="`true`", none=False),
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: plain
      AuthenticationType: API_KEY
""",
            gives=Api(
                "Plain", name="plain", authentication="API_KEY", log_level="NONE", private=False, behind_waf=False
            ),
        ),
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: shop
      AuthenticationType: AWS_IAM
      Visibility: PRIVATE
      LogConfig: {FieldLogLevel: ERROR}
  Front:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !GetAtt Shop.Arn
      WebACLArn: acl
""",
            gives=Api("Shop", name="shop", authentication="AWS_IAM", log_level="ERROR", private=True, behind_waf=True),
        ),
    ],
)


class Cache(Asset, kind="aws.appsync.cache"):
    """Answers of an interface, kept for a while."""

    encrypted = Flag("It is encrypted at rest.")
    tls = Flag("Connections to it are encrypted.")


CACHE_FROM_TERRAFORM = Source(
    of=Cache,
    each=Block("aws_appsync_api_cache"),
    reads={
        Cache.encrypted: "flag(not_null(at_rest_encryption_enabled, `false`))",
        Cache.tls: "flag(not_null(transit_encryption_enabled, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_appsync_api_cache" "plain" {
  api_id = "1"
}
""",
            gives=Cache("aws_appsync_api_cache.plain", encrypted=False, tls=False),
        ),
        Shown(
            text="""
resource "aws_appsync_api_cache" "shop" {
  api_id                     = "1"
  at_rest_encryption_enabled = true
  transit_encryption_enabled = true
}
""",
            gives=Cache("aws_appsync_api_cache.shop", encrypted=True, tls=True),
        ),
    ],
)

CACHE_FROM_CLOUDFORMATION = Source(
    of=Cache,
    each=Block("AWS::AppSync::ApiCache"),
    reads={
        Cache.encrypted: "flag(not_null(AtRestEncryptionEnabled, `false`))",
        Cache.tls: "flag(not_null(TransitEncryptionEnabled, `false`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: "1"
""",
            gives=Cache("Plain", encrypted=False, tls=False),
        ),
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: "1"
      AtRestEncryptionEnabled: true
      TransitEncryptionEnabled: true
""",
            gives=Cache("Shop", encrypted=True, tls=True),
        ),
    ],
)
