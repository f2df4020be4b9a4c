"""The whole evaluation: laws that hold whatever the estate is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.core.access import Decision
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws.document import Sort
from bartizan.identity.aws.estate import Account, Estate, Principal, Resource
from bartizan.identity.aws.evaluation import Evaluator
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.statement import Policy
from bartizan.identity.hole import CLOSE, OPEN, hole
from tests.identity.aws.scene import (
    ABROAD, BUCKET, HOME, KEY, NO, OBJECT, ROLE, ROOT, SESSION, TARGET, UNKNOWN, USER, YES, account, deny, estate, policy,
    unread,
)  # fmt: skip

KEYS = ("x:a", "aws:sourcevpce", "aws:multifactorauthpresent")
CONDITIONS = st.fixed_dictionaries(
    {},
    optional={
        "StringEquals": st.fixed_dictionaries({"x:A": st.sampled_from(["1", "2", "${aws:username}", hole("v")])}),
        "StringNotLike": st.fixed_dictionaries({"aws:SourceVpce": st.sampled_from(["vpce-1", "vpce-*"])}),
        "BoolIfExists": st.fixed_dictionaries({"aws:MultiFactorAuthPresent": st.just("true")}),
        "ForAnyValue:StringEquals": st.fixed_dictionaries({"x:A": st.just(["1", "3"])}),
        "ArnLike": st.fixed_dictionaries({"aws:PrincipalArn": st.sampled_from([USER, f"arn:aws:iam::{HOME}:role/*"])}),
    },
)
ACTIONS = st.sampled_from(["*", "s3:*", "s3:GetObject", "kms:*", "sts:*", "s3:Put*", hole("action")])
RESOURCES = st.sampled_from(
    ["*", OBJECT, f"{BUCKET}/*", "arn:aws:s3:::orders/${aws:username}/*", KEY, TARGET, f"arn:aws:s3:::{hole('b')}/*"]
)
NAMES = st.sampled_from(
    [
        USER,
        ROLE,
        SESSION,
        ROOT,
        HOME,
        ABROAD,
        f"arn:aws:iam::{ABROAD}:user/eve",
        f"arn:aws:iam::{HOME}:role/{hole('r')}",
    ]
)
PRINCIPALS = st.one_of(
    st.just({"Principal": "*"}),
    st.lists(NAMES, min_size=1, max_size=2).map(lambda names: {"Principal": {"AWS": names}}),
    st.lists(NAMES, min_size=1, max_size=2).map(lambda names: {"NotPrincipal": {"AWS": names}}),
    st.just({"Principal": {"Service": "lambda.amazonaws.com"}}),
)
WITHOUT = st.just({})


def statements(names: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    def built(
        effect: str, negated: tuple[bool, bool], action: str, what: str, who: dict[str, Any], when: dict[str, Any]
    ) -> dict[str, Any]:
        body = {"Effect": effect, "NotAction" if negated[0] else "Action": action}
        return body | {"NotResource" if negated[1] else "Resource": what, "Condition": when} | who

    rarely = st.tuples(st.sampled_from([False] * 5 + [True]), st.sampled_from([False] * 5 + [True]))
    effects = st.sampled_from(["Allow", "Allow", "Deny"])
    return st.builds(built, effects, rarely, ACTIONS, RESOURCES, names, CONDITIONS)


def policies(names: st.SearchStrategy[dict[str, Any]], sort: Sort, source: str) -> st.SearchStrategy[Policy]:
    versions = st.sampled_from(["2012-10-17"] * 4 + ["2008-10-17"])
    return st.builds(
        lambda body, version: policy(*body, source=source, version=version, sort=sort),
        st.lists(statements(names), min_size=1, max_size=3),
        versions,
    )


OWN, NAMED = policies(WITHOUT, Sort.ANY, "own"), policies(PRINCIPALS, Sort.RESOURCE, "named")
ARNS = {USER: HOME, ROLE: HOME, f"arn:aws:iam::{ABROAD}:user/eve": ABROAD}
PEOPLE = st.tuples(*[
    st.builds(
        Principal, id=st.just(arn), arn=st.just(arn), account=st.just(home), policies=st.lists(OWN, max_size=2).map(tuple),
        boundary=st.none() | OWN, tags=st.just({"team": "blue"}),
    )
    for arn, home in ARNS.items()
])  # fmt: skip
THINGS = st.tuples(*[
    st.builds(
        Resource, id=st.just(arn), arn=st.just(arn), account=st.just(HOME), policy=st.none() | NAMED,
        block_public=st.booleans(),
    )
    for arn in (BUCKET, KEY, TARGET)
])  # fmt: skip
LEVELS = st.lists(st.lists(OWN, min_size=1, max_size=2).map(tuple), max_size=2).map(tuple)
GUARDED = st.builds(lambda scp, rcp: account(service_controls=scp, resource_controls=rcp), LEVELS, LEVELS)
ESTATES = st.builds(lambda home, people, things: estate(home, *people, *things), GUARDED, PEOPLE, THINGS)
CALLERS = st.one_of(
    st.sampled_from([*(Caller(arn=arn) for arn in (*ARNS, SESSION, ROOT)), Caller(anonymous=True)]),
    st.sampled_from([Caller(account=ABROAD), Caller(service="lambda.amazonaws.com")]),
    OWN.map(lambda held: Caller(arn=ROLE, session="run", session_policies=(held,))),
)
ASKED = st.sampled_from(
    [("s3:GetObject", OBJECT), ("s3:PutObject", f"{BUCKET}/ann/x"), ("kms:Decrypt", KEY), ("sts:AssumeRole", TARGET),
     ("s3:GetObject", f"{BUCKET}/*"), ("s3:GetObject", "*"), ("s3:GetObject", f"arn:aws:s3:::{hole('b')}/x")]
)  # fmt: skip
CONTEXTS = st.dictionaries(st.sampled_from(KEYS), st.sampled_from([("1",), ("2",), ("vpce-1",), ("true",), ("ann",)]))
REQUESTS = st.builds(
    lambda caller, asked, context, absent: Request(
        caller=caller, action=asked[0], resource=asked[1], context=context, absent=frozenset(absent)
    ),
    CALLERS,
    ASKED,
    CONTEXTS,
    st.sampled_from([(), ("*",)]),
)
LAWS = settings(max_examples=250, deadline=None)


def decided(world: Estate, request: Request) -> Truth:
    return Evaluator(world).truth(request)


def told(world: Estate, request: Request) -> Decision:
    return Evaluator(world).evaluate(request)


@LAWS
@given(ESTATES, REQUESTS)
def test_unknown_is_always_explained_and_a_decision_in_a_sentence(world: Estate, request: Request) -> None:
    decision = told(world, request)

    assert decision.why.endswith(".")
    assert (decision.truth is UNKNOWN) == bool(decision.unknowns or decision.residuals)


@LAWS
@given(ESTATES, REQUESTS, CONTEXTS)
def test_filling_open_keys_never_contradicts(world: Estate, request: Request, more: dict[str, tuple[str, ...]]) -> None:
    before = replace(request, absent=frozenset())
    after = replace(before, context={**more, **before.context}, absent=frozenset({"*"}))

    assert decided(world, before) in (UNKNOWN, decided(world, after))


@LAWS
@given(ESTATES, REQUESTS, st.sampled_from(["orders", "other", "vault"]), st.sampled_from(["1", "2", "GetObject"]))
def test_filling_holes_never_contradicts(world: Estate, request: Request, bucket: str, value: str) -> None:
    names = {"b": bucket, "v": value, "action": f"s3:{value}", "r": "app"}
    before = decided(world, request)

    after = decided(_seen(world, names), _seen(request, names))

    assert before in (UNKNOWN, after)


def _seen(value: Any, names: dict[str, str]) -> Any:
    """Fill the holes of an estate or a request, wherever they are."""
    if isinstance(value, str):
        for name, found in names.items():
            value = value.replace(f"{OPEN}{name}{CLOSE}", found)
        return value
    if isinstance(value, tuple):
        return tuple(_seen(each, names) for each in value)
    if isinstance(value, dict):
        return {key: _seen(each, names) for key, each in value.items()}
    if not hasattr(value, "__dataclass_fields__") or isinstance(value, Unknown):
        return value
    return replace(value, **{field: _seen(getattr(value, field), names) for field in value.__dataclass_fields__})


@LAWS
@given(ESTATES, REQUESTS, st.sampled_from(["identity", "more", "boundary", "resource", "scp", "rcp"]))
def test_seeing_less_never_flips(world: Estate, request: Request, what: str) -> None:
    before = decided(world, request)

    after = decided(_hidden(world, what), request)

    assert after in (UNKNOWN, before)


def _hidden(world: Estate, what: str) -> Estate:
    """Return the estate with something that may say anything in place of what was seen."""
    changes: dict[str, dict[str, Any]] = {
        "identity": {"principals": tuple(replace(p, policies=(*p.policies[1:], unread())) for p in world.principals)},
        "more": {"principals": tuple(replace(p, policies=(), more=("not seen",)) for p in world.principals)},
        "boundary": {"principals": tuple(replace(p, boundary=p.boundary and unread()) for p in world.principals)},
        "resource": {"resources": tuple(replace(r, policy=Unknown("denied")) for r in world.resources)},
        "scp": {"accounts": {id: replace(a, service_controls=Unknown("x")) for id, a in world.accounts.items()}},
        "rcp": {"accounts": {id: replace(a, resource_controls=Unknown("x")) for id, a in world.accounts.items()}},
    }
    return replace(world, **changes[what])


def _is_of_estate(request: Request, world: Estate) -> bool:
    return bool(request.caller.arn) and request.caller.arn != ROOT


@LAWS
@given(ESTATES, REQUESTS)
def test_deny_wins_wherever_it_is(world: Estate, request: Request) -> None:
    no = policy(deny())
    people = tuple(replace(each, policies=(*each.policies, no)) for each in world.principals)
    denied = replace(world, principals=people)

    assert not _is_of_estate(request, world) or decided(denied, request) is NO


@LAWS
@given(ESTATES, REQUESTS, OWN)
def test_boundaries_only_narrow(world: Estate, request: Request, boundary: Policy) -> None:
    bare = replace(world, principals=tuple(replace(each, boundary=None) for each in world.principals))
    bounded = replace(world, principals=tuple(replace(each, boundary=boundary) for each in world.principals))

    assert decided(bounded, request) <= decided(bare, request)


@LAWS
@given(ESTATES, REQUESTS, LEVELS)
def test_guardrails_only_narrow(world: Estate, request: Request, levels: tuple[tuple[Policy, ...], ...]) -> None:
    free = {id: replace(each, service_controls=(), resource_controls=()) for id, each in world.accounts.items()}
    kept = {id: replace(each, service_controls=levels, resource_controls=levels) for id, each in free.items()}

    assert decided(replace(world, accounts=kept), request) <= decided(replace(world, accounts=free), request)


@LAWS
@given(ESTATES, REQUESTS, OWN)
def test_session_policies_only_narrow(world: Estate, request: Request, held: Policy) -> None:
    plain = replace(request, caller=Caller(arn=ROLE, session="run"))
    narrowed = replace(request, caller=Caller(arn=ROLE, session="run", session_policies=(held,)))

    assert decided(world, narrowed) <= decided(world, plain)


def test_accounts_are_no_part_of_the_answer_where_there_is_none() -> None:
    world = Estate(
        principals=(
            Principal(
                id="u", arn=USER, account=HOME, policies=(policy({"Effect": "Allow", "Action": "*", "Resource": "*"}),)
            ),
        )
    )

    assert decided(world, Request(caller=Caller(arn=USER), action="s3:GetObject", resource=OBJECT)) is YES
    assert Account(id=HOME).service_controls == ()
