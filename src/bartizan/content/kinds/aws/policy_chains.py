"""Chains of links from an identity to the managed policies that count for it and are declared here too."""

from bartizan.content.kinds.aws.iam_attachment import Attachment
from bartizan.content.kinds.aws.iam_group import Group
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.iam_user import User

ROLE_POLICIES = ((Role.policies,), (Role.attachments, Attachment.policies))

USER_POLICIES = (
    (User.policies,),
    (User.attachments, Attachment.policies),
    (User.groups, Group.policies),
    (User.groups, Group.attachments, Attachment.policies),
)

OWN_POLICIES = (
    (User.policies,),
    (User.attachments, Attachment.policies),
    (User.groups, Group.policies),
    (User.groups, Group.attachments, Attachment.policies),
    (Role.policies,),
    (Role.attachments, Attachment.policies),
)
"""Those of whoever acts, be it a user or a role; a link that an identity does not have leads nowhere."""
