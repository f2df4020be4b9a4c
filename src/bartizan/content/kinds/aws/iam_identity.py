"""What acts in an AWS account: roles, users and groups have this in common; and what is attached to them."""

from bartizan.core.kind import Asset, Flag, Many, Text
from bartizan.core.source import Fixed


class Carrier(Asset):
    """Something that managed policies are attached to, or that attaches them."""

    managed = Many("ARNs of the managed policies that are attached here.")


class Identity(Carrier):
    """A role, a user or a group: whom permissions are given to."""

    name = Text("Its name, where it is known before deployment.")
    path = Text("Where it is in the account's own order of names: `/`, `/teams/shop/`.")
    bounded = Flag("A permissions boundary limits what policies can give it.")
    boundary = Text("ARN of the managed policy that is its permissions boundary.")
    tags = Many("Its tags, each as `key=value`.")


TAGS = "entries(tags)[].join('=', [key, value])"
TAGS_LISTED = "Tags[].join('=', [Key, Value])"
UNTAGGED = Fixed(None, "Groups cannot have tags.")

HOLDERS = (
    "[role && join('/', ['role', role]), user && join('/', ['user', user]), group && join('/', ['group', group]), "
    "map(&join('/', ['role', @]), not_null(roles, `[]`)), map(&join('/', ['user', @]), not_null(users, `[]`)), "
    "map(&join('/', ['group', @]), not_null(groups, `[]`))][]"
)
"""Whom a Terraform resource is about; a role, a user and a group may have the same name."""
