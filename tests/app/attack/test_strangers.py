"""The Internet as somebody who acts: what policies give to everyone, and nothing else."""

from __future__ import annotations

import json

import numpy as np
import pytest

from bartizan.app.attack.strangers import Strangers
from bartizan.app.identity.world import world_of
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.sqs_queue import Queue
from bartizan.content.kinds.azure.storage_account import Account
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import ROOT, allow, arn, in_code, role, user
from bartizan.content.steps.azure.scene import bare, resource_group
from bartizan.content.steps.data.scene import kept, opened
from bartizan.core.access import Question
from bartizan.core.kind import Asset
from bartizan.core.reach import INTERNET
from bartizan.core.truth import Truth
from bartizan.identity.hole import hole

QUEUE = arn("sqs", "orders")


def strangers(*assets: Asset) -> Strangers:
    return Strangers(world_of([Internet(INTERNET), *assets]).access)


def asked(access: Strangers, action: str, target: str) -> Truth:
    """Ask one by one and in bulk: both must say the same."""
    one = access.can(Question(actor=INTERNET, action=action, target=target, given={})).truth
    grid = access.grid(action, (target,), {})
    assert Truth(grid.at(len(access.actors()) - 1, 0)) is one
    return one


@pytest.mark.parametrize(
    ("policy", "truth"),
    [
        (opened("sqs:ReceiveMessage"), Truth.YES),
        (None, Truth.NO),
        (opened("sqs:SendMessage"), Truth.NO),
        (opened("sqs:*", to=ROOT), Truth.NO),
        (opened("sqs:*", to="arn:aws:iam::444455556666:root"), Truth.NO),
        (opened("sqs:*", when={"StringEquals": {"aws:PrincipalOrgID": "o-shop"}}), Truth.NO),
        (opened("sqs:*", when={"StringEquals": {"aws:PrincipalAccount": "111122223333"}}), Truth.NO),
        (opened("sqs:*", when={"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/*"}}), Truth.YES),
        (opened("sqs:*", when={"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/deploy"}}), Truth.UNKNOWN),
        (opened("sqs:*", when={"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}}), Truth.NO),
    ],
)
def test_a_queue_lets_in_whom_its_policy_lets_in(policy: str | None, truth: Truth) -> None:
    access = strangers(kept(Queue, QUEUE, policy=policy))

    assert asked(access, "sqs:ReceiveMessage", QUEUE) is truth


def test_a_policy_that_could_not_be_seen_leaves_it_open() -> None:
    access = strangers(Queue(QUEUE, name="orders"))

    assert asked(access, "sqs:ReceiveMessage", QUEUE) is Truth.UNKNOWN


@pytest.mark.parametrize(("trusts", "truth"), [("*", Truth.YES), (ROOT, Truth.NO), ("ec2.amazonaws.com", Truth.NO)])
def test_a_role_is_taken_by_strangers_where_it_trusts_everyone(trusts: str, truth: Truth) -> None:
    access = strangers(*role("app", trusts=trusts))

    assert asked(access, "sts:AssumeRole", arn("iam", "role/app")) is truth


def test_a_stranger_is_in_no_account_that_is_not_known_yet() -> None:
    """In code nothing is known of the account: a stranger is in another one all the same."""
    access = strangers(*in_code(*role("app", trusts=ROOT)), kept(Queue, "aws_sqs_queue.orders"))

    assert asked(access, "sqs:ReceiveMessage", "aws_sqs_queue.orders") is Truth.NO


def test_azure_gives_strangers_no_role() -> None:
    account = bare(Account)

    access = strangers(account, resource_group())

    assert asked(access, "Microsoft.Storage/storageAccounts/listKeys/action", account.id) is Truth.NO


def test_what_others_may_do_stays_as_it_is() -> None:
    assets = (*user("ann", allow("sqs:*")), kept(Queue, QUEUE, policy=opened("sqs:SendMessage")), *role("app"))
    inside = world_of(assets).access
    access = strangers(*assets)

    plain = inside.grid("sqs:ReceiveMessage", (QUEUE,), {})
    grid = access.grid("sqs:ReceiveMessage", (QUEUE,), {})

    assert access.actors() == (*inside.actors(), INTERNET)
    for number in range(len(inside.actors())):
        assert grid.at(number, 0) == plain.at(number, 0)


def test_some_actors_are_asked_about_in_their_order() -> None:
    ann, queue = user("ann", allow("sqs:*")), kept(Queue, QUEUE)
    access = strangers(*ann, queue)

    grid = access.grid("sqs:ReceiveMessage", (QUEUE, QUEUE), {}, (INTERNET, ann[0].id, INTERNET))

    assert [grid.at(row, 1) for row in range(3)] == [-1, 1, -1]


def test_nothing_to_ask_about_is_an_empty_answer() -> None:
    access = strangers(*role("app"))

    grid = access.grid("sqs:ReceiveMessage", (), {})

    assert len(grid.columns) == 0
    assert len(grid.rows) == len(access.actors())


def test_where_there_is_no_provider_nothing_is_given() -> None:
    access = strangers()

    assert asked(access, "s3:GetObject", "arn:aws:s3:::b") is Truth.NO


def test_one_policy_that_cannot_be_read_does_not_spread() -> None:
    broken = kept(Queue, arn("sqs", "broken"), policy="{")
    whole = kept(Queue, QUEUE, policy=json.dumps({"Statement": []}))
    access = strangers(broken, whole, *role("app"))

    truths = access.grid("sqs:ReceiveMessage", (broken.id, whole.id), {})

    assert truths.at(len(access.actors()) - 1, 1) == -1
    assert truths.truths.dtype == np.int8
    assert issubclass(Role, Asset)


def test_the_account_that_code_is_for_is_not_that_of_a_stranger() -> None:
    here, given = hole("infra//account"), hole("?infra//variable")
    partner = f"arn:aws:iam::{given}:root"
    truths = {
        name: asked(strangers(kept(Queue, QUEUE, policy=opened("sqs:*", to=name))), "sqs:ReceiveMessage", QUEUE)
        for name in (here, given, partner)
    }

    assert truths == {here: Truth.NO, given: Truth.UNKNOWN, partner: Truth.NO}
