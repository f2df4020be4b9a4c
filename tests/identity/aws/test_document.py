"""Documents: whatever the text is, the outcome is statements, problems in sentences, and what is unseen."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.core.truth import Unknown
from bartizan.identity.aws import statement as statement_model
from bartizan.identity.aws.document import Sort, parse
from bartizan.identity.aws.statement import Document, Principals
from bartizan.identity.hole import hole
from tests.identity.aws.scene import allow, deny, text

ROLE = hole('module.a["x"].aws_iam_role.app|arn')


def read(body: str, sort: Sort = Sort.ANY) -> Document:
    document = parse(body, sort)
    assert isinstance(document, Document)
    return document


def test_single_statement_and_single_values_are_read_as_lists() -> None:
    body = '{"Statement": {"Effect": "Allow", "Action": "S3:Get*", "Resource": "*"}}'

    (statement,) = read(body).statements

    assert (statement.allows, statement.actions, statement.resources) == (True, ("s3:get*",), ("*",))


def test_document_without_version_is_of_the_older_one() -> None:
    assert read('{"Statement": []}').version == "2008-10-17"


def test_no_policy_is_a_document_without_statements() -> None:
    assert parse(None) == Document()


def test_unseen_policy_stays_unseen() -> None:
    assert parse(Unknown("denied")) == Unknown("denied")


def test_equal_statements_are_one_object() -> None:
    one, other = read(text(allow("s3:*"))), read(text(deny("s3:*"), allow("s3:*")))

    assert one.statements[0] is other.statements[1]


def test_condition_is_read_to_its_parts() -> None:
    condition = {"ForAnyValue:StringLikeIfExists": {"aws:TagKeys": ["a", "b"]}, "Bool": {"aws:SecureTransport": True}}

    (statement,) = read(text(allow(Condition=condition))).statements

    assert statement.tests == (
        statement_model.Test(
            operator="stringlike", key="aws:tagkeys", values=("a", "b"), if_exists=True, each="foranyvalue"
        ),
        statement_model.Test(operator="bool", key="aws:securetransport", values=("true",)),
    )


def test_account_id_without_quotes_is_twelve_digits() -> None:
    body = (
        '{"Statement": {"Effect": "Allow", "Principal": {"AWS": [123456789012, 999]}, "Action": "*", "Resource": "*"}}'
    )

    (statement,) = read(body).statements

    assert statement.principals == Principals(aws=("123456789012", "000000000999"))


def test_empty_list_names_nothing_but_no_list_means_the_one_thing() -> None:
    empty, none = read(text(allow(resource=[]))), read('{"Statement": {"Effect": "Allow", "Action": "*"}}')

    assert (empty.statements[0].resources, none.statements[0].resources) == (("",), ())


def test_incomplete_arn_is_filled_up_as_aws_does() -> None:
    (statement,) = read(text(allow(resource=["arn:aws:sqs", "arn:aws:s3:*"]))).statements

    assert statement.resources == ("arn:aws:sqs:*:*:*", "arn:aws:s3:*:*:*")


def test_url_encoded_document_is_read() -> None:
    assert read("%7B%22Statement%22%3A%5B%5D%7D") == read('{"Statement":[]}')


@pytest.mark.parametrize("written", [f'"{ROLE}/*"', '"' + ROLE.replace('"', '\\"') + '/*"', json.dumps(f"{ROLE}/*")])
def test_hole_keeps_its_name_however_it_is_escaped(written: str) -> None:
    body = f'{{"Statement": {{"Effect": "Allow", "Action": "*", "Resource": {written}}}}}'

    assert read(body).statements[0].resources == (f"{ROLE}/*",)


def test_hole_for_a_whole_value_is_a_pattern_that_may_be_anything() -> None:
    body = f'{{"Statement": {{"Effect": "Allow", "Action": {hole("x")}, "Resource": [{hole("y")}, "*"]}}}}'

    (statement,) = read(body).statements

    assert (statement.actions, statement.resources) == ((hole("x"),), (hole("y"), "*"))


def test_hole_for_statements_leaves_the_document_unseen_and_the_numbers_right() -> None:
    body = f'{{"Statement": [{hole("more")}, {json.dumps(allow("s3:*"))}]}}'

    document = read(body)

    assert len(document.statements) == 1
    assert document.numbers == (1,)
    assert "${more}" in document.unseen[0]


def test_hole_for_the_effect_may_allow_and_may_deny() -> None:
    body = f'{{"Statement": {{"Effect": "{hole("e")}", "Action": "*", "Resource": "*"}}}}'

    document = read(body)

    assert [statement.allows for statement in document.statements] == [True, False]
    assert all(statement.unseen for statement in document.statements)


@pytest.mark.parametrize("where", ["Condition", "Principal"])
def test_hole_for_an_object_leaves_the_statement_unseen(where: str) -> None:
    body = f'{{"Statement": {{"Effect": "Allow", "Action": "*", "Resource": "*", "{where}": {hole("z")}}}}}'

    (statement,) = read(body, Sort.BUCKET).statements

    assert statement.unseen


@pytest.mark.parametrize(
    ("statement", "sort", "says"),
    [
        (allow("s3:*", NotAction="s3:Get*"), Sort.ANY, "both Action and NotAction"),
        ({"Effect": "Allow", "Resource": "*"}, Sort.ANY, "neither Action nor NotAction"),
        ({"Effect": "Allow", "Action": "*"}, Sort.MANAGED, "neither Resource nor NotResource"),
        ({"Action": "*", "Resource": "*"}, Sort.ANY, "no Effect"),
        (allow(Principal="*"), Sort.MANAGED, "does not: take it out"),
        (allow(), Sort.BUCKET, "names no Principal"),
        (allow(Principal={"AWS": "arn:aws:iam::111111111111:role/*"}), Sort.TRUST, "wild card in the principal"),
        (allow(Principal={"Person": "ann"}), Sort.BUCKET, "Principal"),
        (allow(Principal="arn:aws:iam::111111111111:root"), Sort.BUCKET, "Principal"),
        (allow([]), Sort.ANY, "empty Action"),
        (allow("GetObject"), Sort.ANY, "without its service"),
        (allow("s*:Get"), Sort.ANY, "wild cards in the service"),
        (allow(resource="orders"), Sort.ANY, "neither an ARN nor *"),
        (allow(resource="arn:aws:s?:::x"), Sort.ANY, "wild cards in the service"),
        (allow(resource="arn:aws:iam::111111111111:u*r/x"), Sort.ANY, "wild card within the type"),
        (allow(Comment="x"), Sort.ANY, "an element Comment"),
        (allow(Condition={"StringSounds": {"a:b": "c"}}), Sort.ANY, "StringSounds"),
        (allow(Condition={"NullIfExists": "x"}), Sort.ANY, "Condition NullIfExists"),
        ({"effect": "allow", "Action": "*", "Resource": "*"}, Sort.ANY, "documented spelling"),
    ],
)
def test_what_aws_would_refuse_is_a_problem_in_a_sentence(statement: dict[str, object], sort: Sort, says: str) -> None:
    problems = read(text(statement), sort).problems

    assert any(says in problem and problem.endswith(".") for problem in problems)


def test_whole_service_wildcards_and_odd_ends_are_no_problem() -> None:
    document = read(
        text(allow(["*", "*:*", "s3:*Object?"], ["*", "arn:aws:s3:::*x?", "arn:aws:logs:*:111111111111:*"]))
    )

    assert document.problems == ()


def test_statement_that_aws_would_refuse_never_applies_for_certain() -> None:
    (statement,) = read(text(allow("s3:*", NotAction="s3:Get*"))).statements

    assert statement.unseen


def test_same_sid_twice_is_a_problem() -> None:
    document = read(text(allow(Sid="a"), deny(Sid="a")))

    assert "Sid a" in document.problems[0]


def test_key_twice_is_a_problem_and_the_last_counts() -> None:
    document = read('{"Statement": {"Effect": "Allow", "Effect": "Deny", "Action": "*", "Resource": "*"}}')

    assert not document.statements[0].allows
    assert "twice" in document.problems[0]


@pytest.mark.parametrize(
    ("sort", "limit"),
    [(Sort.MANAGED, 6144), (Sort.USER, 2048), (Sort.ROLE, 10240), (Sort.GROUP, 5120), (Sort.SERVICE_CONTROL, 5120),
     (Sort.BUCKET, 20480), (Sort.KEY, 32768)],
)  # fmt: skip
def test_document_over_the_size_limit_is_a_problem(sort: Sort, limit: int) -> None:
    def sized(size: int) -> str:
        return text(allow(Sid="x" * (size - len(text(allow(Sid="")).replace(" ", ""))), **by))

    by = {"Principal": "*"} if sort in (Sort.BUCKET, Sort.KEY) else {}
    over = len(text(allow(Sid="", **by)).replace(" ", "")) - len(text(allow(Sid="")).replace(" ", ""))

    within, beyond = read(sized(limit - over), sort), read(sized(limit - over + 1), sort)

    assert within.problems == ()
    assert str(limit) in beyond.problems[0]


@pytest.mark.parametrize(
    "body",
    ["", " ", "[", "[]", "null", '"x"', "1" * 6000, "NaN", "[" * 100000, '{"Statement":' + "[" * 100000, "{'a': 1}",
     '{"Statement": [1, null, "x", []]}', '{"Version": 2012}', '{"Statement": {"Principal": {"AWS": {}}}}', "\ue000",
     '{"Statement": [{"Effect": [], "Action": {}, "Resource": 3, "Condition": {"Bool": {"a": {}}}}]}', "\ue001\ue000"],
)  # fmt: skip
def test_what_is_no_policy_is_a_problem_and_never_nothing_for_certain(body: str) -> None:
    document = read(body, Sort.MANAGED)

    assert document.problems or document.unseen
    assert all(statement.unseen for statement in document.statements)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text("aA*:${}\ue000\ue001", max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "Version",
                        "Statement",
                        "Effect",
                        "Action",
                        "Resource",
                        "Principal",
                        "Condition",
                        "Bool",
                        "AWS",
                        "x",
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    ),
    st.sampled_from(Sort),
)
def test_reading_never_raises(value: object, sort: Sort) -> None:
    assert isinstance(parse(json.dumps(value, ensure_ascii=False), sort), Document)


@given(st.text('{}[]":,\\ \ue000\ue001aStatement', max_size=40))
def test_reading_any_text_never_raises(body: str) -> None:
    assert isinstance(parse(body), Document)


def test_megabytes_of_statements_take_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        body = text(*(allow(["s3:GetObject", "s3:PutObject"], f"arn:aws:s3:::b-{n}/*") for n in range(count)))
        start = time.process_time()
        assert len(read(body).statements) == count
        return time.process_time() - start

    small, large = seconds(2000), seconds(20000)

    assert large < 40 * max(small, 0.02)
