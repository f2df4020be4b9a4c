"""AWS resources and identities with policy documents: what the documents show once they are read as AWS reads them."""

from typing import Any

from bartizan.core.kind import Asset, Flag, Many, Term
from bartizan.core.source import Read, Unseen

LATER = Unseen("policies are looked into once all is read", later=True)
"""Filled in where policies are read as AWS reads them."""


class Documented(Asset):
    """Something that is or has a policy document."""

    refused = Many("What AWS would refuse about its document, or what it can not mean: sentences.")


class Governed(Documented):
    """A resource or role with a policy of its own, which says who may reach or take it."""

    accounts_given = Flag("The settings name the accounts that its policy may let in.")
    strangers = Many("Accounts its policy lets in that are not among those, nor its own; none where none are given.")
    deputies = Many(
        "AWS services its policy lets in for whomever they work: no condition names the account or resource."
    )


DOCUMENTED: dict[Term[Any], Read] = {Documented.refused: LATER}
GOVERNED: dict[Term[Any], Read] = {
    **DOCUMENTED,
    Governed.accounts_given: LATER,
    Governed.strangers: LATER,
    Governed.deputies: LATER,
}
"""How every source reads what is told of documents later."""
