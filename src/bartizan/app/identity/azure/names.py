"""Names of Azure assets: ARM ids and object ids, with holes for what only deployment tells."""

from __future__ import annotations

import re
from collections import defaultdict

from bartizan.content.kinds.azure.authorization_role import RoleDefinition
from bartizan.content.kinds.azure.entra_application import Application
from bartizan.content.kinds.azure.management_group import ManagementGroup
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.kinds.azure.resource import Scope
from bartizan.content.kinds.azure.subscription import Subscription
from bartizan.content.kinds.azure.terraform_provider import Provider
from bartizan.core.kind import NOT_COLLECTED, Asset
from bartizan.core.truth import Composite, Ref, Unknown
from bartizan.graph.graph import Graph
from bartizan.identity.hole import CLOSE, OPEN, hole

GROUP = "/providers/Microsoft.Management/managementGroups/"
_HOLE = re.compile(f"{OPEN}([^{CLOSE}|?]+)\\|([^{CLOSE}]*){CLOSE}")
_FIELD = re.compile(r"\{(\w+)\}")


class Names:
    """What the assets of a graph are called by Azure."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._subscriptions = _declared(graph)
        self._arm: dict[str, str] = {}
        self._by_object: dict[str, list[str]] = defaultdict(list)
        for kind in (Principal, Application):
            for asset in graph.of(kind):
                self._by_object[self.object(asset)].append(asset.id)

    def arm(self, asset: Asset) -> str:
        """Return the ARM id of a scope; empty for what has none."""
        if asset.id not in self._arm:
            self._arm[asset.id] = self._made(asset)
        return self._arm[asset.id]

    def _made(self, asset: Asset) -> str:
        address = self._split(asset.id)[1]
        if address.startswith("/"):
            return address
        if isinstance(asset, Subscription):
            return f"/subscriptions/{self._guid(asset)}"
        if isinstance(asset, ManagementGroup):
            return GROUP + self._field(asset, "name")
        if isinstance(asset, RoleDefinition):
            return f"/providers/Microsoft.Authorization/roleDefinitions/{self._field(asset, 'guid')}"
        if not isinstance(asset, Scope):
            return ""
        if not asset.identifier:
            return f"/declared/{asset.id}"
        return _FIELD.sub(lambda match: self._field(asset, match[1]), asset.identifier)

    def _guid(self, asset: Subscription) -> str:
        guid = asset.guid
        if isinstance(guid, str) and guid:
            return guid
        own = guid is None or guid is NOT_COLLECTED
        return self.subscription(asset.id) if own else self._text(guid, asset.id, "guid")

    def _field(self, asset: Asset, name: str) -> str:
        if name == "account":
            return self.subscription(asset.id)
        return self._text(asset.read(name), asset.id, name)

    def _text(self, value: object, id: str, name: str) -> str:
        if isinstance(value, str) and value:
            return value
        if isinstance(value, Ref | Composite):
            return self.text(value, id)
        if isinstance(value, Unknown) and value is not NOT_COLLECTED:
            return hole(f"{self._split(id)[0]}?{value.why}")
        return hole(f"{id}|{name}")

    def subscription(self, id: str) -> str:
        """Return the id of the subscription that the place of an asset is deployed to."""
        place = self._split(id)[0]
        known = self._subscriptions.get(place, frozenset())
        return next(iter(known)) if len(known) == 1 else hole(f"{place}|subscription")

    def text(self, value: object, id: str) -> str:
        """Return a text that an asset is read with, references in it resolved, with holes for what is unknown."""
        if isinstance(value, Ref):
            return self._referred(value.address, value.attribute, id)
        if isinstance(value, Composite) and value.parts:
            return "".join(part if isinstance(part, str) else self.text(part, id) for part in value.parts)
        if isinstance(value, Unknown):
            return hole(f"{self._split(id)[0]}?{value.why}")
        return "" if value is None else str(value)

    def resolved(self, text: str, id: str) -> str:
        """Return a text of a document with the references in its holes resolved."""
        return _HOLE.sub(lambda match: self._referred(match[1], match[2], id), text)

    def _referred(self, address: str, attribute: str, id: str) -> str:
        place = self._split(id)[0]
        target = f"{place}//{address}" if place and not address.startswith(f"{place}//") else address
        asset = self._graph.get(target)
        if attribute == "subscription_id" and not isinstance(asset, Subscription):
            return self.subscription(id)
        if isinstance(asset, Subscription) and attribute == "subscription_id":
            return self._guid(asset)
        if asset is not None and attribute in ("id", "role_definition_resource_id") and self.arm(asset):
            return self.arm(asset)
        if asset is not None and attribute in ("principal_id", "object_id"):
            return self.object(asset)
        if asset is not None and attribute in asset.attributes and isinstance(asset.read(attribute), str):
            return str(asset.read(attribute))
        return hole(f"{target}|{attribute}")

    def object(self, asset: Asset) -> str:
        """Return the id of a principal or application in the directory."""
        value = asset.read("object_id") if "object_id" in asset.attributes else None
        return value.lower() if isinstance(value, str) and value else hole(f"{asset.id}|object_id")

    def with_object(self, object: str) -> str | None:
        """Return the id of the only asset that has an id in the directory."""
        found = self._by_object.get(object.lower() if OPEN not in object else object, [])
        return found[0] if len(found) == 1 else None

    def _split(self, id: str) -> tuple[str, str]:
        """Return the place an asset was read in, and its address there."""
        place, found, address = id.partition("//")
        plain = found and not any(sign in place for sign in '["')
        return (place, address) if plain else ("", id)


def _declared(graph: Graph) -> dict[str, frozenset[str]]:
    """Return, by place, the subscriptions that providers are told to work in."""
    found: dict[str, set[str]] = defaultdict(set)
    for provider in graph.of(Provider):
        place, _, address = provider.id.rpartition("//")
        if address.startswith("provider.azurerm"):
            value = provider.subscription
            found[place].add(value if isinstance(value, str) and value else "?")
    return {place: frozenset(known) for place, known in found.items() if "?" not in known}
