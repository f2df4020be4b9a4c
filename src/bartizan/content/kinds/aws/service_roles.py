"""Roles that AWS makes and keeps itself: service-linked ones, and those of IAM Identity Center."""

from bartizan.content.kinds.aws.iam_role import Role

KEPT_BY_AWS = Role.path.matches(r"^/aws-(service-role|reserved)/")
"""Nobody in the account can change its policies or its trust policy, or pass it to a service of one's choosing."""
