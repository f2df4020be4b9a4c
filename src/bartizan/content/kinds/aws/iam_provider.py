"""Identity providers that an AWS account accepts tokens and assertions of."""

from bartizan.core.kind import Asset, Many, Text
from bartizan.core.source import Block, Shown, Source


class OidcProvider(
    Asset, kind="aws.iam.oidc-provider", identifier="arn:{partition}:iam::{account}:oidc-provider/{url}"
):
    """An OpenID Connect provider whose tokens can be exchanged for a role."""

    url = Text("Address of the issuer.")
    audiences = Many("Client ids its tokens may be made for.")


class SamlProvider(
    Asset, kind="aws.iam.saml-provider", identifier="arn:{partition}:iam::{account}:saml-provider/{name}"
):
    """A SAML provider through which people take on roles."""

    name = Text("Its name.")


FROM_TERRAFORM = Source(
    of=OidcProvider,
    each=Block("aws_iam_openid_connect_provider"),
    reads={OidcProvider.url: "url", OidcProvider.audiences: "client_id_list"},
    shows=[
        Shown(
            text="""
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}
""",
            gives=OidcProvider(
                "aws_iam_openid_connect_provider.github",
                url="https://token.actions.githubusercontent.com",
                audiences=frozenset({"sts.amazonaws.com"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=OidcProvider,
    each=Block("AWS::IAM::OIDCProvider"),
    reads={OidcProvider.url: "Url", OidcProvider.audiences: "ClientIdList"},
    shows=[
        Shown(
            text="""
Resources:
  GitHub:
    Type: AWS::IAM::OIDCProvider
    Properties:
      Url: https://token.actions.githubusercontent.com
      ClientIdList: [sts.amazonaws.com]
""",
            gives=OidcProvider(
                "GitHub",
                url="https://token.actions.githubusercontent.com",
                audiences=frozenset({"sts.amazonaws.com"}),
            ),
        ),
    ],
)

SAML_FROM_TERRAFORM = Source(
    of=SamlProvider,
    each=Block("aws_iam_saml_provider"),
    reads={SamlProvider.name: "name"},
    shows=[
        Shown(
            text="""
resource "aws_iam_saml_provider" "office" {
  name                   = "office"
  saml_metadata_document = "<EntityDescriptor/>"
}
""",
            gives=SamlProvider("aws_iam_saml_provider.office", name="office"),
        ),
    ],
)

SAML_FROM_CLOUDFORMATION = Source(
    of=SamlProvider,
    each=Block("AWS::IAM::SAMLProvider"),
    reads={SamlProvider.name: "Name"},
    shows=[
        Shown(
            text="""
Resources:
  Office:
    Type: AWS::IAM::SAMLProvider
    Properties: {Name: office, SamlMetadataDocument: "<EntityDescriptor/>"}
""",
            gives=SamlProvider("Office", name="office"),
        ),
    ],
)
