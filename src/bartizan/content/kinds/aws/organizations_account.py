"""Accounts and organizational units of AWS Organizations, and the policies over them."""

from bartizan.content.kinds.aws.organizations_organization import Container, Governed
from bartizan.core.kind import Link, Text
from bartizan.core.source import Block, Fixed, Shown, Source


class Account(
    Governed,
    kind="aws.organizations.account",
    identifier="arn:{partition}:organizations::{account}:account/{organization}/{number}",
):
    """An account of an organisation."""

    name = Text("Its name.")
    number = Text("Its twelve digits, where they are known before it is made.")
    parent = Link(Container, "The unit it is in, or the organisation itself for its root.")


class Unit(
    Container,
    kind="aws.organizations.unit",
    identifier="arn:{partition}:organizations::{account}:ou/{organization}/{id}",
):
    """A part of an organisation: accounts and other units that share policies."""

    name = Text("Its name.")
    parent = Link(Container, "The unit it is in, or the organisation itself for its root.")


MADE_LATER = Fixed(None, "AWS gives the number when the account is made.")

FROM_TERRAFORM = Source(
    of=Account,
    each=Block("aws_organizations_account"),
    reads={Account.name: "name", Account.number: MADE_LATER, Account.parent: "parent_id"},
    shows=[
        Shown(
            text="""
resource "aws_organizations_organization" "us" {}

resource "aws_organizations_organizational_unit" "shops" {
  name      = "shops"
  parent_id = aws_organizations_organization.us.roots[0].id
}

resource "aws_organizations_account" "shop" {
  name      = "shop"
  email     = "shop@example.com"
  parent_id = aws_organizations_organizational_unit.shops.id
}
""",
            gives=Account(
                "aws_organizations_account.shop",
                name="shop",
                number=None,
                parent=frozenset({"aws_organizations_organizational_unit.shops"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Account,
    each=Block("AWS::Organizations::Account"),
    reads={Account.name: "AccountName", Account.number: MADE_LATER, Account.parent: "ParentIds"},
    shows=[
        Shown(
            text="""
Resources:
  Us: {Type: AWS::Organizations::Organization}
  Shop:
    Type: AWS::Organizations::Account
    Properties: {AccountName: shop, Email: shop@example.com, ParentIds: [!GetAtt Us.RootId]}
""",
            gives=Account("Shop", name="shop", number=None, parent=frozenset({"Us"})),
        ),
    ],
)

UNIT_FROM_TERRAFORM = Source(
    of=Unit,
    each=Block("aws_organizations_organizational_unit"),
    reads={Unit.name: "name", Unit.parent: "parent_id"},
    shows=[
        Shown(
            text="""
resource "aws_organizations_organization" "us" {}

resource "aws_organizations_organizational_unit" "shops" {
  name      = "shops"
  parent_id = aws_organizations_organization.us.roots[0].id
}
""",
            gives=Unit(
                "aws_organizations_organizational_unit.shops",
                name="shops",
                parent=frozenset({"aws_organizations_organization.us"}),
            ),
        ),
    ],
)

UNIT_FROM_CLOUDFORMATION = Source(
    of=Unit,
    each=Block("AWS::Organizations::OrganizationalUnit"),
    reads={Unit.name: "Name", Unit.parent: "ParentId"},
    shows=[
        Shown(
            text="""
Resources:
  Us: {Type: AWS::Organizations::Organization}
  Shops:
    Type: AWS::Organizations::OrganizationalUnit
    Properties: {Name: shops, ParentId: !GetAtt Us.RootId}
""",
            gives=Unit("Shops", name="shops", parent=frozenset({"Us"})),
        ),
    ],
)

ACCOUNT_FROM_EXPORT = Source(
    of=Account,
    each=Block("aws-organizations/Account"),
    names=("Id",),
    reads={Account.name: "Name", Account.number: "Id", Account.parent: "ParentId"},
    shows=[
        Shown(
            file="organization.json",
            text="""
{
  "Organization": {"Id": "o-a1", "MasterAccountId": "999999999999", "FeatureSet": "ALL",
                   "Arn": "arn:aws:organizations::999999999999:organization/o-a1"},
  "Roots": [{"Id": "r-b2", "Arn": "arn:aws:organizations::999999999999:root/o-a1/r-b2", "Name": "Root"}],
  "OrganizationalUnits": [
    {"Id": "ou-b2-c3", "Arn": "arn:aws:organizations::999999999999:ou/o-a1/ou-b2-c3", "Name": "shops", "ParentId": "r-b2"}
  ],
  "Accounts": [
    {"Id": "111122223333", "Arn": "arn:aws:organizations::999999999999:account/o-a1/111122223333", "Name": "shop",
     "ParentId": "ou-b2-c3"}
  ]
}
""",
            gives=Account(
                "arn:aws:organizations::999999999999:account/o-a1/111122223333",
                name="shop",
                number="111122223333",
                parent=frozenset({"arn:aws:organizations::999999999999:ou/o-a1/ou-b2-c3"}),
            ),
        ),
    ],
)

UNIT_FROM_EXPORT = Source(
    of=Unit,
    each=Block("aws-organizations/OrganizationalUnit"),
    names=("Id",),
    reads={Unit.name: "Name", Unit.parent: "ParentId"},
    shows=[
        Shown(
            file="organization.json",
            text="""
{
  "Organization": {"Id": "o-a1", "MasterAccountId": "999999999999", "FeatureSet": "ALL",
                   "Arn": "arn:aws:organizations::999999999999:organization/o-a1"},
  "Roots": [{"Id": "r-b2", "Arn": "arn:aws:organizations::999999999999:root/o-a1/r-b2", "Name": "Root"}],
  "OrganizationalUnits": [
    {"Id": "ou-b2-c3", "Arn": "arn:aws:organizations::999999999999:ou/o-a1/ou-b2-c3", "Name": "shops", "ParentId": "r-b2"}
  ]
}
""",
            gives=Unit(
                "arn:aws:organizations::999999999999:ou/o-a1/ou-b2-c3",
                name="shops",
                parent=frozenset({"arn:aws:organizations::999999999999:organization/o-a1"}),
            ),
        ),
    ],
)
