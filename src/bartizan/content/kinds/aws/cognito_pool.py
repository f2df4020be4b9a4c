"""Amazon Cognito: pools of users, and of identities that act in AWS."""

from bartizan.content.kinds.data_store import TAGS, TAGS_MAPPED, DataStore
from bartizan.core.kind import Asset, Flag, Number, Text
from bartizan.core.source import Block, Shown, Source


class UserPool(
    DataStore, kind="aws.cognito.user-pool", identifier="arn:{partition}:cognito-idp:{region}:{account}:userpool/{id}"
):
    """People who sign up and sign in."""

    name = Text("Its name, where it is known before deployment.")
    mfa = Text("Whether people sign in with a second factor: OFF, OPTIONAL or ON.")
    password_length = Number("How many characters a password has at least.")
    password_mixed = Flag("A password needs small and capital letters, digits and symbols.")
    deletion_protected = Flag("It cannot be deleted before this setting is changed.")


FROM_TERRAFORM = Source(
    of=UserPool,
    each=Block("aws_cognito_user_pool"),
    reads={
        UserPool.tags: TAGS,
        UserPool.name: "name",
        UserPool.mfa: "not_null(mfa_configuration, 'OFF')",
        UserPool.password_length: "not_null(password_policy[0].minimum_length, `8`)",
        UserPool.password_mixed: "length(not_null(password_policy, `[]`)) == `0` || (flag(not_null(password_policy[0].require_lowercase, `false`)) && flag(not_null(password_policy[0].require_uppercase, `false`)) && flag(not_null(password_policy[0].require_numbers, `false`)) && flag(not_null(password_policy[0].require_symbols, `false`)))",
        UserPool.deletion_protected: "deletion_protection == 'ACTIVE'",
    },
    shows=[
        Shown(
            text="""
resource "aws_cognito_user_pool" "plain" {
  name = "plain"
}
""",
            gives=UserPool(
                "aws_cognito_user_pool.plain",
                name="plain",
                mfa="OFF",
                password_length=8,
                password_mixed=True,
                deletion_protected=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_cognito_user_pool" "shop" {
  name                = "shop"
  mfa_configuration   = "ON"
  deletion_protection = "ACTIVE"
  password_policy {
    minimum_length    = 14
    require_lowercase = true
  }
}
""",
            gives=UserPool(
                "aws_cognito_user_pool.shop",
                name="shop",
                mfa="ON",
                password_length=14,
                password_mixed=False,
                deletion_protected=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=UserPool,
    each=Block("AWS::Cognito::UserPool"),
    reads={
        UserPool.tags: TAGS_MAPPED.replace("Tags", "UserPoolTags"),
        UserPool.name: "UserPoolName",
        UserPool.mfa: "not_null(MfaConfiguration, 'OFF')",
        UserPool.password_length: "not_null(Policies.PasswordPolicy.MinimumLength, `8`)",
        UserPool.password_mixed: "Policies.PasswordPolicy == `null` || (flag(not_null(Policies.PasswordPolicy.RequireLowercase, `false`)) && flag(not_null(Policies.PasswordPolicy.RequireUppercase, `false`)) && flag(not_null(Policies.PasswordPolicy.RequireNumbers, `false`)) && flag(not_null(Policies.PasswordPolicy.RequireSymbols, `false`)))",
        UserPool.deletion_protected: "DeletionProtection == 'ACTIVE'",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Cognito::UserPool
""",
            gives=UserPool(
                "Plain",
                name=None,
                mfa="OFF",
                password_length=8,
                password_mixed=True,
                deletion_protected=False,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolName: shop
      MfaConfiguration: "ON"
      DeletionProtection: ACTIVE
      Policies: {PasswordPolicy: {MinimumLength: 14, RequireLowercase: true}}
""",
            gives=UserPool(
                "Shop", name="shop", mfa="ON", password_length=14, password_mixed=False, deletion_protected=True
            ),
        ),
    ],
)


class IdentityPool(
    Asset,
    kind="aws.cognito.identity-pool",
    identifier="arn:{partition}:cognito-identity:{region}:{account}:identitypool/{id}",
):
    """Turns those who signed in elsewhere into identities of AWS."""

    name = Text("Its name, where it is known before deployment.")
    guests = Flag("Those who did not sign in are given credentials too.")
    classic = Flag("Guests and users may pass by the limits that AWS sets for their sessions.")


IDENTITY_FROM_TERRAFORM = Source(
    of=IdentityPool,
    each=Block("aws_cognito_identity_pool"),
    reads={
        IdentityPool.name: "identity_pool_name",
        IdentityPool.guests: "flag(not_null(allow_unauthenticated_identities, `false`))",
        IdentityPool.classic: "flag(not_null(allow_classic_flow, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_cognito_identity_pool" "plain" {
  identity_pool_name = "plain"
}
""",
            gives=IdentityPool("aws_cognito_identity_pool.plain", name="plain", guests=False, classic=False),
        ),
        Shown(
            text="""
resource "aws_cognito_identity_pool" "shop" {
  identity_pool_name               = "shop"
  allow_unauthenticated_identities = true
  allow_classic_flow               = true
}
""",
            gives=IdentityPool("aws_cognito_identity_pool.shop", name="shop", guests=True, classic=True),
        ),
    ],
)

IDENTITY_FROM_CLOUDFORMATION = Source(
    of=IdentityPool,
    each=Block("AWS::Cognito::IdentityPool"),
    reads={
        IdentityPool.name: "IdentityPoolName",
        IdentityPool.guests: "flag(not_null(AllowUnauthenticatedIdentities, `false`))",
        IdentityPool.classic: "flag(not_null(AllowClassicFlow, `false`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Cognito::IdentityPool
    Properties:
      AllowUnauthenticatedIdentities: false
""",
            gives=IdentityPool("Plain", name=None, guests=False, classic=False),
        ),
        Shown(
            text="""
Resources:
  Shop:
    Type: AWS::Cognito::IdentityPool
    Properties:
      IdentityPoolName: shop
      AllowUnauthenticatedIdentities: true
      AllowClassicFlow: true
""",
            gives=IdentityPool("Shop", name="shop", guests=True, classic=True),
        ),
    ],
)
