"""What Google Cloud calls the assets of a graph, and what each is in. Parts that are not known are holes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from bartizan.content.kinds.gcp.iam_identity import Identity, ServiceAccount
from bartizan.content.kinds.gcp.iam_role import CustomRole
from bartizan.content.kinds.gcp.organization import Folder, Organization, Provider
from bartizan.content.kinds.gcp.project import Project
from bartizan.core.kind import NOT_COLLECTED, Asset
from bartizan.core.truth import Composite, Ref, Unknown
from bartizan.graph.graph import Graph
from bartizan.identity.gcp.member import is_service_account
from bartizan.identity.hole import hole, holes, shown

MANAGER = "//cloudresourcemanager.googleapis.com/"
_PART = re.compile(r"\{(\w+)\}")
_REFERENCE = re.compile(r"\$\{([^{}]+)\.(\w+)\}|\$\{([^{}]*)\}")
_OF_PROJECT = re.compile(r"@([a-z0-9-]+)\.iam\.gserviceaccount\.com$")
_TYPES = {
    "gcp.project": "cloudresourcemanager.googleapis.com/Project",
    "gcp.folder": "cloudresourcemanager.googleapis.com/Folder",
    "gcp.organization": "cloudresourcemanager.googleapis.com/Organization",
    "gcp.iam.service-account": "iam.googleapis.com/ServiceAccount",
    "gcp.iam.role": "iam.googleapis.com/Role",
    "gcp.storage.bucket": "storage.googleapis.com/Bucket",
    "gcp.functions.function": "cloudfunctions.googleapis.com/CloudFunction",
    "gcp.kms.key": "cloudkms.googleapis.com/CryptoKey",
}
"""Where the type is not made of the service and the collection in the name."""


class Names:
    """Looks up names in one graph."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._full: dict[str, str] = {}
        self._projects = {
            key: each.id
            for each in graph.of(Project)
            for key in (each.project_id, each.number, self._text(each, "project_id"))
            if isinstance(key, str) and key
        }
        self._named = {
            name: each.id
            for kind in (Folder, Organization)
            for each in graph.of(kind)
            if isinstance(name := each.read("name"), str)
        }
        self._only = next(iter(graph.of(Project))).id if sum(1 for _ in graph.of(Project)) == 1 else ""

    @cached_property
    def _defaults(self) -> dict[str, str]:
        """The project that the provider stands for, by what was read."""
        return {_place(each.id): self._text(each, "project") for each in self._graph.of(Provider)}

    def _text(self, asset: Asset, name: str) -> str:
        """Return an attribute as text with holes."""
        return self.text(asset.read(name), asset.id, f"{asset.id}|{name}")

    def text(self, value: object, of: str, otherwise: str) -> str:
        """Return a value as text with holes; what another asset gives is looked up there."""
        if isinstance(value, str):
            return value
        if isinstance(value, Ref):
            return self._referred(value.address, value.attribute, of)
        if isinstance(value, Composite) and value.parts:
            return "".join(part if isinstance(part, str) else self.text(part, of, otherwise) for part in value.parts)
        if isinstance(value, Unknown) and value != NOT_COLLECTED:
            return hole(f"?{value.why}")
        return hole(otherwise)

    def _referred(self, address: str, attribute: str, of: str) -> str:
        asset = self.at(address, of)
        if isinstance(asset, ServiceAccount):
            email = self.address(asset.id)
            named = {"member": f"serviceAccount:{email}", "id": self.full(asset.id)[2:].partition("/")[2]}
            return {**named, "name": named["id"]}.get(attribute, email)
        if isinstance(asset, Project):
            return f"projects/{self.home(asset.id)}" if attribute == "id" else self.home(asset.id)
        if isinstance(asset, Folder | Organization):
            own = attribute in ("name", "id")
            return self.full(asset.id).removeprefix(MANAGER) if own else hole(f"{asset.id}|{attribute}")
        if isinstance(asset, CustomRole):
            return self.role(asset)[0]
        if asset is not None and attribute in asset.attributes and isinstance(asset.read(attribute), str):
            return str(asset.read(attribute))
        return hole(f"{address}|{attribute}")

    def at(self, address: str, of: str) -> Asset | None:
        """Return the asset at an address of the reading that the asset `of` is from."""
        place = _place(of)
        return self._graph.get(f"{place}//{address}" if place else address)

    def member(self, text: str) -> str:
        """Return a member with the accounts that it refers to put in: `serviceAccount:${...email}`."""
        return _REFERENCE.sub(lambda match: self._put(match, ""), text) if "${" in text else text

    def member_of(self, text: str, of: str) -> str:
        """Return a member of a grant, as it is meant where the grant is written."""
        if "${" not in text:
            kind, _, rest = text.partition(":")
            return f"{kind}:{rest.lower()}" if kind in ("user", "group", "serviceAccount", "domain") else text
        return _REFERENCE.sub(lambda match: self._put(match, of), text)

    def _put(self, match: re.Match[str], of: str) -> str:
        return self._referred(match[1], match[2], of) if match[1] else hole(f"?{match[3]}")

    def grouped(self, address: str, groups: set[str]) -> str:
        """Return the member that an address in a group is."""
        if "${" in address:
            address = self.member(address)
        kind = "group" if address in groups else "serviceAccount" if is_service_account(address) else "user"
        return f"{kind}:{address.lower()}"

    def address(self, id: str) -> str:
        """Return the e-mail address of an identity, empty for anything else."""
        asset = self._graph.get(id)
        if not isinstance(asset, Identity):
            return ""
        if isinstance(asset.email, str):
            return asset.email.lower()
        account = asset.read("account_id")
        if isinstance(asset, ServiceAccount) and isinstance(account, str):
            return f"{account}@{self.home(id)}.iam.gserviceaccount.com"
        if asset.source == "data.google_compute_default_service_account":
            return f"{hole(f'number of {self.home(id)}')}-compute@developer.gserviceaccount.com"
        if asset.source == "data.google_app_engine_default_service_account":
            return f"{self.home(id)}@appspot.gserviceaccount.com"
        return self.text(asset.email, id, f"{id}|email")

    def role(self, role: CustomRole) -> tuple[str, ...]:
        """Return the names that grants use for a custom role."""
        last = self.text(role.role_id, role.id, f"{role.id}|role_id")
        if isinstance(role.organization, str):
            return (f"organizations/{role.organization}/roles/{last}",)
        return (f"projects/{self.home(role.id)}/roles/{last}",)

    def full(self, id: str) -> str:
        """Return the full resource name of an asset; empty for one that has none."""
        if id not in self._full:
            asset = self._graph.get(id)
            self._full[id] = (id if id.startswith("//") else "") if asset is None else self._made(asset)
        return self._full[id]

    def _made(self, asset: Asset) -> str:
        if asset.id.startswith("//") or not asset.identifier:
            return asset.id if asset.id.startswith("//") else ""
        if isinstance(asset, Project):
            return f"{MANAGER}projects/{self._text(asset, 'project_id')}"
        if isinstance(asset, CustomRole):
            return f"//iam.googleapis.com/{self.role(asset)[0]}"
        return _PART.sub(lambda match: self._part(asset, match[1]), asset.identifier)

    def _part(self, asset: Asset, name: str) -> str:
        if name == "project":
            return self.home(asset.id)
        if name == "email":
            return self.address(asset.id)
        return self._text(asset, name) if name in asset.attributes else hole(f"{asset.id}|{name}")

    def home(self, id: str) -> str:
        """Return the id of the project that an asset is in; a folder's or organisation's own name."""
        asset = self._graph.get(id)
        if isinstance(asset, Project):
            return self._text(asset, "project_id")
        if isinstance(asset, Folder | Organization):
            return self.full(id).removeprefix(MANAGER)
        if asset is None or "project" not in asset.attributes:
            found = re.search(r"/projects/([^/]+)", id)
            return found[1] if found else ""
        value = asset.read("project")
        email = asset.email if isinstance(asset, ServiceAccount) else None
        named = _OF_PROJECT.search(email) if isinstance(email, str) else None
        if named and (value is None or isinstance(value, Unknown)):
            return named[1]
        if value is None:
            return self.default(id)
        return self.text(value, id, f"{id}|project").removeprefix("projects/")

    def doubts(self, id: str) -> tuple[str, ...]:
        """Return why a node may be somewhere else than it seems, so that what is granted there counts for it."""
        asset = self._graph.get(id)
        if asset is None:
            if any(not name.startswith("?variable ") and name != "project" for name in holes(id)):
                return (f"which {shown(id.removeprefix(MANAGER))} is could not be seen",)
            unnamed = self._nameless(id)
            return (f"{id.removeprefix(MANAGER)} may be {unnamed}, whose name could not be seen",) if unnamed else ()
        name = "parent" if isinstance(asset, Project | Folder) else "project"
        value = asset.read(name) if name in asset.attributes else None
        if not isinstance(value, Unknown) or value.present or value.why.startswith("variable "):
            return ()
        if name == "project" and "\ue000" not in self.home(id):
            return ()
        return (f"the {name} of {id} could not be seen: {value.why}",)

    def _nameless(self, id: str) -> str:
        """Return a container whose name may be this one; a new folder is none that a number was written for."""
        kind: type[Asset] = Folder if "/folders/" in id else Organization
        kind = Project if id.startswith(f"{MANAGER}projects/") else kind
        key = "project_id" if kind is Project else "name"
        lost = ((each.id, each.read(key)) for each in self._graph.of(kind))
        return next(
            (
                found
                for found, value in lost
                if value == NOT_COLLECTED or (kind is Project and isinstance(value, Unknown))
            ),
            "",
        )

    def default(self, of: str) -> str:
        """Return the project of resources that name none: the provider's, or the only one there is."""
        told = self._defaults.get(_place(of), "")
        if told and not told.startswith("\ue000provider"):
            return told
        only = self._graph.get(self._only)
        return hole("project") if only is None else self._text(only, "project_id")

    def parent(self, id: str) -> str:
        """Return the id of the node above one; empty where there is none."""
        asset = self._graph.get(id)
        if isinstance(asset, Organization) or id.startswith(f"{MANAGER}organizations/"):
            return ""
        if isinstance(asset, Project | Folder):
            return self._above(asset)
        if asset is None and id.startswith(MANAGER):
            return ""
        if isinstance(asset, CustomRole) and isinstance(asset.organization, str):
            return self.container(f"organizations/{asset.organization}")
        home = self.home(id)
        return self.container(f"projects/{home}") if home else ""

    def _above(self, asset: Project | Folder) -> str:
        value = asset.parent
        if value is None or (isinstance(value, Unknown) and not value.present):
            return ""
        text = self.text(value, asset.id, f"{asset.id}|parent")
        if isinstance(asset, Project) and text.isdigit():
            text = f"folders/{text}"
        return self.container(text)

    def container(self, name: str) -> str:
        """Return the id of a project, folder or organisation by its short name: `projects/shop`."""
        kind, _, last = name.partition("/")
        known = self._projects.get(last) if kind == "projects" else self._named.get(name)
        if known is None:
            known = next((each for each in self._kept if self.full(each) == MANAGER + name), None)
        return known or MANAGER + name

    @cached_property
    def _kept(self) -> tuple[str, ...]:
        return tuple(each.id for kind in (Project, Folder, Organization) for each in self._graph.of(kind))

    def parents(self) -> Iterator[str]:
        """Yield the ids of what assets are in."""
        for asset in self._graph.assets:
            if self.full(asset.id) and asset.kind.startswith("gcp."):
                yield self.parent(asset.id)

    def aliases(self, id: str) -> tuple[str, ...]:
        """Return other full names: with the project's number where the name has its id, or the other way."""
        asset = self._graph.get(id)
        full = self.full(id)
        project = self._graph.get(self.container(f"projects/{self.home(id)}")) if "/projects/" in full else None
        number = project.number if isinstance(project, Project) else None
        if isinstance(number, str):
            return (full.replace(f"projects/{self.home(id)}", f"projects/{number}", 1),)
        if asset is None or "secretmanager" not in full:
            return ()
        # Conditions on secrets have the number of the project, which code does not know.
        return (full.replace(f"projects/{self.home(id)}", f"projects/{hole(f'number of {self.home(id)}')}", 1),)

    def type(self, id: str) -> str:
        """Return the type of a resource, as conditions have it: `storage.googleapis.com/Bucket`."""
        asset = self._graph.get(id)
        known = _TYPES.get(asset.kind) if asset is not None else None
        return known or type_of(self.full(id) or id)


def type_of(full: str) -> str:
    """Return the type that a full name is of: `secretmanager.googleapis.com/Secret`."""
    host, _, path = full.removeprefix("//").partition("/")
    parts = path.split("/")
    if host == "storage.googleapis.com":
        return f"{host}/Bucket"
    words = parts[-2] if len(parts) > 1 else ""
    single = f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")
    return f"{host}/{single[:1].upper()}{single[1:]}" if single else ""


def _place(id: str) -> str:
    """Return what an asset's address is preceded by: the directory that it was read from."""
    return id.partition("//")[0] if "//" in id and not id.startswith("//") else ""
