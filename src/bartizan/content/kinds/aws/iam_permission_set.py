"""Where permission sets of AWS IAM Identity Center, and their assignments to accounts, are seen."""

from bartizan.content.kinds.aws.iam_attachment import Assignment, Attachment, PermissionSet
from bartizan.core.source import Beside, Block, Fixed, Inverse, Shown, Source

PERMISSION_SET_FROM_TERRAFORM = Source(
    of=PermissionSet,
    each=Block("aws_ssoadmin_permission_set"),
    reads={
        PermissionSet.managed: Fixed(None, "Terraform attaches policies by resources of their own."),
        PermissionSet.name: "name",
        PermissionSet.boundary: Beside(
            types="aws_ssoadmin_permissions_boundary_attachment",
            on="permission_set_arn",
            read="permissions_boundary[0].managed_policy_arn",
        ),
        PermissionSet.customer_managed: Beside(
            types="aws_ssoadmin_customer_managed_policy_attachment",
            on="permission_set_arn",
            read="[].customer_managed_policy_reference[].name",
            all=True,
        ),
        PermissionSet.attachments: Inverse(Attachment.permission_sets),
        PermissionSet.assignments: Inverse(Assignment.permission_set),
        PermissionSet.session: "not_null(session_duration, 'PT1H')",
    },
    shows=[
        Shown(
            text="""
resource "aws_ssoadmin_permission_set" "admins" {
  name             = "admins"
  instance_arn     = "arn:aws:sso:::instance/ssoins-1"
  session_duration = "PT8H"
}

resource "aws_ssoadmin_permissions_boundary_attachment" "admins" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = aws_ssoadmin_permission_set.admins.arn
  permissions_boundary {
    managed_policy_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
  }
}

resource "aws_ssoadmin_customer_managed_policy_attachment" "admins" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = aws_ssoadmin_permission_set.admins.arn
  customer_managed_policy_reference {
    name = "deploy"
  }
}
""",
            gives=PermissionSet(
                "aws_ssoadmin_permission_set.admins",
                managed=frozenset(),
                name="admins",
                boundary="arn:aws:iam::aws:policy/PowerUserAccess",
                customer_managed=frozenset({"deploy"}),
                session="PT8H",
            ),
        ),
    ],
)

PERMISSION_SET_FROM_CLOUDFORMATION = Source(
    of=PermissionSet,
    each=Block("AWS::SSO::PermissionSet"),
    reads={
        PermissionSet.managed: "ManagedPolicies",
        PermissionSet.name: "Name",
        PermissionSet.boundary: "PermissionsBoundary.ManagedPolicyArn",
        PermissionSet.customer_managed: "CustomerManagedPolicyReferences[].Name",
        PermissionSet.attachments: Inverse(Attachment.permission_sets),
        PermissionSet.assignments: Inverse(Assignment.permission_set),
        PermissionSet.session: "not_null(SessionDuration, 'PT1H')",
    },
    shows=[
        Shown(
            text="""
Resources:
  Admins:
    Type: AWS::SSO::PermissionSet
    Properties:
      Name: admins
      InstanceArn: arn:aws:sso:::instance/ssoins-1
      ManagedPolicies: ["arn:aws:iam::aws:policy/AdministratorAccess"]
      CustomerManagedPolicyReferences: [{Name: deploy}]
      PermissionsBoundary: {ManagedPolicyArn: "arn:aws:iam::aws:policy/PowerUserAccess"}
""",
            gives=PermissionSet(
                "Admins",
                managed=frozenset({"arn:aws:iam::aws:policy/AdministratorAccess"}),
                name="admins",
                boundary="arn:aws:iam::aws:policy/PowerUserAccess",
                customer_managed=frozenset({"deploy"}),
                session="PT1H",
            ),
        ),
    ],
)

ASSIGNMENT_FROM_TERRAFORM = Source(
    of=Assignment,
    each=Block("aws_ssoadmin_account_assignment"),
    reads={
        Assignment.permission_set: "permission_set_arn",
        Assignment.account: "target_id",
        Assignment.principal: "principal_id",
        Assignment.principal_type: "principal_type",
    },
    shows=[
        Shown(
            text="""
resource "aws_ssoadmin_permission_set" "admins" {
  name         = "admins"
  instance_arn = "arn:aws:sso:::instance/ssoins-1"
}

resource "aws_ssoadmin_account_assignment" "admins" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1"
  permission_set_arn = aws_ssoadmin_permission_set.admins.arn
  principal_id       = "11112222-aaaa"
  principal_type     = "GROUP"
  target_id          = "111122223333"
  target_type        = "AWS_ACCOUNT"
}
""",
            gives=Assignment(
                "aws_ssoadmin_account_assignment.admins",
                permission_set=frozenset({"aws_ssoadmin_permission_set.admins"}),
                account="111122223333",
                principal="11112222-aaaa",
                principal_type="GROUP",
            ),
        ),
    ],
)

ASSIGNMENT_FROM_CLOUDFORMATION = Source(
    of=Assignment,
    each=Block("AWS::SSO::Assignment"),
    reads={
        Assignment.permission_set: "PermissionSetArn",
        Assignment.account: "TargetId",
        Assignment.principal: "PrincipalId",
        Assignment.principal_type: "PrincipalType",
    },
    shows=[
        Shown(
            text="""
Resources:
  Admins:
    Type: AWS::SSO::PermissionSet
    Properties: {Name: admins, InstanceArn: "arn:aws:sso:::instance/ssoins-1"}
  Assigned:
    Type: AWS::SSO::Assignment
    Properties:
      InstanceArn: arn:aws:sso:::instance/ssoins-1
      PermissionSetArn: !GetAtt Admins.PermissionSetArn
      PrincipalId: 11112222-aaaa
      PrincipalType: GROUP
      TargetId: "111122223333"
      TargetType: AWS_ACCOUNT
""",
            gives=Assignment(
                "Assigned",
                permission_set=frozenset({"Admins"}),
                account="111122223333",
                principal="11112222-aaaa",
                principal_type="GROUP",
            ),
        ),
    ],
)
