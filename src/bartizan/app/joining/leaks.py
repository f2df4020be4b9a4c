"""Leaks: whose credentials they are, what they open, and who can read where they are written.

What tells: the host of a database's address; the password that the declaration of one database has as well; the subject
of a token; the account in a key file. A comment or a name beside it makes it possible, not certain. Secrets are looked
at in memory alone: no value of one is kept.
"""

from __future__ import annotations

import base64
import binascii
import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bartizan.app.identity.names import place_of
from bartizan.app.joining.applications import Made
from bartizan.app.joining.repositories import REPOSITORIES, in_repository
from bartizan.app.joining.runs import bare
from bartizan.collect.tree import Tree, Unreadable
from bartizan.content.kinds.aws.database import Database
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.kinds.code.leak import Leak
from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.gcp.iam_identity import ServiceAccount as GcpAccount
from bartizan.content.kinds.kubernetes.secret import ConfigMap
from bartizan.content.kinds.kubernetes.service import Service
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.kind import Asset
from bartizan.core.place import Place
from bartizan.core.truth import Partial, Unknown
from bartizan.graph.graph import Graph, led_to

NEAR = 4
"""Lines around a secret in which a name tells whose it is."""
SOURCE = Unknown("whether strangers can read the repository was not read")
_URL = re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s:@/\"']*:(?P<password>[^\s@/\"']+)@(?P<host>[\w.-]+)")
_PASSWORD = re.compile(r"(?i)passw(?:or)?d[\w-]*[\"']?\s*[:=]\s*[\"']?(?P<password>[^\s\"',]{6,})")
_ENVIRONMENT = re.compile(r"(?im)^\s*ENV\s+AWS_ACCESS_KEY_ID[= ](A[KS]IA[0-9A-Z]{16})")
_TOKEN = re.compile(r"eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]*")
_DATABASE_KINDS = (".rds.", ".sql.", ".postgresql.", ".mysql.", ".redshift.", ".docdb.", ".neptune.")


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose a credential is, and what it opens."""

    identities: frozenset[str] | Unknown = frozenset()
    opens: frozenset[str] | Unknown = frozenset()
    sure: bool | Unknown = True


NOBODY = Whose(
    Unknown("whose credential it is could not be seen"), Unknown("what it opens could not be seen"),
    Unknown("whose credential it is could not be seen"),
)  # fmt: skip


def in_images(graph: Graph, tree: Tree, made: Sequence[Made]) -> list[Leak]:
    """Return the keys of AWS that Dockerfiles give to images and no secret was found for; adds them to applications."""
    found = []
    known = {(leak.place.file, leak.place.line) for leak in graph.of(Leak) if leak.place}
    for each in made:
        text = _text(tree, each.dockerfile) if each.dockerfile else ""
        for match in _ENVIRONMENT.finditer(text):
            line = text.count("\n", 0, match.start(1)) + 1
            if {(each.dockerfile, line), (each.dockerfile, line + 1)} & known:
                continue
            leak = Leak(
                f"{each.dockerfile}#image-environment/{line}", credential="key-in-image-environment", present=True
            )
            leak.values.update(redacted=f"{match[1][:4]}********", accepted=False, removed=False)
            leak.place = Place(each.dockerfile, line)
            found.append(leak)
            here = led_to(each.asset.read("leaks"))[0]
            each.asset.values["leaks"] = frozenset({*here, leak.id})
    return found


def fill(graph: Graph, tree: Tree, made: Sequence[Made]) -> None:
    """Tell secrets whose they are, and everything that runs code or holds settings which secrets it has."""
    _pullable(graph, made)
    open_ = {
        id for each in made if each.asset.values.get("pullable") is True for id in led_to(each.asset.read("leaks"))[0]
    }
    leaks = list(graph.of(Leak))
    databases = _databases(graph, tree) if leaks else []
    for leak in leaks:
        whose = _whose(leak, graph, tree, databases)
        leak.values.setdefault("identities", whose.identities)
        leak.values.setdefault("opens", whose.opens)
        leak.values.setdefault("sure", whose.sure)
        leak.values.setdefault("readable", True if leak.id in open_ else SOURCE)
    _holders(graph, leaks)
    _stores(graph)


def _text(tree: Tree, file: str) -> str:
    try:
        return tree.text(file)
    except (Unreadable, OSError):
        return ""


_OPEN = {"aws.ecr.repository": "open_to_all", "azure.acr.registry": "anonymous_pull"}
"""The attribute by which each kind of repository lets everyone pull; that of others is `public`."""


def _pullable(graph: Graph, made: Sequence[Made]) -> None:
    """Tell repositories what their images hold, and applications whether anybody can pull their image."""
    open_: dict[str, list[object]] = {each.asset.id: [] for each in made}
    for repository in (each for each in graph.assets if each.kind in REPOSITORIES):
        fitting = [each for each in made if any(in_repository(bare(name), repository) for name in each.names)]
        repository.values.setdefault("applications", frozenset(each.asset.id for each in fitting))
        for each in fitting:
            open_[each.asset.id].append(repository.read(_OPEN.get(repository.kind, "public")))
    for each in made:
        told = open_[each.asset.id]
        doubt = next((one for one in told if isinstance(one, Unknown)), None)
        each.asset.values["pullable"] = True if True in told else doubt if doubt is not None else False


@dataclass(frozen=True, slots=True)
class _Declared:
    """A database, and the texts in which its password may be written."""

    id: str
    name: str
    texts: tuple[str, ...]


def _databases(graph: Graph, tree: Tree) -> list[_Declared]:
    found = []
    for asset in graph.assets:
        if isinstance(asset, Database) or any(part in f".{asset.kind}." for part in _DATABASE_KINDS):
            if not asset.kind.endswith((".instance", ".cluster", ".server")) or asset.place is None:
                continue
            root = place_of(asset.id)
            files = [root] if root in tree.files else [file for file in tree.files if _beside(file, root)]
            name = asset.values.get("name")
            found.append(
                _Declared(asset.id, name if isinstance(name, str) else "", tuple(_text(tree, file) for file in files))
            )
    return found


def _beside(file: str, root: str) -> bool:
    return posixpath.dirname(file) == root and file.endswith((".tf", ".tfvars", ".tf.json"))


def _whose(leak: Leak, graph: Graph, tree: Tree, databases: Sequence[_Declared]) -> Whose:
    if leak.place is None:
        return NOBODY
    credential = str(leak.read("credential"))
    lines = _text(tree, leak.place.file).splitlines()
    around = lines[max(leak.place.line - 1 - NEAR, 0) : leak.place.line + NEAR]
    here = "\n".join(lines[leak.place.line - 1 : max(leak.place.end_line, leak.place.line)])
    if "aws" in credential or credential == "key-in-image-environment":
        return _of_user("\n".join(around), graph)
    if "gcp" in credential:
        return _of_gcp("\n".join(lines[max(leak.place.line - 40, 0) : leak.place.line + 40]), graph)
    if "kubernetes" in credential or "json-web-token" in credential:
        return _of_token(here, graph)
    if any(
        word in credential for word in ("database", "password", "postgres", "mysql", "pgpass", "redis", "connection")
    ):
        return _of_database(here, leak, graph, databases)
    return NOBODY


def _of_user(text: str, graph: Graph) -> Whose:
    """Return the user whose name stands near a key: it may be his."""
    named = [
        user for user in graph.of(User) if isinstance(user.read("name"), str) and _word(str(user.read("name")), text)
    ]
    if len(named) != 1:
        return NOBODY
    why = f"only a name beside it tells that it is a key of {named[0].read('name')}"
    return Whose(frozenset({named[0].id}), frozenset(), Unknown(why))


def _word(name: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None


def _of_gcp(text: str, graph: Graph) -> Whose:
    email = re.search(r"\b([\w-]+)@([\w-]+)\.iam\.gserviceaccount\.com", text)
    if email is None:
        return NOBODY
    found = [each.id for each in graph.of(GcpAccount) if each.read("account_id") == email[1]]
    return Whose(frozenset(found)) if len(found) == 1 else NOBODY


def _of_token(text: str, graph: Graph) -> Whose:
    match = _TOKEN.search(text)
    try:
        said = json.loads(base64.urlsafe_b64decode(f"{match[1]}===")) if match else {}
    except (binascii.Error, ValueError):
        said = {}
    subject = str(said.get("sub", "")) if isinstance(said, dict) else ""
    parts = subject.split(":")
    if parts[:2] != ["system", "serviceaccount"] or len(parts) != 4:
        return NOBODY
    found = [
        each.id for each in graph.of(ServiceAccount) if (each.read("namespace"), each.read("name")) == tuple(parts[2:])
    ]
    return Whose(frozenset(found)) if len(found) == 1 else NOBODY


def _of_database(text: str, leak: Leak, graph: Graph, databases: Sequence[_Declared]) -> Whose:
    url, plain = _URL.search(text), _PASSWORD.search(text)
    found: set[str] = set()
    if url:
        found |= {
            each.id
            for each in databases
            if each.name and url["host"].partition(".")[0] == each.name and "." in url["host"]
        }
        found |= set(_inside(url["host"], leak, graph))
    password = url["password"] if url else plain["password"] if plain else ""
    if not found and len(password) > 5 and not password.startswith(("$", "{", "<")):
        found |= {each.id for each in databases if any(_sets(text, password) for text in each.texts)}
    if not found:
        return NOBODY
    if len(found) > 1:
        return Whose(frozenset(), frozenset(found), Unknown("several databases may have this password"))
    return Whose(frozenset(), frozenset(found))


def _sets(text: str, password: str) -> bool:
    """Tell whether a text of Terraform or CloudFormation gives this password to something that is called so."""
    for match in re.finditer(
        rf"=\s*\"{re.escape(password)}\"|:\s*[\"']?{re.escape(password)}[\"']?\s*$", text, re.MULTILINE
    ):
        before = text[max(match.start() - 300, 0) : match.start()].lower()
        if "passw" in before:
            return True
    return False


def _inside(host: str, leak: Leak, graph: Graph) -> Iterator[str]:
    """Yield what a short host name is: a service of the same Compose file, the workloads of a service of a cluster."""
    name = host.partition(".")[0]
    file = leak.place.file if leak.place else ""
    for each in graph.of(ComposeService):
        if "." not in host and each.id == f"{file}//services.{name}":
            yield each.id
    in_cluster = "." not in host or host.endswith(".svc.cluster.local") or host.count(".") == 1
    for service in graph.of(Service) if in_cluster and not any(graph.of(ComposeService)) else ():
        if service.read("name") == name:
            yield from led_to(service.read("workloads"))[0]


def _holders(graph: Graph, leaks: Sequence[Leak]) -> None:
    """Tell what is declared where a secret stands that it has it, and workloads that get the config maps with one."""
    maps: dict[tuple[object, object], frozenset[str]] = {}
    for config in graph.of(ConfigMap):
        here = _within(config, leaks)
        config.values.setdefault("leaks", here)
        maps[(config.read("namespace"), config.read("name"))] = here
    for runner in graph.of(Runner):
        found = set(_within(runner, leaks))
        doubt: Unknown | None = None
        if isinstance(runner, Workload):
            for container in map(graph.get, sorted(led_to(runner.read("containers"))[0])):
                found |= _within(container, leaks) if container is not None else set()
            names = runner.read("config_maps")
            if isinstance(names, frozenset):
                found |= {id for name in names for id in maps.get((runner.read("namespace"), name), ())}
            else:
                doubt = names
        told = frozenset(found) if doubt is None else Partial(doubt.why, tuple(sorted(found)))
        runner.values.setdefault("leaks", told)


def _within(asset: Asset | None, leaks: Iterable[Leak]) -> frozenset[str]:
    place = asset.place if asset is not None else None
    if place is None:
        return frozenset()
    end = place.end_line
    inside = (leak for leak in leaks if leak.place is not None and leak.place.file == place.file)
    return frozenset(leak.id for leak in inside if leak.place and end and place.line <= leak.place.line <= end)


def _stores(graph: Graph) -> None:
    """Tell what runs code which databases the secrets that it has are of."""
    for runner in graph.of(Runner):
        found: set[str] = set()
        doubt: Unknown | None = None
        held = [*_linked(runner, "leaks", graph)]
        for application in _linked(runner, "runs", graph):
            held += _linked(application, "leaks", graph)
        for leak in held:
            ids, more = led_to(leak.values.get("opens"))
            if leak.values.get("sure") is True:
                found |= ids
            doubt = more if more is not None and not isinstance(leak.values.get("opens"), frozenset) else doubt
        told = frozenset(found) if doubt is None or found else Partial(doubt.why, ())
        runner.values.setdefault("stores", told)


def _linked(asset: Asset, link: str, graph: Graph) -> list[Asset]:
    return [each for each in map(graph.get, sorted(led_to(asset.values.get(link))[0])) if each is not None]
