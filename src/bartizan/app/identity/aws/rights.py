"""The policies that AWS identities have: written on them, attached to them, brought by groups; and their boundaries."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from bartizan.app.identity.names import Names
from bartizan.collect.assets import ELSEWHERE
from bartizan.content.kinds.aws.iam_attachment import Attachment, PermissionSet
from bartizan.content.kinds.aws.iam_group import Group
from bartizan.content.kinds.aws.iam_identity import Carrier
from bartizan.content.kinds.aws.iam_inline_policy import InlinePolicy
from bartizan.content.kinds.aws.iam_policy import Policy as ManagedPolicy
from bartizan.content.kinds.aws.iam_user import User
from bartizan.core.kind import Asset
from bartizan.core.truth import Partial, Unknown
from bartizan.graph.graph import Graph
from bartizan.identity.aws import managed
from bartizan.identity.aws.document import Sort, parse
from bartizan.identity.aws.estate import Tags
from bartizan.identity.aws.statement import Document, Policy
from bartizan.identity.hole import shown

ATTACHED = "{} is attached, and it is declared elsewhere; read that too"
NOT_KEPT = "{} is a policy of AWS that the program does not know yet"


@dataclass(slots=True)
class Having:
    """What somebody has, gathered."""

    found: dict[str, Policy] = field(default_factory=dict)
    """By source: a policy counts once, however often it is attached."""
    through: dict[str, tuple[str, ...]] = field(default_factory=dict)
    doubts: dict[str, None] = field(default_factory=dict)

    @property
    def policies(self) -> tuple[Policy, ...]:
        """The policies, in the order they were found."""
        return tuple(self.found.values())

    @property
    def more(self) -> tuple[str, ...]:
        """Why there may be more."""
        return tuple(self.doubts)

    def add(self, policy: Policy, *via: str) -> None:
        """Take a policy in, with what brings it."""
        if policy.source not in self.found:
            self.found[policy.source] = policy
            if via:
                self.through[policy.source] = via

    def doubt(self, why: Unknown | None) -> None:
        """Keep why something may be missing."""
        if why is not None:
            self.doubts[why.why] = None


class Rights:
    """Finds what identities may do by their own policies."""

    def __init__(self, graph: Graph, names: Names) -> None:
        self._graph = graph
        self._names = names
        self._groups: dict[str, Having] = {}

    def of(self, asset: Carrier) -> Having:
        """Return the policies of an identity or a permission set."""
        having = Having()
        self._inline(asset, having)
        self._managed(asset, having)
        for attachment in self._attachments(asset, having):
            self._managed(attachment, having, attachment.id)
        for why in self._loose.get(self._names.scope(asset, "account"), ()):
            having.doubt(why)
        if isinstance(asset, User):
            self._of_groups(asset, having)
        if isinstance(asset, PermissionSet):
            self._named_elsewhere(asset, having)
        return having

    def boundary(self, asset: Carrier) -> Policy | None:
        """Return the permissions boundary of an identity; None where it certainly has none."""
        value = asset.read("boundary") if "boundary" in asset.attributes else None
        if value is None:
            return None
        arn = self._names.text(asset, value, "boundary")
        return self._by_arn(arn, "{} is the permissions boundary, and it is declared elsewhere; read that too")

    def _attachments(self, asset: Carrier, having: Having) -> list[Attachment]:
        if "attachments" not in asset.attributes:
            return []
        followed = self._graph.follow(asset, "attachments")
        having.doubt(followed.more)
        return [each for each in followed.assets if isinstance(each, Attachment)]

    def _inline(self, asset: Carrier, having: Having) -> None:
        if "inline" in asset.attributes:
            followed = self._graph.follow(asset, "inline")
            having.doubt(followed.more)
            written = [each for each in followed.assets if isinstance(each, InlinePolicy)]
        else:
            written = self._written.get(asset.id, [])
        for each in written:
            having.add(self._policy(each, INLINE_SORTS.get(asset.kind, Sort.ROLE)))

    @cached_property
    def _written(self) -> dict[str, list[InlinePolicy]]:
        """Inline policies by the permission set that has them: those have no link back."""
        found: dict[str, list[InlinePolicy]] = {}
        for policy in self._graph.of(InlinePolicy):
            for holder in self._graph.follow(policy, "holders").assets:
                if isinstance(holder, PermissionSet):
                    found.setdefault(holder.id, []).append(policy)
        return found

    @cached_property
    def _loose(self) -> dict[str, list[Unknown]]:
        """Attachments and inline policies, by account, of which nobody knows whom they are for."""
        found: dict[str, list[Unknown]] = {}
        for kind, link in ((Attachment, "identities"), (InlinePolicy, "holders")):
            for each in self._graph.of(kind):
                value = each.read(link)
                if isinstance(value, Unknown) and value.why != ELSEWHERE:
                    why = Unknown(f"{each.id} may be for it: {value.why}")
                    found.setdefault(self._names.scope(each, "account"), []).append(why)
        return found

    def _managed(self, asset: Asset, having: Having, *via: str) -> None:
        """Take in the managed policies that an asset attaches: those found, and those only named."""
        linked: set[str] = set()
        followed = self._graph.follow(asset, "policies") if "policies" in asset.attributes else None
        for each in followed.assets if followed else ():
            if isinstance(each, ManagedPolicy):
                linked.add(each.id)
                having.add(self._policy(each, Sort.MANAGED), *via)
        value = asset.read("managed")
        named = value.known if isinstance(value, Partial) else value if isinstance(value, frozenset) else ()
        references = 0
        for text in sorted(map(str, named)):
            if "${" in text and ":iam::aws:policy/" not in text:
                references += 1
            elif text not in linked:
                having.add(self._by_arn(self._names.text(asset, _plain(text)), ATTACHED), *via)
        if isinstance(value, Unknown):
            having.doubt(value)
        elif followed and references > len(linked):
            having.doubt(followed.more)

    def _of_groups(self, user: User, having: Having) -> None:
        followed = self._graph.follow(user, "groups")
        having.doubt(followed.more)
        for group in followed.assets:
            if isinstance(group, Group):
                if group.id not in self._groups:
                    self._groups[group.id] = self.of(group)
                theirs = self._groups[group.id]
                for policy in theirs.policies:
                    having.add(policy, group.id, *theirs.through.get(policy.source, ()))
                for why in theirs.more:
                    having.doubt(Unknown(why))

    def _named_elsewhere(self, asset: PermissionSet, having: Having) -> None:
        """Take in the policies of each account that a permission set names: their documents are not here."""
        value = asset.read("customer_managed")
        for name in sorted(map(str, value)) if isinstance(value, frozenset) else ():
            why = Unknown(f"the policy {name} of each account is attached, whatever it says there")
            having.add(Policy(source=f"{asset.id}|{name}", name=name, document=why))
        if isinstance(value, Unknown):
            having.doubt(value)

    def _policy(self, asset: ManagedPolicy | InlinePolicy, sort: Sort) -> Policy:
        name = asset.read("name")
        text = self._names.document(asset, "document")
        document: Document | Unknown = parse(text, sort)
        if text is None:
            document = Unknown(f"{asset.id} has no document that could be read")
        return Policy(source=asset.id, name=name if isinstance(name, str) else "", document=document)

    def _by_arn(self, arn: str, elsewhere: str) -> Policy:
        """Return a managed policy by its ARN: declared here, one of AWS, or not known."""
        known = self._arns.get(arn)
        if known is not None:
            return self._policy(known, Sort.MANAGED)
        name = shown(arn).rpartition("/")[2]
        text = managed.document(arn)
        if text is not None:
            return Policy(source=arn, name=name, document=parse(text))
        why = NOT_KEPT if managed.is_managed(arn) else elsewhere
        return Policy(source=arn, name=name, document=Unknown(why.format(shown(arn))))

    @cached_property
    def _arns(self) -> dict[str, ManagedPolicy]:
        return {self._names.of(each): each for each in self._graph.of(ManagedPolicy)}


INLINE_SORTS = {"aws.iam.user": Sort.USER, "aws.iam.group": Sort.GROUP, "aws.iam.role": Sort.ROLE}


def _plain(arn: str) -> str:
    """Return the ARN of a policy of AWS, of which code may leave the partition open: `arn:${...}:iam::aws:policy/X`."""
    head, mark, rest = arn.partition(":iam::aws:policy/")
    return f"arn:aws{mark}{rest}" if mark and "${" in head else arn


def tags(names: Names, asset: Asset) -> Tags:
    """Return the tags of an asset by key."""
    if "tags" not in asset.attributes:
        return {}
    value = asset.read("tags")
    if isinstance(value, Unknown):
        return Unknown(value.why)
    pairs = (str(each).partition("=") for each in value)
    return {key: names.text(asset, rest) for key, _, rest in sorted(pairs)}
