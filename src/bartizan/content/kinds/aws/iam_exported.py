"""Identities and policies as AWS IAM exports them: `aws iam get-account-authorization-details`."""

from bartizan.content.kinds.aws.governed import DOCUMENTED, GOVERNED, LATER
from bartizan.content.kinds.aws.iam_group import NO_BOUNDARY, UNBOUNDED, Group
from bartizan.content.kinds.aws.iam_identity import TAGS_LISTED, UNTAGGED
from bartizan.content.kinds.aws.iam_inline_policy import InlinePolicy
from bartizan.content.kinds.aws.iam_inline_statement import WRITTEN_ON
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.kinds.aws.iam_policy import MANAGED, STATEMENT, Policy, Statement
from bartizan.content.kinds.aws.iam_role import TRUST, Role, Trust
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.kinds.identity import ROUTES
from bartizan.core.source import Block, Fixed, Inverse, OwnerLink, Shown, Source, Unseen

ATTACHED = "AttachedManagedPolicies[].PolicyArn"
NO_ATTACHMENTS = Fixed(None, "The export lists what is attached with each identity.")
BOUNDARY = "PermissionsBoundary.PermissionsBoundaryArn"
BOUNDED = f"{BOUNDARY} != `null`"
KEYS_UNSEEN = Unseen("the export does not tell of access keys (aws iam list-access-keys)")
CONSOLE_UNSEEN = Unseen("the export does not tell of passwords (aws iam get-login-profile)")
MFA_UNSEEN = Unseen("the export does not tell of devices (aws iam list-mfa-devices)")

EXPORT = """
{
  "UserDetailList": [
    {
      "UserName": "ann", "Path": "/people/", "Arn": "arn:aws:iam::111122223333:user/people/ann",
      "GroupList": ["devs"], "Tags": [{"Key": "team", "Value": "shop"}],
      "UserPolicyList": [
        {"PolicyName": "own", "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}}
      ],
      "AttachedManagedPolicies": [
        {"PolicyName": "read", "PolicyArn": "arn:aws:iam::111122223333:policy/read"},
        {"PolicyName": "ReadOnlyAccess", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}
      ],
      "PermissionsBoundary": {"PermissionsBoundaryType": "Policy",
        "PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/read"}
    }
  ],
  "GroupDetailList": [
    {"GroupName": "devs", "Path": "/", "Arn": "arn:aws:iam::111122223333:group/devs", "GroupPolicyList": [],
     "AttachedManagedPolicies": [{"PolicyName": "read", "PolicyArn": "arn:aws:iam::111122223333:policy/read"}]}
  ],
  "RoleDetailList": [
    {
      "RoleName": "app", "Path": "/", "Arn": "arn:aws:iam::111122223333:role/app",
      "AssumeRolePolicyDocument":
        "%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Principal%22%3A%7B%22Service%22%3A%22ec2.amazonaws.com%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D",
      "RolePolicyList": [], "AttachedManagedPolicies": [],
      "CreateDate": "2026-01-02T10:00:00+00:00",
      "RoleLastUsed": {"LastUsedDate": "2026-09-01T10:00:00+00:00", "Region": "eu-west-1"}, "Tags": [{"Key": "team", "Value": "shop"}],
      "InstanceProfileList": [
        {"InstanceProfileName": "app", "Path": "/", "Arn": "arn:aws:iam::111122223333:instance-profile/app", "Roles": []}
      ]
    }
  ],
  "Policies": [
    {
      "PolicyName": "read", "Path": "/", "Arn": "arn:aws:iam::111122223333:policy/read", "DefaultVersionId": "v2",
      "PolicyVersionList": [
        {"VersionId": "v2", "IsDefaultVersion": true, "Document":
          {"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}},
        {"VersionId": "v1", "IsDefaultVersion": false, "Document": {"Statement": []}}
      ]
    }
  ],
  "IsTruncated": false
}
"""
TRUSTED = '{"Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}'

USERS = Source(
    of=User,
    each=Block("aws-iam/UserDetailList"),
    reads={
        **ROUTES,
        User.name: "UserName",
        User.path: "not_null(Path, '/')",
        User.managed: ATTACHED,
        User.bounded: BOUNDED,
        User.boundary: BOUNDARY,
        User.tags: TAGS_LISTED,
        User.console: CONSOLE_UNSEEN,
        User.mfa: MFA_UNSEEN,
        User.password_written: Fixed(False, "The export has no passwords."),
        User.own_rights: f"length(InlinePolicies) > `0` || length({ATTACHED}) > `0`",
        User.active_keys: KEYS_UNSEEN,
        User.groups: "GroupList",
        User.policies: ATTACHED,
        User.attachments: NO_ATTACHMENTS,
        User.inline: Inverse(InlinePolicy.holders),
        User.statements: Inverse(Statement.holders),
        User.keys: KEYS_UNSEEN,
    },
    shows=[
        Shown(
            file="account.json",
            text=EXPORT,
            gives=User(
                "arn:aws:iam::111122223333:user/people/ann",
                name="ann",
                path="/people/",
                managed=frozenset({"arn:aws:iam::111122223333:policy/read", "arn:aws:iam::aws:policy/ReadOnlyAccess"}),
                bounded=True,
                boundary="arn:aws:iam::111122223333:policy/read",
                tags=frozenset({"team=shop"}),
                password_written=False,
                own_rights=True,
                groups=frozenset({"arn:aws:iam::111122223333:group/devs"}),
                attachments=frozenset(),
                inline=frozenset({"arn:aws:iam::111122223333:user/people/ann/InlinePolicies/0"}),
            ),
        ),
        Shown(
            file="account.json",
            text="""
{
  "UserDetailList": [
    {"UserName": "bob", "Path": "/", "Arn": "arn:aws:iam::111122223333:user/bob", "GroupList": [],
     "AttachedManagedPolicies": [{"PolicyName": "read", "PolicyArn": "arn:aws:iam::111122223333:policy/read"}]}
  ],
  "GroupDetailList": [],
  "RoleDetailList": [],
  "Policies": [{"PolicyName": "read", "Path": "/", "Arn": "arn:aws:iam::111122223333:policy/read",
    "PolicyVersionList": [{"VersionId": "v1", "IsDefaultVersion": true, "Document": {"Statement": []}}]}]
}
""",
            gives=User(
                "arn:aws:iam::111122223333:user/bob",
                bounded=False,
                groups=frozenset(),
                policies=frozenset({"arn:aws:iam::111122223333:policy/read"}),
                inline=frozenset(),
            ),
        ),
    ],
)

GROUPS = Source(
    of=Group,
    each=Block("aws-iam/GroupDetailList"),
    reads={
        Group.name: "GroupName",
        Group.path: "not_null(Path, '/')",
        Group.managed: ATTACHED,
        Group.bounded: UNBOUNDED,
        Group.boundary: NO_BOUNDARY,
        Group.tags: UNTAGGED,
        Group.policies: ATTACHED,
        Group.attachments: NO_ATTACHMENTS,
        Group.inline: Inverse(InlinePolicy.holders),
        Group.statements: Inverse(Statement.holders),
    },
    shows=[
        Shown(
            file="account.json",
            text=EXPORT,
            gives=Group(
                "arn:aws:iam::111122223333:group/devs",
                name="devs",
                path="/",
                managed=frozenset({"arn:aws:iam::111122223333:policy/read"}),
                bounded=False,
                boundary=None,
                tags=frozenset(),
                policies=frozenset({"arn:aws:iam::111122223333:policy/read"}),
                attachments=frozenset(),
                inline=frozenset(),
            ),
        ),
    ],
)

ROLES = Source(
    of=Role,
    each=Block("aws-iam/RoleDetailList"),
    reads={
        **GOVERNED,
        **ROUTES,
        Role.last_used: "(RoleLastUsed != `null` && not_null(RoleLastUsed.LastUsedDate, CreateDate)) || `null`",
        Role.idle_days: LATER,
        Role.name: "RoleName",
        Role.path: "not_null(Path, '/')",
        Role.managed: ATTACHED,
        Role.bounded: BOUNDED,
        Role.boundary: BOUNDARY,
        Role.tags: TAGS_LISTED,
        Role.session: Unseen("the export does not tell how long a session may last (aws iam get-role)"),
        Role.policies: ATTACHED,
        Role.attachments: NO_ATTACHMENTS,
        Role.inline: Inverse(InlinePolicy.holders),
        Role.statements: Inverse(Statement.holders),
        Role.trust_policy: "AssumeRolePolicyDocument",
        Role.trust: Inverse(Trust.role),
    },
    shows=[
        Shown(
            file="account.json",
            text=EXPORT,
            gives=Role(
                "arn:aws:iam::111122223333:role/app",
                name="app",
                path="/",
                managed=frozenset(),
                bounded=False,
                last_used="2026-09-01T10:00:00+00:00",
                boundary=None,
                tags=frozenset({"team=shop"}),
                policies=frozenset(),
                attachments=frozenset(),
                inline=frozenset(),
                trust_policy=TRUSTED,
                trust=frozenset({"arn:aws:iam::111122223333:role/app/AssumeRolePolicyDocument/?0"}),
            ),
        ),
    ],
)

TRUST_STATEMENTS = Source(
    of=Trust,
    each=Block("aws-iam/RoleDetailList", each="policy_statements(AssumeRolePolicyDocument)"),
    reads=TRUST,
    shows=[
        Shown(
            file="account.json",
            text=EXPORT,
            gives=Trust(
                "arn:aws:iam::111122223333:role/app/AssumeRolePolicyDocument/?0",
                role=frozenset({"arn:aws:iam::111122223333:role/app"}),
                allows=True,
                open_to_all=False,
                by_token=False,
                principals=frozenset(),
                services=frozenset({"ec2.amazonaws.com"}),
                federated=frozenset(),
                providers=frozenset(),
                conditions=frozenset(),
                subjects=frozenset(),
                audiences=frozenset(),
            ),
        ),
    ],
)

POLICIES = Source(
    of=Policy,
    each=Block("aws-iam/Policies"),
    reads={
        **DOCUMENTED,
        Policy.name: "PolicyName",
        Policy.path: "not_null(Path, '/')",
        Policy.document: "Document",
        Policy.statements: Inverse(Statement.policy),
    },
    shows=[
        Shown(
            file="account.json",
            text=EXPORT,
            gives=Policy(
                "arn:aws:iam::111122223333:policy/read",
                name="read",
                path="/",
                document='{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
                statements=frozenset({"arn:aws:iam::111122223333:policy/read/Document/?0"}),
            ),
        ),
    ],
)

INLINE = Source(
    of=InlinePolicy,
    each=Block("aws-iam/UserDetailList", "aws-iam/GroupDetailList", "aws-iam/RoleDetailList", each="InlinePolicies"),
    reads={
        **DOCUMENTED,
        InlinePolicy.name: "PolicyName",
        InlinePolicy.document: "PolicyDocument",
        InlinePolicy.holders: OwnerLink(),
    },
    shows=[
        Shown(
            file="account.json",
            text=EXPORT,
            gives=InlinePolicy(
                "arn:aws:iam::111122223333:user/people/ann/InlinePolicies/0",
                name="own",
                document='{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}',
                holders=frozenset({"arn:aws:iam::111122223333:user/people/ann"}),
            ),
        ),
    ],
)

MANAGED_STATEMENTS = Source(
    of=Statement,
    each=Block("aws-iam/Policies", each="policy_statements(Document)"),
    reads={**STATEMENT, Statement.policy: OwnerLink(), Statement.holders: MANAGED},
    shows=[
        Shown(
            file="account.json",
            text=EXPORT,
            gives=Statement(
                "arn:aws:iam::111122223333:policy/read/Document/?0",
                policy=frozenset({"arn:aws:iam::111122223333:policy/read"}),
                holders=frozenset(),
                allows=True,
                actions=frozenset({"s3:getobject"}),
                all_actions_but=False,
                covers=frozenset({"s3:GetObject"}),
                resources=frozenset({"*"}),
                unlimited=True,
                conditions=frozenset(),
            ),
        ),
    ],
)

INLINE_STATEMENTS = Source(
    of=Statement,
    each=Block(
        "aws-iam/UserDetailList",
        "aws-iam/GroupDetailList",
        "aws-iam/RoleDetailList",
        each="InlinePolicies[].policy_statements(PolicyDocument)[]",
    ),
    reads={**STATEMENT, Statement.policy: WRITTEN_ON, Statement.holders: OwnerLink()},
    shows=[
        Shown(
            file="account.json",
            text=EXPORT,
            gives=Statement(
                "arn:aws:iam::111122223333:user/people/ann/InlinePolicies/?0",
                policy=frozenset(),
                holders=frozenset({"arn:aws:iam::111122223333:user/people/ann"}),
                allows=True,
                actions=frozenset({"s3:*"}),
                all_actions_but=False,
                covers=frozenset(),
                resources=frozenset({"*"}),
                unlimited=True,
                conditions=frozenset(),
            ),
        ),
    ],
)

INSTANCE_PROFILES = Source(
    of=InstanceProfile,
    each=Block("aws-iam/InstanceProfile"),
    reads={
        InstanceProfile.name: "InstanceProfileName",
        InstanceProfile.path: "not_null(Path, '/')",
        InstanceProfile.role: "Role",
    },
    shows=[
        Shown(
            file="account.json",
            text=EXPORT,
            gives=InstanceProfile(
                "arn:aws:iam::111122223333:instance-profile/app",
                name="app",
                path="/",
                role=frozenset({"arn:aws:iam::111122223333:role/app"}),
            ),
        ),
    ],
)
