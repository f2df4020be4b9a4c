"""The roles and bindings that every cluster has, read from `defaults.txt`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bartizan.identity.kubernetes.estate import Binding, Role, Rule, Selector, Subject

AGGREGATE = "rbac.authorization.k8s.io/aggregate-to-"
_READ = "get,list,watch"
_WRITE = "create,update,patch,delete,deletecollection"
_WORDS = {"R": _READ, "W": _WRITE, "RW": f"{_READ},{_WRITE}"}
_EVENTS = "create,update,patch core,events.k8s.io events"
_BOOTSTRAP = {"kubernetes.io/bootstrapping": "rbac-defaults"}


@cache
def default_roles() -> tuple[Role, ...]:
    """Return the cluster roles of the default policy; their ids are `ClusterRole/NAME`."""
    return tuple(_role(head, rules) for head, rules in _sections() if head[0] in ("role", "controller"))


@cache
def default_bindings() -> tuple[Binding, ...]:
    """Return the cluster role bindings of the default policy; their ids are `ClusterRoleBinding/NAME`."""
    return tuple(_binding(head) for head, _ in _sections() if head[0] in ("bind", "controller"))


def _sections() -> Iterator[tuple[list[str], list[str]]]:
    """Yield each heading, in words, with the lines indented below it."""
    lines = (Path(__file__).parent / "defaults.txt").read_text("utf-8").splitlines()
    head: list[str] = []
    below: list[str] = []
    for line in (line for line in lines if line and not line.startswith("#")):
        if line.startswith(" "):
            below.append(line.strip())
            continue
        if head:
            yield head, below
        head, below = line.split(), []
    if head:
        yield head, below


def _role(head: list[str], rules: list[str]) -> Role:
    name = f"system:controller:{head[1]}" if head[0] == "controller" else head[1]
    options = dict(zip(head[2::2], head[3::2], strict=True))
    adds = {AGGREGATE + options["adds-to"]: "true"} if "adds-to" in options else {}
    collects = (Selector(labels={AGGREGATE + options["collects"]: "true"}),) if "collects" in options else None
    return Role(
        id=f"ClusterRole/{name}",
        name=name,
        rules=tuple(map(_rule, rules)),
        selectors=collects,
        labels={**_BOOTSTRAP, **adds},
    )


def _rule(line: str) -> Rule:
    words = (_EVENTS if line == "E" else line).split()
    verbs = tuple(_WORDS.get(words[0], words[0]).split(","))
    if words[1].startswith("/"):
        return Rule(verbs=verbs, urls=tuple(words[1].split(",")))
    groups = tuple("" if group == "core" else group for group in words[1].split(","))
    names = tuple(words[3].split(",")) if len(words) > 3 else ()
    return Rule(verbs=verbs, groups=groups, resources=tuple(words[2].split(",")), names=names)


def _binding(head: list[str]) -> Binding:
    controller = head[0] == "controller"
    name = f"system:controller:{head[1]}" if controller else head[1]
    subjects = [f"ServiceAccount/kube-system/{head[1]}"] if controller else head[2:]
    return Binding(
        id=f"ClusterRoleBinding/{name}", name=name, role=name, subjects=tuple(subject_of(each) for each in subjects)
    )


def subject_of(text: str) -> Subject:
    """Read `User/ann`, `Group/system:masters` or `ServiceAccount/shop/web`.

    `ServiceAccount/web` is one in the binding's own namespace.
    """
    kind, _, rest = text.partition("/")
    if kind != "ServiceAccount" or "/" not in rest:
        return Subject(kind=kind, name=rest)
    namespace, _, name = rest.partition("/")
    return Subject(kind=kind, name=name, namespace=namespace)
