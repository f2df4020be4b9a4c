"""How Terraform signs in to AWS, and the tags that it gives to all it makes."""

from bartizan.core.kind import Asset, Many, Text
from bartizan.core.source import Block, Shown, Source


class Provider(Asset, kind="aws.terraform.provider"):
    """Settings with which Terraform calls AWS."""

    alias = Text("The name by which resources ask for it; none for the one they take by themselves.")
    default_tags = Many("Tags of every resource that does not set them itself, each as `key=value`.")


FROM_TERRAFORM = Source(
    of=Provider,
    each=Block("provider.aws"),
    reads={
        Provider.alias: "alias",
        Provider.default_tags: "entries(default_tags[0].tags)[].join('=', [key, value])",
    },
    shows=[
        Shown(
            text='provider "aws" {\n  region = "eu-central-1"\n}\n',
            gives=Provider("provider.aws", alias=None, default_tags=frozenset()),
        ),
        Shown(
            text="""
provider "aws" {
  alias = "backup"
  default_tags {
    tags = { Environment = "prod", DataClass = "pii" }
  }
}
""",
            gives=Provider(
                "provider.aws.backup",
                alias="backup",
                default_tags=frozenset({"Environment=prod", "DataClass=pii"}),
            ),
        ),
    ],
)
