"""Google Cloud deny policies and principal access boundaries."""

from bartizan.core.kind import Asset, Many, Text
from bartizan.core.source import Block, Owner, Shown, Source


class DenyRule(Asset, kind="gcp.iam.deny-rule"):
    """One rule of a deny policy: it wins over every grant."""

    parent = Text("What the policy is attached to, as it is written.")
    principals = Many("Who is refused: `principalSet://goog/public:all`.")
    excepted_principals = Many("Who is not, although named before.")
    permissions = Many("What is refused: `iam.googleapis.com/serviceAccountKeys.create`.")
    excepted_permissions = Many("What is not, although named before.")
    condition = Text("When it holds; always, where it is not set.")


class AccessBoundary(Asset, kind="gcp.iam.access-boundary"):
    """A principal access boundary policy: those bound to it reach nothing but what it names."""

    resources = Many("Full names of what stays within reach.")


FROM_TERRAFORM = Source(
    of=DenyRule,
    each=Block("google_iam_deny_policy", each="rules[].deny_rule[]"),
    reads={
        DenyRule.parent: Owner("parent"),
        DenyRule.principals: "denied_principals",
        DenyRule.excepted_principals: "exception_principals",
        DenyRule.permissions: "denied_permissions",
        DenyRule.excepted_permissions: "exception_permissions",
        DenyRule.condition: "denial_condition[0].expression",
    },
    shows=[
        Shown(
            text="""
resource "google_iam_deny_policy" "a" {
  parent = "cloudresourcemanager.googleapis.com%2Fprojects%2Fshop"
  name   = "no-keys"
  rules {
    deny_rule {
      denied_principals     = ["principalSet://goog/public:all"]
      exception_principals  = ["principal://goog/subject/ann@shop.example"]
      denied_permissions    = ["iam.googleapis.com/serviceAccountKeys.*"]
      exception_permissions = ["iam.googleapis.com/serviceAccountKeys.list"]
      denial_condition {
        expression = "!resource.matchTag('12/env', 'test')"
      }
    }
  }
}
""",
            gives=DenyRule(
                "google_iam_deny_policy.a/rules/0/deny_rule/0",
                parent="cloudresourcemanager.googleapis.com%2Fprojects%2Fshop",
                principals=frozenset({"principalSet://goog/public:all"}),
                excepted_principals=frozenset({"principal://goog/subject/ann@shop.example"}),
                permissions=frozenset({"iam.googleapis.com/serviceAccountKeys.*"}),
                excepted_permissions=frozenset({"iam.googleapis.com/serviceAccountKeys.list"}),
                condition="!resource.matchTag('12/env', 'test')",
            ),
        ),
    ],
)


FROM_EXPORT = Source(
    of=DenyRule,
    each=Block("gcloud/deny-policy", each="rules[].denyRule"),
    reads={
        DenyRule.parent: Owner("parent"),
        DenyRule.principals: "deniedPrincipals",
        DenyRule.excepted_principals: "exceptionPrincipals",
        DenyRule.permissions: "deniedPermissions",
        DenyRule.excepted_permissions: "exceptionPermissions",
        DenyRule.condition: "denialCondition.expression",
    },
    shows=[
        Shown(
            file="deny.json",
            text="""
{"name": "policies/cloudresourcemanager.googleapis.com%2Fprojects%2Fshop/denypolicies/no-keys", "kind": "DenyPolicy",
 "rules": [{"denyRule": {"deniedPrincipals": ["principalSet://goog/public:all"],
   "exceptionPrincipals": ["principalSet://goog/group/ops@shop.example"],
   "deniedPermissions": ["iam.googleapis.com/serviceAccountKeys.*"],
   "exceptionPermissions": ["iam.googleapis.com/serviceAccountKeys.list"],
   "denialCondition": {"expression": "true"}}}]}
""",
            gives=DenyRule(
                "policies/cloudresourcemanager.googleapis.com%2Fprojects%2Fshop/denypolicies/no-keys/rules/0/denyRule",
                parent="cloudresourcemanager.googleapis.com%2Fprojects%2Fshop",
                principals=frozenset({"principalSet://goog/public:all"}),
                excepted_principals=frozenset({"principalSet://goog/group/ops@shop.example"}),
                permissions=frozenset({"iam.googleapis.com/serviceAccountKeys.*"}),
                excepted_permissions=frozenset({"iam.googleapis.com/serviceAccountKeys.list"}),
                condition="true",
            ),
        ),
    ],
)


BOUNDARY_FROM_TERRAFORM = Source(
    of=AccessBoundary,
    each=Block("google_iam_principal_access_boundary_policy"),
    reads={AccessBoundary.resources: "details[].rules[].resources[]"},
    shows=[
        Shown(
            text="""
resource "google_iam_principal_access_boundary_policy" "a" {
  organization                        = "12"
  location                            = "global"
  principal_access_boundary_policy_id = "shop"
  details {
    rules {
      effect    = "ALLOW"
      resources = ["//cloudresourcemanager.googleapis.com/projects/shop"]
    }
  }
}
""",
            gives=AccessBoundary(
                "google_iam_principal_access_boundary_policy.a",
                resources=frozenset({"//cloudresourcemanager.googleapis.com/projects/shop"}),
            ),
        ),
    ],
)
