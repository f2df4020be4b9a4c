"""AWS IAM roles, and the statements of who may assume them."""

from bartizan.content.kinds.aws.governed import GOVERNED, LATER, Governed
from bartizan.content.kinds.aws.iam_attachment import Attachment
from bartizan.content.kinds.aws.iam_identity import TAGS, TAGS_LISTED, Identity
from bartizan.content.kinds.aws.iam_inline_policy import InlinePolicy
from bartizan.content.kinds.aws.iam_policy import TESTS, Policy, Statement
from bartizan.content.kinds.aws.iam_provider import OidcProvider
from bartizan.content.kinds.identity import ROUTES, Actor
from bartizan.core.kind import Asset, Document, Flag, Link, Many, Number, Term, Text
from bartizan.core.source import Block, Fixed, Inverse, OwnerLink, Read, Shown, Source


class Role(
    Identity, Governed, Actor, kind="aws.iam.role", identifier="arn:{partition}:iam::{account}:role{path}{name}"
):
    """An identity without a password, that others take on for a while."""

    session = Number("Seconds a session may last.")
    last_used = Text("When it was last taken, or made if that never happened; not set for what is not deployed yet.")
    idle_days = Number("Days since then; not set for what is not deployed yet.")
    policies = Link(Policy, "Managed policies that its own declaration attaches and that are declared here too.")
    attachments = Link(Attachment, "Attachments declared by themselves.")
    inline = Link(InlinePolicy, "The policies written on it directly.")
    statements = Link(Statement, "What is written on it directly, statement by statement.")
    trust_policy = Document("Who may assume it.")
    trust = Link(lambda: Trust, "Who may assume it, statement by statement.")


class Trust(Asset, kind="aws.iam.trust-statement"):
    """One statement of a role's trust policy."""

    role = Link(Role, "The role it is about.")
    allows = Flag("It allows; otherwise it denies.")
    open_to_all = Flag("It lets everyone in, without a condition on who calls.")
    by_token = Flag("Those it lets in show a token of an OpenID Connect provider.")
    principals = Many("AWS principals it names: ARNs, account numbers, `*`.")
    services = Many("AWS services it names.")
    federated = Many("Identity providers it names.")
    providers = Link(OidcProvider, "Identity providers it names that are declared here too.")
    conditions = Many("Names of the condition keys it tests, in lower case.")
    subjects = Many("Values it accepts for the subject of a token.")
    audiences = Many("Values it accepts for the audience of a token.")
    admits = Text(
        "How many pipelines or pods get in by a token: exact, project, owner or anyone; not set without tokens."
    )
    admits_requests = Flag("Jobs that a proposed change starts get in by a token.")
    admits_all = Flag("The pipelines of everybody get in by a token of their service.", derived=True)


NOT_USED_YET = Fixed(None, "What is written has not been used yet.")

TRUST: dict[Term[Trust], Read] = {
    Trust.role: OwnerLink(),
    Trust.allows: "Effect == 'Allow'",
    Trust.open_to_all: "policy_public({Statement: [@]})",
    Trust.by_token: "contains(map(&lower(@), as_list(Action)), 'sts:assumerolewithwebidentity')",
    Trust.principals: "(type(Principal) == 'string' && as_list(Principal)) || as_list(Principal.AWS)",
    Trust.services: "as_list(Principal.Service)",
    Trust.federated: "as_list(Principal.Federated)",
    Trust.providers: "as_list(Principal.Federated)[?!literal(@)]",
    Trust.conditions: f"{TESTS}.lower(key)",
    Trust.subjects: f"({TESTS})[?ends_with(lower(key), ':sub')].value[]",
    Trust.audiences: f"({TESTS})[?ends_with(lower(key), ':aud')].value[]",
    Trust.admits: LATER,
    Trust.admits_requests: LATER,
}

FROM_GITHUB = (
    Trust.federated.has_match(r"token\.actions\.githubusercontent\.com")
    | Trust.conditions.has_match(r"^token\.actions\.githubusercontent\.com:")
    | Trust.providers.any(OidcProvider.url.contains("token.actions.githubusercontent.com"))
)
"""Those it is about show a token of a GitHub workflow."""

FROM_TERRAFORM = Source(
    of=Role,
    each=Block("aws_iam_role"),
    names=("name", "name && join('/', ['role', name])"),
    reads={
        **GOVERNED,
        **ROUTES,
        Role.last_used: NOT_USED_YET,
        Role.idle_days: NOT_USED_YET,
        Role.name: "name",
        Role.path: "not_null(path, '/')",
        Role.boundary: "permissions_boundary",
        Role.tags: TAGS,
        Role.inline: Inverse(InlinePolicy.holders),
        Role.trust_policy: "assume_role_policy",
        Role.managed: "managed_policy_arns",
        Role.bounded: "not_null(permissions_boundary, '') != ''",
        Role.session: "not_null(max_session_duration, `3600`)",
        Role.policies: "policy_own(managed_policy_arns)",
        Role.attachments: Inverse(Attachment.identities),
        Role.statements: Inverse(Statement.holders),
        Role.trust: Inverse(Trust.role),
    },
    shows=[
        Shown(
            text="""
resource "aws_iam_role" "plain" {
  assume_role_policy = jsonencode({ Statement = [] })
}
""",
            gives=Role(
                "aws_iam_role.plain",
                name=None,
                managed=frozenset(),
                bounded=False,
                session=3600,
                last_used=None,
                idle_days=None,
                policies=frozenset(),
                attachments=frozenset(),
                statements=frozenset(),
                trust=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_iam_policy" "read" {
  policy = jsonencode({ Statement = [] })
}

resource "aws_iam_role" "app" {
  name                 = "app"
  path                 = "/services/"
  tags                 = { team = "shop" }
  max_session_duration = 7200
  permissions_boundary = "arn:aws:iam::111122223333:policy/boundary"
  managed_policy_arns  = [aws_iam_policy.read.arn, "arn:aws:iam::aws:policy/ReadOnlyAccess"]
  assume_role_policy   = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy_attachment" "app" {
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_role_policy" "app" {
  role   = aws_iam_role.app.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::orders/*" }] })
}
""",
            gives=Role(
                "aws_iam_role.app",
                name="app",
                path="/services/",
                boundary="arn:aws:iam::111122223333:policy/boundary",
                tags=frozenset({"team=shop"}),
                inline=frozenset({"aws_iam_role_policy.app"}),
                trust_policy='{"Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},'
                '"Action":"sts:AssumeRole"}]}',
                managed=frozenset({"${aws_iam_policy.read.arn}", "arn:aws:iam::aws:policy/ReadOnlyAccess"}),
                bounded=True,
                session=7200,
                policies=frozenset({"aws_iam_policy.read"}),
                attachments=frozenset({"aws_iam_role_policy_attachment.app"}),
                statements=frozenset({"aws_iam_role_policy.app/policy/Statement/0"}),
                trust=frozenset({"aws_iam_role.app/assume_role_policy/Statement/0"}),
            ),
        ),
    ],
)

TRUST_FROM_TERRAFORM = Source(
    of=Trust,
    each=Block("aws_iam_role", each="policy_statements(assume_role_policy)"),
    reads=TRUST,
    shows=[
        Shown(
            text="""
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_iam_role" "app" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
""",
            gives=Trust(
                "aws_iam_role.app/assume_role_policy/Statement/0",
                role=frozenset({"aws_iam_role.app"}),
                allows=True,
                open_to_all=True,
                by_token=False,
                principals=frozenset({"*"}),
                services=frozenset({"ec2.amazonaws.com"}),
                federated=frozenset(),
                providers=frozenset(),
                conditions=frozenset(),
                subjects=frozenset(),
                audiences=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "deploy" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:acme/shop:*" }
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
      }
    }]
  })
}
""",
            gives=Trust(
                "aws_iam_role.deploy/assume_role_policy/Statement/0",
                open_to_all=False,
                by_token=True,
                principals=frozenset(),
                services=frozenset(),
                federated=frozenset({"${aws_iam_openid_connect_provider.github.arn}"}),
                providers=frozenset({"aws_iam_openid_connect_provider.github"}),
                conditions=frozenset(
                    {"token.actions.githubusercontent.com:sub", "token.actions.githubusercontent.com:aud"}
                ),
                subjects=frozenset({"repo:acme/shop:*"}),
                audiences=frozenset({"sts.amazonaws.com"}),
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Role,
    each=Block("AWS::IAM::Role"),
    names=("RoleName",),
    reads={
        **GOVERNED,
        **ROUTES,
        Role.last_used: NOT_USED_YET,
        Role.idle_days: NOT_USED_YET,
        Role.name: "RoleName",
        Role.path: "not_null(Path, '/')",
        Role.boundary: "PermissionsBoundary",
        Role.tags: TAGS_LISTED,
        Role.inline: Inverse(InlinePolicy.holders),
        Role.trust_policy: "AssumeRolePolicyDocument",
        Role.managed: "ManagedPolicyArns",
        Role.bounded: "not_null(PermissionsBoundary, '') != ''",
        Role.session: "not_null(MaxSessionDuration, `3600`)",
        Role.policies: "policy_own(ManagedPolicyArns)",
        Role.attachments: Inverse(Attachment.identities),
        Role.statements: Inverse(Statement.holders),
        Role.trust: Inverse(Trust.role),
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: []}}
""",
            gives=Role(
                "Plain",
                name=None,
                managed=frozenset(),
                bounded=False,
                session=3600,
                last_used=None,
                idle_days=None,
                policies=frozenset(),
                statements=frozenset(),
                trust=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties: {PolicyDocument: {Statement: []}}
  App:
    Type: AWS::IAM::Role
    Properties:
      RoleName: app
      Path: /services/
      Tags: [{Key: team, Value: shop}]
      MaxSessionDuration: 7200
      PermissionsBoundary: arn:aws:iam::111122223333:policy/boundary
      ManagedPolicyArns: [!Ref Read]
      Policies:
        - PolicyName: read
          PolicyDocument: {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*"}]}
      AssumeRolePolicyDocument:
        Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]
""",
            gives=Role(
                "App",
                name="app",
                path="/services/",
                boundary="arn:aws:iam::111122223333:policy/boundary",
                tags=frozenset({"team=shop"}),
                inline=frozenset({"App/Policies/0"}),
                trust_policy='{"Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},'
                '"Action":"sts:AssumeRole"}]}',
                managed=frozenset({"${Read.Ref}"}),
                bounded=True,
                session=7200,
                policies=frozenset({"Read"}),
                statements=frozenset({"App/Policies/0/PolicyDocument/Statement/0"}),
                trust=frozenset({"App/AssumeRolePolicyDocument/Statement/0"}),
            ),
        ),
    ],
)

TRUST_FROM_CLOUDFORMATION = Source(
    of=Trust,
    each=Block("AWS::IAM::Role", each="policy_statements(AssumeRolePolicyDocument)"),
    reads=TRUST,
    shows=[
        Shown(
            text="""
Resources:
  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {AWS: "*", Service: [ec2.amazonaws.com]}, Action: sts:AssumeRole}
""",
            gives=Trust(
                "App/AssumeRolePolicyDocument/Statement/0",
                role=frozenset({"App"}),
                allows=True,
                open_to_all=True,
                by_token=False,
                principals=frozenset({"*"}),
                services=frozenset({"ec2.amazonaws.com"}),
                federated=frozenset(),
                providers=frozenset(),
                conditions=frozenset(),
                subjects=frozenset(),
                audiences=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  GitHub:
    Type: AWS::IAM::OIDCProvider
    Properties:
      Url: https://token.actions.githubusercontent.com
      ClientIdList: [sts.amazonaws.com]
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: {Federated: !GetAtt GitHub.Arn}
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringLike: {"token.actions.githubusercontent.com:sub": "repo:acme/shop:*"}
              StringEquals: {"token.actions.githubusercontent.com:aud": sts.amazonaws.com}
""",
            gives=Trust(
                "Deploy/AssumeRolePolicyDocument/Statement/0",
                open_to_all=False,
                by_token=True,
                federated=frozenset({"${GitHub.Arn}"}),
                providers=frozenset({"GitHub"}),
                conditions=frozenset(
                    {"token.actions.githubusercontent.com:sub", "token.actions.githubusercontent.com:aud"}
                ),
                subjects=frozenset({"repo:acme/shop:*"}),
                audiences=frozenset({"sts.amazonaws.com"}),
            ),
        ),
    ],
)
