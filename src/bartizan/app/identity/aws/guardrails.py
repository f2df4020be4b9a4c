"""The guardrails of an AWS organisation: for each account, the control policies of every level above it."""

from __future__ import annotations

from functools import cached_property

from bartizan.app.identity.names import Names
from bartizan.content.kinds.aws.organizations_account import Account as AccountAsset
from bartizan.content.kinds.aws.organizations_organization import Governed, Organization
from bartizan.content.kinds.aws.organizations_policy import OrganizationPolicy
from bartizan.core.kind import Asset
from bartizan.core.truth import Unknown
from bartizan.graph.graph import Graph, led_to
from bartizan.identity.aws.document import Sort, parse
from bartizan.identity.aws.estate import Account
from bartizan.identity.aws.statement import Policy
from bartizan.identity.hole import hole

DEEPEST = 32
"""Levels above an account that are followed; AWS allows seven."""
SERVICE, RESOURCE = "SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"
SORTS = {SERVICE: Sort.SERVICE_CONTROL, RESOURCE: Sort.RESOURCE_CONTROL}
FULL_ACCESS = {
    SERVICE: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
    RESOURCE: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
}
"""FullAWSAccess and RCPFullAWSAccess, which AWS attaches at every level by itself (Organizations user guide)."""

Levels = tuple[tuple[Policy, ...], ...] | Unknown


class Guardrails:
    """Finds what limits accounts from above."""

    def __init__(self, graph: Graph, names: Names) -> None:
        self._graph = graph
        self._names = names

    @property
    def told(self) -> bool:
        """Whether anything was read of an organisation."""
        return any(True for _ in self._graph.of(Governed))

    def accounts(self) -> dict[str, Account]:
        """Return the accounts of the organisations, by their ids."""
        made = [self._account(asset) for asset in self._graph.of(AccountAsset)]
        for organization in self._graph.of(Organization):
            management = organization.read("management")
            if isinstance(management, str):
                made.append(Account(id=management, organization=self._id(organization), management=True))
        found: dict[str, Account] = {}
        for each in made:
            if each.id not in found or each.management:
                found[each.id] = each
        return found

    def _account(self, asset: AccountAsset) -> Account:
        number = asset.read("number")
        above, doubt = self._above(asset)
        top = above[-1] if above and isinstance(above[-1], Organization) else None
        return Account(
            id=number if isinstance(number, str) else hole(f"{asset.id}|id"),
            organization="" if top is None else self._id(top),
            path=self._path(above) if doubt is None else doubt,
            management=top is not None and top.read("management") == number is not None,
            service_controls=self._levels(asset, above, doubt, SERVICE),
            resource_controls=self._levels(asset, above, doubt, RESOURCE),
        )

    def _id(self, organization: Organization) -> str:
        number = organization.read("number")
        return number if isinstance(number, str) else hole(f"{organization.id}|id")

    def _above(self, asset: Asset) -> tuple[list[Asset], Unknown | None]:
        """Return what an account is in, nearest first, and why that may not be all."""
        found: list[Asset] = []
        here: Asset = asset
        while not isinstance(here, Organization):
            followed = self._graph.follow(here, "parent")
            above = [each for each in followed.assets if isinstance(each, Asset)]
            if len(above) != 1 or above[0] in found or len(found) > DEEPEST:
                lost = Unknown(f"what {here.id} is in is not known")
                return found, lost if followed.more is None else followed.more
            here = above[0]
            found.append(here)
        return found, None

    def _path(self, above: list[Asset]) -> str:
        """Return the path as `aws:PrincipalOrgPaths` has it: organisation, root, units."""
        top = above[-1]
        root = top.read("root")
        units = [self._unit(each) for each in reversed(above[:-1])]
        first = root if isinstance(root, str) else hole(f"{top.id}|root")
        return "/".join([self._id(top) if isinstance(top, Organization) else "", first, *units, ""])

    def _unit(self, unit: Asset) -> str:
        return unit.id.rpartition("/")[2] if unit.id.startswith("arn:") else hole(f"{unit.id}|id")

    def _levels(self, asset: Asset, above: list[Asset], doubt: Unknown | None, type: str) -> Levels:
        if doubt is not None:
            return Unknown(f"what the account {asset.id} is in is not known: {doubt.why}")
        if self._loose is not None:
            return self._loose
        levels = [self._attached.get((each.id, type), []) for each in (*reversed(above), asset)]
        exported = asset.id.startswith("arn:")
        if not exported:
            levels = [[_full(type), *level] for level in levels]
        elif not any(levels):
            return ()
        elif not all(levels):
            return Unknown("the export names no policy for some level above the account; each has at least one")
        return tuple(map(tuple, levels)) if any(len(level) > 1 for level in levels) or exported else ()

    @cached_property
    def _loose(self) -> Unknown | None:
        """Why a policy may be attached anywhere."""
        for policy in self._graph.of(OrganizationPolicy):
            if policy.read("type") in SORTS or isinstance(policy.read("type"), Unknown):
                _, doubt = led_to(policy.read("targets"))
                if doubt is not None:
                    return Unknown(f"{policy.id} may be attached to it: {doubt.why}")
        return None

    @cached_property
    def _attached(self) -> dict[tuple[str, str], list[Policy]]:
        """Policies by what they are attached to and their type."""
        found: dict[tuple[str, str], list[Policy]] = {}
        for policy in self._graph.of(OrganizationPolicy):
            type = policy.read("type")
            if type not in SORTS:
                continue
            name = policy.read("name")
            text = self._names.document(policy, "document")
            document = Unknown(f"{policy.id} has no content that could be read") if text is None else text
            made = Policy(
                source=policy.id, name=name if isinstance(name, str) else "", document=parse(document, SORTS[type])
            )
            for id in sorted(led_to(policy.read("targets"))[0]):
                found.setdefault((id, type), []).append(made)
        return found


def _full(type: str) -> Policy:
    name = "FullAWSAccess" if type == SERVICE else "RCPFullAWSAccess"
    return Policy(source=f"arn:aws:organizations::aws:policy/{name}", name=name, document=parse(FULL_ACCESS[type]))
