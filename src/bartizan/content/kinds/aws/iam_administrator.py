"""Which AWS roles may do everything."""

from bartizan.content.kinds.aws.iam_attachment import Attachment
from bartizan.content.kinds.aws.iam_policy import Policy, Statement
from bartizan.content.kinds.aws.iam_role import Role

ALL_POWERFUL = r"^arn:aws[a-z-]*:iam::aws:policy/(AdministratorAccess|IAMFullAccess|PowerUserAccess)$"
"""Policies of AWS that give everything, or the means to take it."""
GIVES_ALL = Statement.allows & Statement.actions.has_any("*", "*:*") & Statement.unlimited
ADMINISTRATOR = (
    Role.managed.has_match(ALL_POWERFUL)
    | Role.attachments.any(Attachment.managed.has_match(ALL_POWERFUL))
    | Role.statements.any(GIVES_ALL)
    | Role.policies.any(Policy.statements.any(GIVES_ALL))
    | Role.attachments.any(Attachment.policies.any(Policy.statements.any(GIVES_ALL)))
)
