"""Amazon VPC prefix lists: ranges of addresses under one name."""

from bartizan.core.kind import Asset, Many, Text
from bartizan.core.source import Beside, Block, First, Shown, Source


class PrefixList(
    Asset, kind="aws.vpc.prefix-list", identifier="arn:{partition}:ec2:{region}:{account}:prefix-list/{id}"
):
    """Ranges of addresses that rules and routes name together."""

    name = Text("Its name, where it is known before deployment.")
    addresses = Many("The ranges that are in it.")


FROM_TERRAFORM = Source(
    of=PrefixList,
    each=Block("aws_ec2_managed_prefix_list"),
    reads={
        PrefixList.name: "name",
        PrefixList.addresses: First(
            "entry[0] && entry[].cidr",
            Beside(types="aws_ec2_managed_prefix_list_entry", on="prefix_list_id", read="[].cidr", all=True),
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_ec2_managed_prefix_list" "offices" {
  name           = "offices"
  address_family = "IPv4"
  max_entries    = 2
  entry {
    cidr = "203.0.113.0/24"
  }
  entry {
    cidr = "198.51.100.0/24"
  }
}
""",
            gives=PrefixList(
                "aws_ec2_managed_prefix_list.offices",
                name="offices",
                addresses=frozenset({"203.0.113.0/24", "198.51.100.0/24"}),
            ),
        ),
        Shown(
            text="""
resource "aws_ec2_managed_prefix_list" "offices" {
  name           = "offices"
  address_family = "IPv4"
  max_entries    = 1
}

resource "aws_ec2_managed_prefix_list_entry" "berlin" {
  prefix_list_id = aws_ec2_managed_prefix_list.offices.id
  cidr           = "203.0.113.0/24"
}
""",
            gives=PrefixList("aws_ec2_managed_prefix_list.offices", addresses=frozenset({"203.0.113.0/24"})),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=PrefixList,
    each=Block("AWS::EC2::PrefixList"),
    reads={PrefixList.name: "PrefixListName", PrefixList.addresses: "Entries[].Cidr"},
    shows=[
        Shown(
            text="""
Resources:
  Offices:
    Type: AWS::EC2::PrefixList
    Properties: {PrefixListName: offices, AddressFamily: IPv4, MaxEntries: 1, Entries: [{Cidr: 203.0.113.0/24}]}
""",
            gives=PrefixList("Offices", name="offices", addresses=frozenset({"203.0.113.0/24"})),
        ),
    ],
)
