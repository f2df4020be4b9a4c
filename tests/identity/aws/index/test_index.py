"""The index answers what the evaluator answers, for every principal, action, resource and whatever else is known."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bartizan.core.truth import Truth
from bartizan.identity.aws.document import parse
from bartizan.identity.aws.estate import Account, Estate, Principal, Resource
from bartizan.identity.aws.evaluation import Evaluator
from bartizan.identity.aws.index.index import Index
from bartizan.identity.aws.request import Caller, Request
from bartizan.identity.aws.statement import Policy
from tests.identity.aws.index.estates import ACCOUNTS, MANAGED, Asking, Maker, arns, asking

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SEEDS = st.integers(0, 2**32)

real = pytest.mark.skipif(not MANAGED.exists(), reason=f"AWS's managed policies are not in {MANAGED}; fetch them first")


def one_by_one(estate: Estate, asked: Asking) -> list[int]:
    evaluator = Evaluator(estate)
    return [
        int(evaluator.truth(Request(caller=Caller(arn=each.arn), action=asked.action, resource=asked.resource,
                                    context=asked.given, absent=asked.absent)))
        for each in estate.principals
    ]  # fmt: skip


def policy(text: str) -> Policy:
    return Policy(source="p", document=parse(text))


def user(name: str, *texts: str, account: str = "111111111111") -> Principal:
    arn = f"arn:aws:iam::{account}:user/{name}"
    return Principal(id=name, arn=arn, account=account, policies=tuple(policy(text) for text in texts))


def role(name: str, *texts: str, account: str = "111111111111") -> Principal:
    arn = f"arn:aws:iam::{account}:role/{name}"
    return Principal(id=name, arn=arn, account=account, policies=tuple(policy(text) for text in texts))


def trusting(name: str, whom: str) -> Resource:
    said = policy(f'{{"Statement": [{{"Effect": "Allow", "Principal": {whom}, "Action": "sts:AssumeRole"}}]}}')
    arn = f"arn:aws:iam::111111111111:role/{name}"
    return Resource(id=f"{name}#", arn=arn, account="111111111111", policy=said)


TAKE_ANY = '{"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}]}'
READ_ALL = '{"Statement": [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}]}'
HOME = ('{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", '
        '"Resource": "arn:aws:s3:::home/${aws:username}/*"}]}')  # fmt: skip


@real
@SLOW
@given(SEEDS, SEEDS)
def test_who_can_is_what_the_evaluator_says_of_each(seed: int, question: int) -> None:
    estate, choose = Maker(Random(seed)).estate(), Random(question)
    index = Index(estate)

    for _ in range(6):
        asked = asking(choose)
        answered = index.who_can(asked.action, asked.resource, asked.given, asked.absent)

        assert answered.truths.tolist() == one_by_one(estate, asked), asked


@real
@SLOW
@given(SEEDS, SEEDS)
def test_a_grid_has_the_same_truths_as_single_questions(seed: int, question: int) -> None:
    estate, asked = Maker(Random(seed)).estate(), asking(Random(question))
    index = Index(estate)
    targets = [arn for account in ACCOUNTS for arn in arns(account)] + [
        asked.resource,
        "arn:aws:s3:::data-111111111111/ann/x",
    ]

    grid = index.grid(asked.action, targets, asked.given, absent=asked.absent)

    for column, target in enumerate(targets):
        single = index.who_can(asked.action, target, asked.given, asked.absent).truths.tolist()
        assert [grid.at(row, column) for row in range(len(estate.principals))] == single, target


@real
@SLOW
@given(SEEDS)
def test_those_who_can_take_a_role_are_those_who_may_assume_it(seed: int) -> None:
    estate = Maker(Random(seed)).estate()
    index = Index(estate)
    known = {each.arn for each in estate.resources}

    edges = {(int(taker), int(taken)): int(truth)
             for group in index.assumers().groups for taken in group.roles
             for taker, truth in zip(group.takers, group.truths, strict=True)}  # fmt: skip

    for at, each in enumerate(estate.principals):
        if ":role/" in each.arn and each.arn in known:
            single = index.who_can("sts:AssumeRole", each.arn).truths.tolist()
            assert [edges.get((taker, at), -1) for taker in range(len(estate.principals))] == single


@real
@SLOW
@given(SEEDS, SEEDS)
def test_actors_that_are_no_principals_are_judged_for_each_target(seed: int, question: int) -> None:
    estate, asked = Maker(Random(seed)).estate(), asking(Random(question))
    evaluator, targets = Evaluator(estate), [arn for account in ACCOUNTS for arn in arns(account)]

    grid = Index(estate).grid(asked.action, targets, asked.given, actors=("service:lambda.amazonaws.com", "anonymous"))

    for row, caller in enumerate((Caller(service="lambda.amazonaws.com"), Caller(anonymous=True))):
        for column, target in enumerate(targets):
            request = Request(caller=caller, action=asked.action, resource=target, context=asked.given)
            assert grid.at(row, column) == evaluator.truth(request)


@real
@SLOW
@given(SEEDS, SEEDS)
def test_what_a_principal_can_do_is_among_its_grants(seed: int, question: int) -> None:
    estate, asked = Maker(Random(seed)).estate(), asking(Random(question))
    things = Estate(accounts=estate.accounts, principals=estate.principals)
    index = Index(things)
    truths = index.who_can("iam:CreateUser", "arn:aws:iam::111111111111:user/new", asked.given).truths

    for at in np.flatnonzero(truths == 1):
        found = index.what_can(things.principals[at].arn)
        assert found is not None
        assert found.everything or any("iam:CreateUser" in grant.names() for grant in found.grants)


def test_an_estate_without_principals_answers_with_nobody() -> None:
    index = Index(Estate())

    answered = index.who_can("s3:GetObject", "*")

    assert answered.truths.tolist() == []
    assert index.grid("s3:GetObject", ["arn:aws:s3:::b"]).truths.shape == (0, 1)
    assert index.assumers().groups == ()


def test_an_action_that_no_list_knows_is_matched_by_patterns() -> None:
    estate = Estate(principals=(user("ann", READ_ALL.replace("s3:Get*", "brandnew:Do*")), user("bob", READ_ALL)))

    answered = Index(estate).who_can("BrandNew:DoThing", "arn:aws:brandnew:::x")

    asked = Asking(action="BrandNew:DoThing", resource="arn:aws:brandnew:::x", given={}, absent=frozenset())
    assert answered.truths.tolist() == one_by_one(estate, asked)


def test_a_user_name_in_a_pattern_is_that_of_who_asks() -> None:
    names = [f"user-{number}" for number in range(200)]
    bucket = Resource(id="home", arn="arn:aws:s3:::home", account="111111111111")
    estate = Estate(principals=tuple(user(name, HOME) for name in names), resources=(bucket,))
    index = Index(estate)

    answered = index.who_can("s3:GetObject", "arn:aws:s3:::home/user-17/x")

    assert [names[at] for at in answered.among()] == ["user-17"]
    assert set(index.who_can("s3:GetObject", "arn:aws:s3:::home/*").truths.tolist()) == {0}


def test_groups_are_judged_and_never_listed() -> None:
    group = Principal(
        id="g",
        arn="arn:aws:iam::111111111111:group/g",
        account="111111111111",
        policies=(policy(READ_ALL),),
        group=True,
    )
    bucket = Resource(id="b", arn="arn:aws:s3:::b", account="111111111111")
    estate = Estate(principals=(group, user("ann", READ_ALL)), resources=(bucket,))

    answered = Index(estate).who_can("s3:GetObject", "b")

    assert answered.truths.tolist() == [1, 1]
    assert answered.among().tolist() == [1]


def test_an_answer_explains_itself() -> None:
    bucket = Resource(id="b", arn="arn:aws:s3:::b", account="111111111111")
    estate = Estate(principals=(user("ann", READ_ALL),), resources=(bucket,))

    decision = Index(estate).who_can("s3:GetObject", "b").decision(0)

    assert decision.truth is Truth.YES
    assert [clause.source for clause in decision.clauses] == ["p"]


def test_services_and_other_accounts_that_a_policy_names_are_told() -> None:
    said = ('{"Statement": [{"Effect": "Allow", "Principal": {"AWS": "999999999999", "Service": "sns.amazonaws.com"}, '
            '"Action": "sqs:*", "Resource": "*"}]}')  # fmt: skip
    queue = "arn:aws:sqs:eu-west-1:111111111111:q"
    thing = Resource(id="q", arn=queue, account="111111111111", policy=policy(said))
    index = Index(Estate(principals=(user("ann"),), resources=(thing,)))

    others = index.who_can("sqs:SendMessage", queue).others

    assert set(others) == {"service:sns.amazonaws.com", "account:999999999999"}
    assert others["service:sns.amazonaws.com"].truth is Truth.YES


def test_roles_are_followed_in_circles_without_end() -> None:
    roles = (role("one", TAKE_ANY), role("two", TAKE_ANY), role("reader", READ_ALL))
    things = (trusting("one", '{"AWS": "arn:aws:iam::111111111111:root"}'),
              trusting("two", '{"AWS": "arn:aws:iam::111111111111:role/one"}'),
              trusting("reader", '{"AWS": "arn:aws:iam::111111111111:role/two"}'),
              Resource(id="b", arn="arn:aws:s3:::b", account="111111111111"))  # fmt: skip
    estate = Estate(principals=(user("ann", TAKE_ANY), user("bob"), *roles), resources=things)
    index = Index(estate)

    reached = index.reaching(index.who_can("s3:GetObject", "b"))

    assert reached.truths.tolist() == [1, -1, 1, 1, 1]
    assert [estate.principals[at].id for at in reached.chain(0)] == ["one", "two", "reader"]


def test_a_boundary_and_control_policies_cut_grants_down() -> None:
    narrow = policy(READ_ALL)
    no_deletes = policy('{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}, '
                        '{"Effect": "Deny", "Action": "s3:GetBucketAcl", "Resource": "*"}]}')  # fmt: skip
    account = Account(id="111111111111", service_controls=((no_deletes,),))
    everything = READ_ALL.replace("s3:Get*", "s3:*")
    ann = Principal(id="ann", arn="arn:aws:iam::111111111111:user/ann", account="111111111111",
                    policies=(policy(everything),), boundary=narrow)  # fmt: skip

    found = Index(Estate(accounts={account.id: account}, principals=(ann,))).what_can("ann")

    assert found is not None
    names = found.grants[0].names(Truth.YES)
    assert "s3:GetObject" in names
    assert "s3:PutObject" not in names
    assert "s3:GetBucketAcl" not in names
