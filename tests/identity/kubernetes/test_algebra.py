"""Random estates: against the published comparisons written down a second time, and with parts of them unseen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.core.access import Question
from bartizan.core.truth import Truth, truth
from bartizan.identity.hole import hole
from bartizan.identity.kubernetes.access import ClusterAccess
from bartizan.identity.kubernetes.estate import Account, Binding, Estate, Role, Rule, Subject
from bartizan.identity.kubernetes.grid import grid

VERBS, GROUPS, RESOURCES = ("get", "list", "create", "*"), ("", "apps", "*"), ("pods", "pods/exec", "*/exec", "*")
SPACES, NAMES, WHO = ("shop", "ops"), ("a", "b"), ("web", "ci")


def some(values: tuple[str, ...], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), min_size=least, max_size=2, unique=True).map(tuple)


rules = st.builds(
    Rule, verbs=some(VERBS), groups=some(GROUPS), resources=some(RESOURCES), names=some(NAMES), urls=st.just(())
)
subjects = st.one_of(
    st.builds(
        Subject, kind=st.just("ServiceAccount"), name=st.sampled_from(WHO), namespace=st.sampled_from(("", *SPACES))
    ),
    st.builds(
        Subject,
        kind=st.just("Group"),
        name=st.sampled_from(("system:serviceaccounts", "system:serviceaccounts:ops", "devs")),
    ),
    st.builds(Subject, kind=st.just("User"), name=st.sampled_from(("ann", "system:serviceaccount:shop:web"))),
)


@st.composite
def estates(draw: st.DrawFn) -> Estate:
    spaces = st.sampled_from(("", *SPACES))
    made = draw(st.lists(st.tuples(spaces, st.lists(rules, max_size=2).map(tuple)), min_size=1, max_size=3))
    roles = tuple(
        Role(id=f"role{number}", name=f"r{number}", namespace=space, rules=own, realm=0)
        for number, (space, own) in enumerate(made)
    )
    given = draw(st.lists(st.tuples(spaces, st.sampled_from(roles), st.lists(subjects, max_size=2)), max_size=3))
    bindings = tuple(
        Binding(
            id=f"binding{number}",
            name=f"b{number}",
            namespace=space,
            role=role.name,
            role_kind="Role" if role.namespace else "ClusterRole",
            subjects=tuple(to),
            realm=0,
        )
        for number, (space, role, to) in enumerate(given)
    )
    accounts = tuple(
        Account(id=f"{space}/{who}", name=who, namespace=space, realm=0) for space in SPACES for who in WHO
    )
    return Estate(roles=roles, bindings=bindings, accounts=accounts)


questions = st.builds(
    Question,
    actor=st.sampled_from([f"{space}/{who}" for space in SPACES for who in WHO]),
    action=st.sampled_from(("get core/pods", "create core/pods", "create core/pods/exec", "get apps/deployments")),
    target=st.sampled_from([f"{space}/x/{name}" for space in SPACES for name in NAMES]),
    given=st.just({}),
)


def published(estate: Estate, question: Question) -> bool:
    """The documentation, step by step: subjects, then the namespace, then the rules."""
    space, who = question.actor.split("/")
    verb, path = question.action.split(" ")
    group, _, resource = path.partition("/")
    where, _, name = question.target.split("/")
    names: Any = "" if verb == "create" and "/" not in resource else name
    groups = {"system:serviceaccounts", f"system:serviceaccounts:{space}", "system:authenticated"}
    for binding in estate.bindings:
        fits = any(
            (each.kind == "User" and each.name == f"system:serviceaccount:{space}:{who}")
            or (each.kind == "Group" and each.name in groups)
            or (each.kind == "ServiceAccount" and (each.namespace or binding.namespace, each.name) == (space, who))
            for each in binding.subjects
        )
        if not fits or binding.namespace not in ("", where):
            continue
        for role in estate.roles:
            home = binding.namespace if binding.role_kind == "Role" else ""
            if role.name != binding.role or role.namespace != home or (binding.role_kind == "Role" and not home):
                continue
            for rule in role.rules:
                sub = resource.partition("/")[2]
                if (
                    {verb, "*"} & set(rule.verbs)
                    and {"" if group == "core" else group, "*"} & set(rule.groups)
                    and {resource, "*", *([f"*/{sub}"] if sub else [])} & set(rule.resources)
                    and (not rule.names or names in rule.names)
                ):
                    return True
    return False


@settings(max_examples=400, deadline=None)
@given(estates(), questions)
def test_an_estate_that_was_seen_is_answered_as_published(estate: Estate, question: Question) -> None:
    assert ClusterAccess(estate).can(question).truth is truth(published(estate, question))


@settings(max_examples=300, deadline=None)
@given(estates(), questions, st.data())
def test_seeing_less_never_turns_an_answer_round(estate: Estate, question: Question, data: st.DataObject) -> None:
    """One text of a rule, of a subject or of a binding is hidden, or the rest of a role or binding."""
    before = ClusterAccess(estate).can(question).truth

    after = ClusterAccess(data.draw(st.sampled_from(list(hidden(estate))))).can(question).truth

    assert after in (before, Truth.UNKNOWN)


def hidden(estate: Estate) -> list[Estate]:
    found = [estate]
    for number, role in enumerate(estate.roles):
        less = [replace(role, rules=(), more="unread")]
        for at, rule in enumerate(role.rules):
            for key in ("verbs", "groups", "resources", "names"):
                if getattr(rule, key):
                    veiled = replace(rule, **{key: (hole(f"{at}{key}"), *getattr(rule, key)[1:])})
                    less.append(replace(role, rules=(*role.rules[:at], veiled, *role.rules[at + 1 :])))
        found += [replace(estate, roles=(*estate.roles[:number], each, *estate.roles[number + 1 :])) for each in less]
    for number, binding in enumerate(estate.bindings):
        veiled_binding = replace(binding, role=hole("role"))
        less_known = [veiled_binding, replace(binding, subjects=(), more="unread")]
        if binding.namespace:
            less_known.append(replace(binding, namespace=hole("namespace"), role_kind="ClusterRole", role=hole("role")))
        for each in less_known:
            found.append(replace(estate, bindings=(*estate.bindings[:number], each, *estate.bindings[number + 1 :])))
    return found


@settings(max_examples=100, deadline=None)
@given(estates(), st.sampled_from(("get core/pods", "create core/pods", "create core/pods/exec", "get /api", "bad")))
def test_a_grid_answers_as_single_questions_do(estate: Estate, action: str) -> None:
    access = ClusterAccess(estate)
    targets = [f"{space}/x/{name}" for space in (*SPACES, "none") for name in (*NAMES, "c")] + ["*", "shop/*"]
    actors = [*access.actors(), "user:bob", "anonymous", "who", "system:masters", "system:node:n1"]

    found = grid(access, action, targets, {}, actors)

    for row, actor in enumerate(actors):
        for column, target in enumerate(targets):
            alone = access.can(Question(actor=actor, action=action, target=target)).truth
            assert found.at(row, column) == alone, (actor, target)
