"""The whole evaluation: laws that hold whatever the estate is."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.core.access import Decision
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.aws.document import Sort
from bartizan.identity.aws.estate import Estate, Principal, Resource
from bartizan.identity.aws.evaluation import Evaluator
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.statement import Policy
from bartizan.identity.hole import CLOSE, OPEN, hole
from tests.identity.aws.scene import (
    ABROAD,
    BUCKET,
    EVE,
    HOME,
    KEY,
    NO,
    OBJECT,
    ROLE,
    ROOT,
    SESSION,
    TARGET,
    UNKNOWN,
    USER,
    YES,
    account,
    allow,
    deny,
    estate,
    policy,
    unread,
)  # fmt: skip

PEOPLE_ARNS = {USER: HOME, ROLE: HOME, EVE: ABROAD}
KEYS = ("x:a", "x:b", "aws:sourcevpce")
"""Keys that no estate tells."""
CONDITIONS: list[dict[str, Any]] = [
    *[{}] * 6,
    {"StringEquals": {"x:A": "1"}},
    {"StringEquals": {"x:A": "${aws:username}"}},
    {"StringNotEquals": {"x:A": [hole("v"), "2"]}},
    {"StringNotLike": {"aws:SourceVpce": "vpce-*"}},
    {"BoolIfExists": {"x:B": "true"}},
    {"ForAnyValue:StringEquals": {"x:A": ["1", "3"]}, "StringLike": {"aws:SourceVpce": "vpce-1"}},
    {"ArnLike": {"aws:PrincipalArn": f"arn:aws:iam::{HOME}:role/*"}},
]
ACTIONS = ["*", "*", "s3:*", "s3:GetObject", "kms:*", "sts:*", "s3:Put*", hole("action")]
PLACES = [
    *("*", "*", OBJECT, KEY, TARGET),
    *(f"{BUCKET}/*", "arn:aws:s3:::orders/${aws:username}/*", f"arn:aws:s3:::{hole('b')}/*"),
]
NAMES = [USER, ROLE, SESSION, ROOT, HOME, ABROAD, EVE, f"arn:aws:iam::{HOME}:role/{hole('r')}"]


def some_policy(chance: Random, named: bool) -> Policy:
    """Return a policy of one to three statements, each element of which is drawn."""
    version = chance.choice(["2012-10-17"] * 4 + ["2008-10-17"])
    body = [some_statement(chance, named) for _ in range(chance.randint(1, 3))]
    return policy(*body, source=str(chance.random()), version=version, sort=Sort.RESOURCE if named else Sort.ANY)


def some_statement(chance: Random, named: bool) -> dict[str, Any]:
    """Return a statement that names principals or none."""
    rarely = [False] * 5 + [True]
    body: dict[str, Any] = {
        "Effect": chance.choice(["Allow", "Allow", "Deny"]),
        "NotAction" if chance.choice(rarely) else "Action": chance.choice(ACTIONS),
        "NotResource" if chance.choice(rarely) else "Resource": chance.choice(PLACES),
        "Condition": chance.choice(CONDITIONS),
    }
    if named:
        listed = {"AWS": chance.sample(NAMES, chance.randint(1, 2))}
        who = chance.choice([listed, listed, "*", {"Service": "lambda.amazonaws.com"}])
        body["NotPrincipal" if chance.choice(rarely) else "Principal"] = who
    return body


_CHANCE = Random(4)
OWN = st.sampled_from([policy(allow()), *(some_policy(_CHANCE, named=False) for _ in range(300))])
NAMED = st.sampled_from([some_policy(_CHANCE, named=True) for _ in range(300)])
PEOPLE = st.tuples(*[
    st.builds(
        Principal, id=st.just(arn), arn=st.just(arn), account=st.just(home),
        policies=st.lists(OWN, max_size=2).map(tuple), boundary=st.none() | OWN, tags=st.just({"team": "blue"}),
    )
    for arn, home in PEOPLE_ARNS.items()
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
    st.sampled_from([*(Caller(arn=arn) for arn in (*PEOPLE_ARNS, SESSION, ROOT)), Caller(anonymous=True)]),
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
LAWS = settings(max_examples=150, deadline=None)


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


@LAWS
@given(ESTATES, REQUESTS)
def test_deny_wins_wherever_it_is(world: Estate, request: Request) -> None:
    no = policy(deny())
    people = tuple(replace(each, policies=(*each.policies, no)) for each in world.principals)
    denied = replace(world, principals=people)

    known = request.caller.arn not in ("", ROOT)
    assert decided(denied, request) is NO if known else decided(denied, request) is decided(world, request)


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


def test_estate_without_accounts_has_no_guardrails() -> None:
    world = Estate(principals=(Principal(id="u", arn=USER, account=HOME, policies=(policy(allow()),)),))

    assert decided(world, Request(caller=Caller(arn=USER), action="s3:GetObject", resource=OBJECT)) is YES
