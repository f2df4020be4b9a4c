"""The AWS estate of what is declared and exported, and what the engine answers on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bartizan.app import catalog
from bartizan.app.identity.aws.access import AwsWorld, access, estate
from bartizan.app.identity.world import world
from bartizan.app.options import Options
from bartizan.app.target import target
from bartizan.core.access import Question, Verdict
from bartizan.core.truth import Unknown
from bartizan.graph.graph import Graph
from bartizan.identity.aws.estate import Estate, Principal, Resource
from bartizan.identity.aws.statement import Document, Policy
from bartizan.identity.hole import hole, shown
from tests.content.trial import read

TRUST = """jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })"""


def declared(directory: Path, text: str, file: str = "main.tf") -> Graph:
    (directory / file).write_text(text, encoding="utf-8")
    return Graph(read(directory))


def principal(made: Estate, id: str) -> Principal:
    return next(each for each in made.principals if each.id == id)


def resource(made: Estate, id: str) -> Resource:
    return next(each for each in made.resources if each.id == id)


def document(policy: Policy | Unknown | None) -> Document:
    assert isinstance(policy, Policy)
    assert isinstance(policy.document, Document)
    return policy.document


def test_everything_of_a_root_module_shares_the_hole_for_its_account(tmp_path: Path) -> None:
    graph = declared(
        tmp_path,
        f"""
data "aws_caller_identity" "current" {{}}

resource "aws_iam_role" "app" {{
  name               = "app"
  assume_role_policy = {TRUST}
}}

resource "aws_kms_key" "data" {{
  policy = jsonencode({{ Statement = [{{
    Effect    = "Allow"
    Principal = {{ AWS = "arn:aws:iam::${{data.aws_caller_identity.current.account_id}}:role/app" }}
    Action    = "kms:Decrypt"
    Resource  = "*"
  }}] }})
}}
""",
    )

    made = estate(graph)

    role = principal(made, "aws_iam_role.app")
    (statement,) = document(resource(made, "aws_kms_key.data").policy).statements
    assert role.arn == f"arn:aws:iam::{hole('//account')}:role/app"
    assert statement.principals is not None
    assert statement.principals.aws == (role.arn,)


def test_references_in_documents_become_the_names_of_what_they_refer_to(tmp_path: Path) -> None:
    graph = declared(
        tmp_path,
        f"""
resource "aws_s3_bucket" "orders" {{
  bucket_prefix = "orders-"
}}

resource "aws_iam_role" "app" {{
  for_each           = toset(["a\\"b"])
  assume_role_policy = {TRUST}
}}

resource "aws_s3_bucket_policy" "orders" {{
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({{ Statement = [{{
    Effect    = "Allow"
    Principal = {{ AWS = aws_iam_role.app["a\\"b"].arn }}
    Action    = "s3:GetObject"
    Resource  = "${{aws_s3_bucket.orders.arn}}/*"
  }}] }})
}}
""",
    )

    made = estate(graph)

    bucket = resource(made, "aws_s3_bucket.orders")
    (statement,) = document(bucket.policy).statements
    (role,) = made.principals
    assert statement.resources == (f"{bucket.arn}/*",)
    assert statement.principals is not None
    assert statement.principals.aws == (role.arn,)


def test_roots_that_are_deployed_apart_have_holes_apart(tmp_path: Path) -> None:
    for name in ("dev", "prod"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "main.tf").write_text('resource "aws_sqs_queue" "q" { name = "q" }\n', encoding="utf-8")

    graph = world(target(str(tmp_path)), Options(cache=None)).graph

    graph_of = {each.id: each for each in estate(graph).resources}

    assert graph_of["dev//aws_sqs_queue.q"].account == hole("dev//account")
    assert graph_of["prod//aws_sqs_queue.q"].account == hole("prod//account")


def test_policies_of_all_sorts_are_gathered(tmp_path: Path) -> None:
    graph = declared(
        tmp_path,
        f"""
resource "aws_iam_policy" "own" {{
  name   = "own"
  policy = jsonencode({{ Statement = [{{ Effect = "Allow", Action = "sqs:*", Resource = "*" }}] }})
}}

resource "aws_iam_role" "app" {{
  assume_role_policy   = {TRUST}
  managed_policy_arns  = [aws_iam_policy.own.arn, "arn:aws:iam::aws:policy/ReadOnlyAccess"]
  permissions_boundary = aws_iam_policy.own.arn
}}

resource "aws_iam_role_policy" "inline" {{
  role   = aws_iam_role.app.id
  policy = jsonencode({{ Statement = [{{ Effect = "Allow", Action = "s3:*", Resource = "*" }}] }})
}}

resource "aws_iam_role_policy_attachment" "elsewhere" {{
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::111122223333:policy/elsewhere"
}}
""",
    )

    made = principal(estate(graph), "aws_iam_role.app")

    found = {policy.source: policy.document for policy in made.policies}
    assert set(found) == {
        "aws_iam_policy.own",
        "aws_iam_role_policy.inline",
        "arn:aws:iam::aws:policy/ReadOnlyAccess",
        "arn:aws:iam::111122223333:policy/elsewhere",
    }
    assert isinstance(found["arn:aws:iam::aws:policy/ReadOnlyAccess"], Document)
    assert isinstance(found["arn:aws:iam::111122223333:policy/elsewhere"], Unknown)
    assert made.boundary is not None
    assert made.boundary.source == "aws_iam_policy.own"
    assert made.through["arn:aws:iam::111122223333:policy/elsewhere"] == ("aws_iam_role_policy_attachment.elsewhere",)


def test_a_managed_policy_that_nobody_knows_is_unknown_not_nothing(tmp_path: Path) -> None:
    graph = declared(
        tmp_path,
        f"""
resource "aws_iam_role" "app" {{
  assume_role_policy  = {TRUST}
  managed_policy_arns = ["arn:aws:iam::aws:policy/NotMadeYet2099"]
}}
""",
    )

    answered = access(graph).can(Question(actor="aws_iam_role.app", action="s3:GetObject", target="*"))

    assert answered.verdict is Verdict.UNKNOWN


def test_a_user_has_the_policies_of_its_groups(tmp_path: Path) -> None:
    graph = declared(
        tmp_path,
        """
resource "aws_iam_user" "ann" {
  name = "ann"
}

resource "aws_iam_group" "devs" {
  name = "devs"
}

resource "aws_iam_group_membership" "devs" {
  name  = "devs"
  group = aws_iam_group.devs.name
  users = [aws_iam_user.ann.name]
}

resource "aws_iam_group_policy" "devs" {
  group  = aws_iam_group.devs.name
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })
}
""",
    )

    made = principal(estate(graph), "aws_iam_user.ann")

    assert [policy.source for policy in made.policies] == ["aws_iam_group_policy.devs"]
    assert made.through == {"aws_iam_group_policy.devs": ("aws_iam_group.devs",)}


def test_an_attachment_to_nobody_knows_whom_leaves_every_role_open(tmp_path: Path) -> None:
    graph = declared(
        tmp_path,
        f"""
variable "role" {{}}

resource "aws_iam_role" "app" {{
  assume_role_policy = {TRUST}
}}

resource "aws_iam_role_policy" "loose" {{
  role   = var.role
  policy = jsonencode({{ Statement = [{{ Effect = "Allow", Action = "s3:*", Resource = "*" }}] }})
}}
""",
    )

    made = principal(estate(graph), "aws_iam_role.app")

    assert made.policies == ()
    assert any("aws_iam_role_policy.loose may be for it" in why for why in made.more)


@pytest.mark.parametrize(
    ("actor", "action", "target", "expected"),
    [
        ("aws_iam_role.reader", "s3:GetObject", "aws_s3_bucket.mine", Verdict.ALLOW),
        ("aws_iam_role.reader", "s3:GetObject", "aws_s3_bucket.other", Verdict.DENY),
        ("aws_iam_role.reader", "sts:AssumeRole", "aws_iam_role.trusting", Verdict.ALLOW),
        ("aws_iam_role.nobody", "sts:AssumeRole", "aws_iam_role.trusting", Verdict.DENY),
    ],
)
def test_things_that_have_no_name_yet_are_not_taken_for_one_another(
    tmp_path: Path, actor: str, action: str, target: str, expected: Verdict
) -> None:
    """AWS gives each its own name when it is made, so a policy about one of them is about no other."""
    graph = declared(
        tmp_path,
        """
resource "aws_s3_bucket" "mine" {}

resource "aws_s3_bucket" "other" {}

resource "aws_iam_role" "reader" {
  assume_role_policy = jsonencode({ Statement = [] })
  inline_policy {
    name   = "read"
    policy = jsonencode({
      Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "${aws_s3_bucket.mine.arn}/*" }]
    })
  }
}

resource "aws_iam_role" "nobody" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_iam_role" "trusting" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = aws_iam_role.reader.arn }, Action = "sts:AssumeRole" }]
  })
}
""",
    )
    world = access(graph)
    name = world.name(target) + ("/*" if action == "s3:GetObject" else "")

    answered = world.can(Question(actor=actor, action=action, target=name))

    assert answered.verdict is expected


def test_a_key_without_policy_leaves_it_to_the_account(tmp_path: Path) -> None:
    graph = declared(tmp_path, 'resource "aws_kms_key" "data" {}\n')

    (statement,) = document(resource(estate(graph), "aws_kms_key.data").policy).statements

    assert statement.principals is not None
    assert statement.principals.aws == (f"arn:aws:iam::{hole('//account')}:root",)


def test_grants_count_for_their_key(tmp_path: Path) -> None:
    graph = declared(
        tmp_path,
        """
resource "aws_kms_key" "data" {}

resource "aws_kms_grant" "app" {
  key_id            = aws_kms_key.data.key_id
  grantee_principal = "arn:aws:iam::111122223333:role/app"
  operations        = ["Decrypt"]
}
""",
    )

    (grant,) = resource(estate(graph), "aws_kms_key.data").grants

    (statement,) = document(grant).statements
    assert statement.actions == ("kms:decrypt",)


def test_a_permission_set_is_a_role_in_each_account_it_is_assigned_to(tmp_path: Path) -> None:
    assignment = """
resource "aws_ssoadmin_account_assignment" "{0}" {{
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = aws_ssoadmin_permission_set.admins.arn
  principal_id       = "g-1"
  principal_type     = "GROUP"
  target_id          = "{1}"
  target_type        = "AWS_ACCOUNT"
}}
"""
    graph = declared(
        tmp_path,
        """
resource "aws_ssoadmin_permission_set" "admins" {
  name         = "admins"
  instance_arn = "arn:aws:sso:::instance/ssoins-1"
}

resource "aws_ssoadmin_managed_policy_attachment" "admins" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = aws_ssoadmin_permission_set.admins.arn
  managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
"""
        + assignment.format("a", "111122223333")
        + assignment.format("b", "444455556666"),
    )

    made = estate(graph).principals

    assert sorted(each.account for each in made) == ["111122223333", "444455556666"]
    assert all(each.policies[0].source == "arn:aws:iam::aws:policy/AdministratorAccess" for each in made)


def test_cloudformation_resolves_pseudo_parameters_and_attributes(tmp_path: Path) -> None:
    graph = declared(
        tmp_path,
        """
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: news}}
  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}
            Action: sts:AssumeRole
      Policies:
        - PolicyName: publish
          PolicyDocument: {Statement: [{Effect: Allow, Action: "sns:Publish", Resource: !Ref Topic}]}
""",
        "template.yaml",
    )

    made = estate(graph)

    role = principal(made, "App")
    (statement,) = document(role.policies[0]).statements
    (trust,) = document(resource(made, "App").policy).statements
    assert statement.resources == (resource(made, "Topic").arn,)
    assert trust.principals is not None
    assert trust.principals.aws == (f"arn:aws:iam::{role.account}:root",)


def test_the_line_of_each_statement_is_known(tmp_path: Path) -> None:
    graph = declared(
        tmp_path,
        """
data "aws_iam_policy_document" "own" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
  statement {
    actions   = ["s3:PutObject"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "own" {
  policy = data.aws_iam_policy_document.own.json
}

resource "aws_lambda_function" "f" {
  function_name = "f"
}

resource "aws_lambda_permission" "one" {
  function_name = aws_lambda_function.f.function_name
  action        = "lambda:InvokeFunction"
  principal     = "s3.amazonaws.com"
}

resource "aws_lambda_permission" "two" {
  function_name = aws_lambda_function.f.function_name
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com"
}
""",
    )

    places = {
        asset.id: {name: place.line for name, place in asset.places.items() if "/" in name} for asset in graph.assets
    }

    assert places["aws_iam_policy.own"] == {"document/0": 3, "document/1": 7}
    assert places["aws_lambda_function.f"] == {"policy/0": 21, "policy/1": 27}


OWNED = "arn:aws:organizations::999999999999"
ORGANIZATION = {
    "Organization": {"Id": "o-a1", "Arn": f"{OWNED}:organization/o-a1", "MasterAccountId": "999999999999"},
    "Roots": [{"Id": "r-b2", "Arn": f"{OWNED}:root/o-a1/r-b2"}],
    "OrganizationalUnits": [
        {"Id": "ou-b2-c3", "Arn": f"{OWNED}:ou/o-a1/ou-b2-c3", "Name": "shops", "ParentId": "r-b2"}
    ],
    "Accounts": [{"Id": "111122223333", "Arn": f"{OWNED}:account/o-a1/111122223333", "ParentId": "ou-b2-c3"}],
    "Policies": [
        {
            "PolicySummary": {"Arn": f"{OWNED}:policy/o-a1/{id}", "Name": id, "Type": "SERVICE_CONTROL_POLICY"},
            "Content": json.dumps({"Statement": [{"Effect": effect, "Action": action, "Resource": "*"}]}),
            "Targets": [{"TargetId": target} for target in targets],
        }
        for id, effect, action, targets in (
            ("p-FullAWSAccess", "Allow", "*", ("r-b2", "ou-b2-c3", "111122223333")),
            ("p-no-s3", "Deny", "s3:*", ("ou-b2-c3",)),
        )
    ],
}

ACCOUNT = {
    "UserDetailList": [],
    "GroupDetailList": [],
    "RoleDetailList": [
        {
            "RoleName": "app",
            "Path": "/",
            "Arn": "arn:aws:iam::111122223333:role/app",
            "AssumeRolePolicyDocument": {"Statement": []},
            "RolePolicyList": [
                {
                    "PolicyName": "all",
                    "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]},
                }
            ],
            "AttachedManagedPolicies": [],
        }
    ],
    "Policies": [],
}


@pytest.fixture
def exported(tmp_path: Path) -> AwsWorld:
    (tmp_path / "account.json").write_text(json.dumps(ACCOUNT), encoding="utf-8")
    (tmp_path / "organization.json").write_text(json.dumps(ORGANIZATION), encoding="utf-8")
    return access(Graph(read(tmp_path)))


def test_guardrails_of_an_exported_organisation_count(exported: AwsWorld) -> None:
    role = "arn:aws:iam::111122223333:role/app"

    s3 = exported.can(Question(actor=role, action="s3:GetObject", target="arn:aws:s3:::orders/a"))
    sqs = exported.can(Question(actor=role, action="sqs:CreateQueue", target="arn:aws:sqs:eu-west-1:111122223333:q"))

    account = exported.estate.accounts["111122223333"]
    assert account.path == "o-a1/r-b2/ou-b2-c3/"
    assert isinstance(account.service_controls, tuple)
    assert [len(level) for level in account.service_controls] == [1, 2, 1]
    assert s3.verdict is Verdict.DENY
    assert sqs.verdict is Verdict.ALLOW
    assert exported.notes("s3:GetObject") == ()


def test_the_management_account_is_told_apart(exported: AwsWorld) -> None:
    assert exported.estate.accounts["999999999999"].management
    assert not exported.estate.accounts["111122223333"].management


def test_guardrails_nobody_told_of_are_said_once(tmp_path: Path) -> None:
    world = access(declared(tmp_path, 'resource "aws_sqs_queue" "q" {}\n'))

    notes = world.notes("sqs:SendMessage")

    assert len(notes) == 1
    assert "not among what was read" in notes[0]


def test_an_account_of_which_the_parent_is_unknown_has_unknown_guardrails(tmp_path: Path) -> None:
    loose = json.loads(json.dumps(ORGANIZATION))
    del loose["Accounts"][0]["ParentId"]
    (tmp_path / "organization.json").write_text(json.dumps(loose), encoding="utf-8")

    made = estate(Graph(read(tmp_path)))

    assert isinstance(made.accounts["111122223333"].service_controls, Unknown)


def test_outsiders_are_those_whom_a_policy_names(tmp_path: Path) -> None:
    graph = declared(
        tmp_path,
        """
resource "aws_sqs_queue" "q" {
  policy = jsonencode({ Statement = [
    {
      Effect    = "Allow"
      Principal = { Service = "sns.amazonaws.com", AWS = ["111122223333", "arn:aws:iam::444455556666:role/x"] }
      Action    = "sqs:*"
      Resource  = "*"
    },
    { Effect = "Deny", Principal = "*", Action = "sqs:*", Resource = "*" },
  ] })
}
""",
    )

    found = access(graph).outsiders("sqs:SendMessage", "aws_sqs_queue.q")

    assert set(found) == {"service:sns.amazonaws.com", "account:111122223333", "arn:aws:iam::444455556666:role/x"}


def test_patterns_are_filled_with_where_an_asset_is(exported: AwsWorld) -> None:
    filled = exported.fill("arn:{partition}:lambda:{region}:{account}:function:*", "arn:aws:iam::111122223333:role/app")

    assert filled.startswith("arn:aws:lambda:")
    assert filled.endswith(":111122223333:function:*")


def test_another_partition_is_told_by_what_is_written(tmp_path: Path) -> None:
    graph = declared(
        tmp_path,
        """
resource "aws_sqs_queue" "q" {
  name   = "q"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws-cn:iam::111122223333:root" }, Action = "sqs:*", Resource = "*" }
    ]
  })
}
""",
    )

    (queue,) = estate(graph).resources

    assert queue.arn.startswith("arn:aws-cn:sqs:")


def test_every_template_of_an_aws_kind_is_an_arn() -> None:
    kinds = [kind for kind in catalog.kinds().values() if kind.kind.startswith("aws.") and kind.identifier]

    assert len(kinds) > 80
    for kind in kinds:
        assert kind.identifier.startswith("arn:{partition}:"), kind.kind
        assert len(kind.identifier.split(":", 5)) == 6, kind.kind
    assert shown(hole("x")) == "${x}"
