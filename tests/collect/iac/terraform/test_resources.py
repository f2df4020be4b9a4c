"""What resources come to: instances, nested blocks, references, and where they are written."""

from __future__ import annotations

from pathlib import Path

from bartizan.core.place import Place
from bartizan.core.truth import Composite, Ref, Unknown
from tests.collect.iac.terraform.planting import declared, evaluated, read, values


def test_nested_blocks_are_lists_even_when_there_is_one(tmp_path: Path) -> None:
    found = values(
        tmp_path,
        """
resource "aws_s3_bucket" "b" {
  bucket = "x"
  versioning {
    enabled = true
  }
  rule {
    id = 1
    filter { prefix = "a" }
  }
  rule { id = 2 }
}
""",
    )

    assert found["aws_s3_bucket.b"] == {
        "bucket": "x",
        "versioning": [{"enabled": True}],
        "rule": [{"id": 1, "filter": [{"prefix": "a"}]}, {"id": 2}],
    }


def test_count_and_for_each_make_instances_with_terraforms_addresses(tmp_path: Path) -> None:
    found = values(
        tmp_path,
        """
resource "t" "n" {
  count = 2
  name  = "n-${count.index}"
}
resource "t" "e" {
  for_each = { "a b" = 1, "q\\"x" = 2 }
  name     = each.key
  size     = each.value
}
resource "t" "s" {
  for_each = toset(["z"])
  name     = each.value
}
""",
    )

    assert found == {
        "t.n[0]": {"name": "n-0"},
        "t.n[1]": {"name": "n-1"},
        't.e["a b"]': {"name": "a b", "size": 1},
        't.e["q\\"x"]': {"name": 'q"x', "size": 2},
        't.s["z"]': {"name": "z"},
    }


def test_unknown_count_is_one_doubted_instance(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        {
            "main.tf": """
variable "n" {}
resource "t" "x" {
  count = var.n
  name  = "a-${count.index}"
}
resource "t" "y" {
  first = t.x[0].id
  all   = t.x[*].id
  last  = try(t.x[5].arn, null)
}
"""
        },
    )

    found = declared(reading)
    assert found["t.x[*]"].doubt == Unknown('count is unknown: variable "n" has no value: no default and no tfvars')
    assert isinstance(found["t.x[*]"].value["name"], Composite)
    assert found["t.y"].doubt is None
    assert found["t.y"].value["first"] == Ref("known after apply: t.x[*].id", address="t.x[*]", attribute="id")
    assert [type(each) for each in found["t.y"].value["all"]] == [Unknown]


def test_unknown_for_each_is_one_doubted_instance_also_in_modules(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        {
            "main.tf": 'variable "k" {}\nmodule "m" {\n  source = "./m"\n  for_each = var.k\n  name = each.key\n}\n',
            "m/main.tf": 'variable "name" {}\nresource "t" "x" {\n  name = var.name\n}\n',
        },
    )

    resource = declared(reading)["module.m[*].t.x"]
    assert resource.doubt is not None
    assert resource.doubt.why.startswith("for_each is unknown: ")
    assert isinstance(resource.value["name"], Unknown)


def test_for_each_over_a_set_with_an_unknown_member_is_unknown(tmp_path: Path) -> None:
    main = 'variable "v" {}\nresource "t" "x" {\n  for_each = toset(["a", var.v])\n  name = each.key\n}\n'

    assert list(values(tmp_path, main)) == ["var.v", "t.x[*]"]


def test_dynamic_blocks_are_written_out(tmp_path: Path) -> None:
    found = values(
        tmp_path,
        """
variable "unset" {}
resource "t" "x" {
  ingress { port = 1 }
  dynamic "ingress" {
    for_each = { http = 80, https = 443 }
    iterator = each_port
    content {
      name = each_port.key
      port = each_port.value
      dynamic "cidr" {
        for_each = ["a", "b"]
        content { at = "${cidr.key}-${cidr.value}-${each_port.key}" }
      }
    }
  }
  dynamic "egress" {
    for_each = var.unset
    content { port = egress.value }
  }
  dynamic "none" {
    for_each = []
    content {}
  }
}
""",
    )["t.x"]

    assert found["ingress"] == [
        {"port": 1},
        {"name": "http", "port": 80, "cidr": [{"at": "0-a-http"}, {"at": "1-b-http"}]},
        {"name": "https", "port": 443, "cidr": [{"at": "0-a-https"}, {"at": "1-b-https"}]},
    ]
    assert found["egress"] == [Unknown('variable "unset" has no value: no default and no tfvars')]
    assert "none" not in found


def test_blocks_named_like_reserved_words_can_be_dynamic(tmp_path: Path) -> None:
    main = """
resource "t" "x" {
  dynamic "path" {
    for_each = ["/a"]
    content { at = path.value }
  }
  dynamic "data" {
    for_each = [{ k = "v" }]
    content { k = data.value.k }
  }
}
"""

    assert values(tmp_path, main)["t.x"] == {"path": [{"at": "/a"}], "data": [{"k": "v"}]}


def test_reference_to_what_is_set_gives_the_value_and_else_names_the_resource(tmp_path: Path) -> None:
    found = values(
        tmp_path,
        """
variable "name" {}
resource "aws_s3_bucket" "known" {
  bucket = "logs"
  acl    = null
}
resource "aws_s3_bucket" "unknown" {
  bucket = var.name
}
resource "t" "x" {
  known    = aws_s3_bucket.known.bucket
  id       = aws_s3_bucket.known.id
  unset    = aws_s3_bucket.known.region
  null     = aws_s3_bucket.known.acl
  unknown  = aws_s3_bucket.unknown.bucket
  through  = t.y.bucket
  deep     = aws_s3_bucket.known.website[0].endpoint
  data     = data.aws_vpc.main.cidr_block
}
resource "t" "y" {
  bucket = aws_s3_bucket.known.arn
}
data "aws_vpc" "main" {}
""",
    )["t.x"]

    known = "aws_s3_bucket.known"
    assert found == {
        "known": "logs",
        "id": Ref(f"known after apply: {known}.id", address=known, attribute="id"),
        "unset": Ref(f"known after apply: {known}.region", address=known, attribute="region"),
        "null": Ref(f"known after apply: {known}.acl", address=known, attribute="acl"),
        "unknown": Ref(
            'variable "name" has no value: no default and no tfvars',
            address="aws_s3_bucket.unknown",
            attribute="bucket",
        ),
        "through": Ref(f"known after apply: {known}.arn", address=known, attribute="arn"),
        "deep": Ref(f"known after apply: {known}.website", address=known, attribute="website[0].endpoint"),
        "data": Ref(
            "known after it is read: data.aws_vpc.main.cidr_block", address="data.aws_vpc.main", attribute="cidr_block"
        ),
    }


def test_attributes_of_nested_blocks_can_be_referred_to(tmp_path: Path) -> None:
    found = values(
        tmp_path,
        """
resource "aws_eks_cluster" "c" {
  vpc_config {
    subnet_ids = ["a"]
  }
}
resource "t" "x" {
  set   = aws_eks_cluster.c.vpc_config[0].subnet_ids
  unset = aws_eks_cluster.c.vpc_config[0].cluster_security_group_id
  other = aws_eks_cluster.c.identity[0].oidc[0].issuer
}
""",
    )["t.x"]

    assert found["set"] == ["a"]
    assert found["unset"].attribute == "vpc_config[0].cluster_security_group_id"
    assert found["other"].attribute == "identity[0].oidc[0].issuer"


def test_whole_resources_can_be_passed_around(tmp_path: Path) -> None:
    found = values(
        tmp_path,
        """
resource "aws_subnet" "s" {
  for_each   = { a = "10.0.0.0/24", b = "10.0.1.0/24" }
  cidr_block = each.value
}
locals { subnets = aws_subnet.s }
resource "t" "each" {
  for_each = aws_subnet.s
  cidr     = each.value.cidr_block
  subnet   = each.value.id
}
module "m" {
  source = "./m"
  one    = aws_subnet.s["a"]
  all    = local.subnets
}
resource "t" "late" {
  depends_on = [aws_subnet.s, module.m]
}
""",
        m__main_tf="""
variable "one" { type = object({ id = string, cidr_block = string }) }
variable "all" {}
resource "t" "x" {
  one  = var.one.id
  cidr = var.one.cidr_block
  all  = [for k, s in var.all : "${k}=${s.cidr_block}"]
  ids  = values(var.all)[*].id
}
""",
    )

    a = Ref('known after apply: aws_subnet.s["a"].id', address='aws_subnet.s["a"]', attribute="id")
    assert found['t.each["a"]'] == {"cidr": "10.0.0.0/24", "subnet": a}
    assert found["module.m.t.x"]["one"] == a
    assert found["module.m.t.x"]["cidr"] == "10.0.0.0/24"
    assert found["module.m.t.x"]["all"] == ["a=10.0.0.0/24", "b=10.0.1.0/24"]
    assert [each.address for each in found["module.m.t.x"]["ids"]] == ['aws_subnet.s["a"]', 'aws_subnet.s["b"]']
    assert found["t.late"]["depends_on"][1] == Ref("the module module.m", address="module.m")


def test_meta_arguments_name_things_as_text(tmp_path: Path) -> None:
    found = values(
        tmp_path,
        """
resource "t" "x" {
  provider = aws.west
  lifecycle {
    ignore_changes        = [tags, a[0].b]
    prevent_destroy       = true
    create_before_destroy = false
  }
  provisioner "local-exec" {
    when    = destroy
    command = "echo ${self.id}"
  }
}
resource "t" "y" {
  lifecycle { ignore_changes = all }
}
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.west]
    }
  }
  backend "s3" { encrypt = true }
}
provider "aws" {
  alias  = "west"
  region = "eu-west-1"
  default_tags { tags = { a = "b" } }
}
""",
    )

    assert found["t.x"]["provider"] == "aws.west"
    assert found["t.x"]["lifecycle"][0] == {
        "ignore_changes": ["tags", "a[0].b"],
        "prevent_destroy": True,
        "create_before_destroy": False,
    }
    assert found["t.x"]["provisioner"][0]["type"] == "local-exec"
    assert found["t.x"]["provisioner"][0]["when"] == "destroy"
    assert found["t.y"] == {"lifecycle": [{"ignore_changes": "all"}]}
    assert found["terraform"]["required_version"] == ">= 1.5"
    assert found["terraform"]["required_providers"][0]["aws"]["configuration_aliases"] == ["aws.west"]
    assert found["terraform.backend.s3"] == {"encrypt": True}
    assert found["provider.aws.west"] == {
        "alias": "west",
        "region": "eu-west-1",
        "default_tags": [{"tags": {"a": "b"}}],
    }


def test_cycles_are_unknown_and_told(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        {
            "main.tf": 'locals {\n  a = local.b\n  b = "x${local.a}"\n}\n'
            'resource "t" "x" {\n  name = local.a\n  other = t.y.name\n}\nresource "t" "y" {\n  name = t.x.other\n}\n'
        },
    )

    found = declared(reading)
    assert "depends on itself" in found["t.x"].value["name"].why
    assert isinstance(found["t.x"].value["other"], Unknown)
    assert {(gap.line, gap.about) for gap in reading.gaps} == {(2, "local.a"), (5, "t.x.other")}


def test_faults_are_unknown_with_their_reason_and_leave_the_rest(tmp_path: Path) -> None:
    found = values(
        tmp_path,
        'resource "t" "x" {\n  a = [1][5]\n  b = local.missing\n  c = 1 / 0\n  d = "ok"\n  e = t.none.id\n}\n',
    )["t.x"]

    assert found["a"] == Unknown("the list has 1 members, none at index 5")
    assert found["b"] == Unknown("local.missing is not declared")
    assert found["c"] == Unknown("a number is divided by zero")
    assert found["d"] == "ok"
    assert found["e"] == Unknown("t.none is not declared")


def test_places_and_spots_point_at_what_is_written(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        {
            "main.tf": 'module "net" {\n  source = "./net"\n}\n',
            "net/main.tf": 'module "deep" {\n  source = "../deep"\n  count = 2\n}\n',
            "deep/main.tf": (
                '# comment\nresource "t" "x" {\n  name = "a"\n'
                '  tags = {\n    Name = "b"\n    "k" : [1,\n      2]\n  }\n'
                "  ingress {\n    port = 1\n  }\n"
                '  dynamic "egress" {\n    for_each = [1, 2]\n    content {\n      port = egress.value\n    }\n  }\n}\n'
            ),
        },
    )

    resource = declared(reading)["module.net.module.deep[1].t.x"]
    net = Place("main.tf", 1, 1, 3)
    assert resource.place == Place("deep/main.tf", 2, 1, 18, via=(net, Place("net/main.tf", 1, 1, 4)))
    assert resource.spots == {
        "name": (3, 3),
        "tags": (4, 3),
        "tags/Name": (5, 5),
        "tags/k": (6, 5),
        "tags/k/0": (6, 12),
        "tags/k/1": (7, 7),
        "ingress/0": (9, 3),
        "ingress/0/port": (10, 5),
        "egress/0": (14, 5),
        "egress/0/port": (15, 7),
        "egress/1": (14, 5),
        "egress/1/port": (15, 7),
    }


def test_places_lead_into_encoded_policies(tmp_path: Path) -> None:
    main = """
resource "t" "x" {
  policy = jsonencode({
    Statement = [
      {
        Action = "*"
      },
    ]
  })
}
"""

    resource = declared(read(tmp_path, {"main.tf": main}))["t.x"]

    assert resource.value["policy"] == {"Statement": [{"Action": "*"}]}
    assert resource.locate("policy/Statement/0/Action") == Place("main.tf", 6, 9)


def test_instances_of_one_block_share_their_places(tmp_path: Path) -> None:
    reading = read(tmp_path, {"main.tf": 'resource "t" "x" {\n  count = 3\n  a = 1\n  b { c = 2 }\n}\n'})

    first, *others = (resource.spots for resource in reading.resources)
    assert all(spots is first for spots in others)


def test_json_text_stays_decoded_and_is_text_where_text_is_needed(tmp_path: Path) -> None:
    before = 'resource "aws_s3_bucket" "b" {}\nlocals {\n  p = jsonencode({ R = aws_s3_bucket.b.arn, A = ["x"] })\n}'

    assert evaluated(tmp_path, "jsondecode(local.p).A[0]", before) == "x"
    text = evaluated(tmp_path, '"policy: ${local.p}"', before)
    assert isinstance(text, Composite)
    assert text.parts[0] == 'policy: {"A":["x"],"R":"'


def test_json_written_as_a_heredoc_is_decoded_although_parts_are_unknown(tmp_path: Path) -> None:
    value = evaluated(
        tmp_path,
        '<<EOT\n{\n  "Version": "2012-10-17",\n  "Statement": [{\n    "Resource": ["${aws_s3_bucket.b.arn}/*",\n'
        '      "${aws_s3_bucket.b.arn}"],\n    "Action": "s3:*", "Principal": ${jsonencode(var.who)}\n  }]\n}\nEOT',
        'resource "aws_s3_bucket" "b" {}\nvariable "who" {}',
    )

    arn = Ref("known after apply: aws_s3_bucket.b.arn", address="aws_s3_bucket.b", attribute="arn")
    assert value == {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Resource": [Composite(arn.why, (arn, "/*")), arn],
                "Action": "s3:*",
                "Principal": Unknown('variable "who" has no value: no default and no tfvars'),
            }
        ],
    }


def test_text_in_braces_that_is_not_json_stays_a_text(tmp_path: Path) -> None:
    value = evaluated(tmp_path, '"{{ .Values.${t.o.name} }}"', 'resource "t" "o" {}')

    assert isinstance(value, Composite)
