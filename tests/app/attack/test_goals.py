"""What matters in a target: told by settings, kinds, tags and names, and chosen by what is asked for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.app.attack.classifying import classify
from bartizan.app.attack.goals import chosen, goals, notes
from bartizan.app.errors import TargetError
from bartizan.app.options import Options
from bartizan.content.kinds.aws.cloudwatch_log_group import LogGroup
from bartizan.content.kinds.aws.ecr_repository import Repository
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.kinds.aws.secretsmanager_secret import Secret
from bartizan.content.kinds.aws.ssm_parameter import Parameter
from bartizan.content.kinds.aws.terraform_provider import Provider
from bartizan.content.kinds.data_store import DataStore
from bartizan.content.kinds.kubernetes.secret import Secret as ClusterSecret
from bartizan.core.kind import Asset
from bartizan.core.place import Place
from bartizan.core.sensitivity import Matter
from bartizan.core.truth import Partial, Unknown
from bartizan.graph.graph import Graph


def bucket(name: str = "assets", *tags: str, id: str = "") -> Bucket:
    return Bucket(id or f"aws_s3_bucket.{name.replace('-', '_')}", name=name, tags=frozenset(tags))


def found(*assets: Asset, **settings: Any) -> dict[str, tuple[str, ...]]:
    return {goal.node.id: goal.classes for goal in goals(Graph(assets), Options(**settings))}


def test_a_tag_tells_what_a_store_holds() -> None:
    store = bucket("b", "DataClass=customer-data")

    told = goals(Graph([store]), Options())

    assert [goal.classes for goal in told] == [("customer",)]
    assert told[0].because[0].value == "DataClass=customer-data"
    assert store.holds == frozenset({"customer"})


@pytest.mark.parametrize(
    ("tag", "classes"),
    [
        ("data-classification=PII", ("personal",)),
        ("pii=true", ("personal",)),
        ("pii=false", ()),
        ("contains-phi=yes", ("health",)),
        ("compliance=pci-dss", ("payment",)),
        ("Sensitivity=Highly Confidential", ("confidential",)),
        ("example.com/data-classification=restricted", ("confidential",)),
        ("data-classification=public", ()),
        ("Backup=true", ()),
        ("team=payments", ()),
        ("data-classification=", ()),
        ("=", ()),
    ],
)
def test_tags_as_people_write_them(tag: str, classes: tuple[str, ...]) -> None:
    assert found(bucket("b", tag)).get("aws_s3_bucket.b", ()) == classes


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("shop-customers-111122223333", ("customer",)),
        ("ShopCustomerData", ("customer",)),
        ("patient_records", ("health",)),
        ("creditcards", ("payment",)),
        ("credit-card-vault", ("payment", "secret")),
        ("prod-terraform-state", ("secret", "production")),
        ("customer-managed-key", ()),
        ("health-checks", ()),
        ("catalog", ()),
        ("images", ()),
        ("", ()),
    ],
)
def test_names_as_people_write_them(name: str, classes: tuple[str, ...]) -> None:
    assert found(bucket(name, id="aws_s3_bucket.this")).get("aws_s3_bucket.this", ()) == classes


def test_a_tag_that_says_public_counts_before_a_name() -> None:
    assert found(bucket("customer-facing-assets", "classification=public")) == {}


def test_a_tag_that_says_no_takes_the_name_away() -> None:
    assert found(bucket("payment-pages", "payment=false")) == {}


def test_what_is_kept_for_secrets_holds_one_and_nothing_by_its_name() -> None:
    secret = Secret("aws_secretsmanager_secret.customer_db", name="customer-db", tags=frozenset())
    cluster = ClusterSecret("shop/Secret/session", name="session", tags=frozenset())
    parameter = Parameter("aws_ssm_parameter.a", name="a", encrypted=True, tags=frozenset())

    told = found(secret, cluster, parameter)

    assert set(told.values()) == {("secret",)}
    assert len(told) == 3


def test_a_parameter_of_which_it_is_not_seen_whether_it_is_secret_stays_open() -> None:
    parameter = Parameter("aws_ssm_parameter.a", name="a", tags=frozenset())

    told = found(parameter)

    assert told == {}
    assert isinstance(parameter.holds, Partial)


def test_tags_that_could_not_be_seen_leave_it_open() -> None:
    store = Bucket("aws_s3_bucket.b", name="b", tags=Unknown("the variable tags has no value"))

    told = found(store)

    assert told == {}
    assert isinstance(store.holds, Partial)
    assert "the variable tags has no value" in store.holds.why


def test_images_of_a_service_named_orders_are_no_orders() -> None:
    image = Repository("aws_ecr_repository.orders", name="shop/orders", tags=frozenset())
    log = LogGroup("aws_cloudwatch_log_group.b", name="/aws/lambda/customer-backup", tags=frozenset())

    assert found(image, log) == {image.id: ("source-code",), log.id: ("logs",)}


def test_labels_count_where_the_name_is_not_known() -> None:
    store = Bucket("infra//module.customers.aws_s3_bucket.this", name=Unknown("known after apply"), tags=frozenset())

    assert found(store) == {store.id: ("customer",)}


def test_settings_count_before_all() -> None:
    store = bucket("images", "classification=public")

    assert found(store, matters=(Matter(asset="images", classes=("crown-jewel",)),)) == {store.id: ("crown-jewel",)}
    assert found(bucket("customers"), does_not_matter=("*customers*",)) == {}


def test_settings_name_anything_that_is_there() -> None:
    role = Role("aws_iam_role.deploy", name="deploy", path="/")

    told = found(role, bucket(), matters=(Matter(asset="deploy", classes=("confidential",)),))

    assert told == {role.id: ("confidential",)}


def test_settings_may_say_an_arn() -> None:
    told = found(bucket("orders-v2"), matters=(Matter(asset="arn:aws:s3:::orders-*", classes=("payment",)),))

    assert list(told.values()) == [("payment",)]


@pytest.mark.parametrize(
    ("store", "expected"),
    [
        (bucket("b", "env=prod"), True),
        (bucket("b", "Environment=Production"), True),
        (bucket("prod-b", "env=dev"), False),
        (bucket("shop-prd-data"), True),
    ],
)
def test_production_is_told_by_tag_and_name(store: Bucket, expected: bool) -> None:
    classify(Graph([store]), Options())

    assert store.production is expected


@pytest.mark.parametrize("name", ["data", "shop-nonprod-data", "pre-prod-data", "reproduce"])
def test_production_stays_open_where_nothing_tells(name: str) -> None:
    store = bucket(name)

    classify(Graph([store]), Options())

    assert isinstance(store.production, Unknown)


def test_production_is_told_by_the_directory() -> None:
    store = bucket("b")
    store.place = Place(file="live/prod/main.tf", line=1)

    classify(Graph([store]), Options())

    assert store.production is True


def test_tags_of_the_provider_are_tags_of_all_it_makes() -> None:
    provider = Provider("infra//provider.aws", alias=None, default_tags=frozenset({"DataClass=pii", "env=prod"}))
    mine = bucket("a", id="infra//aws_s3_bucket.a")
    own = bucket("b", "DataClass=public", "env=dev", id="infra//aws_s3_bucket.b")
    elsewhere = bucket("c", id="other//aws_s3_bucket.c")

    assert found(provider, mine, own, elsewhere) == {mine.id: ("personal", "production")}


def test_of_several_providers_only_what_all_give_is_sure() -> None:
    one = Provider("infra//provider.aws", alias=None, default_tags=frozenset({"DataClass=pii", "team=a"}))
    other = Provider("infra//provider.aws.eu", alias="eu", default_tags=frozenset({"team=a"}))

    assert found(one, other, bucket("a", id="infra//aws_s3_bucket.a")) == {}


def test_what_is_set_already_stays() -> None:
    store = Bucket("aws_s3_bucket.customers", name="customers", tags=frozenset(), holds=frozenset({"health"}))

    classify(Graph([store]), Options())

    assert store.holds == frozenset({"health"})


def test_administration_is_a_goal_that_tells_what_falls_with_it() -> None:
    graph = Graph([bucket("customers"), bucket("payments")])

    told = goals(graph, Options(), ["admin:1111"], home=lambda id: "1111")

    assert told[-1].classes == ("administrator",)
    assert "2 of what matters" in told[-1].because[0].value


def test_stores_that_nothing_tells_of_are_a_note() -> None:
    graph = Graph([bucket("images"), bucket("customers")])

    assert "1 data stores" in notes(graph, Options())[0]
    assert "aws_s3_bucket.images" in notes(graph, Options())[0]
    assert notes(Graph([bucket("customers")]), Options()) == ()


WORLD = Graph([
    bucket("customers"),
    bucket("trail-logs"),
    Secret("aws_secretsmanager_secret.db", name="db", tags=frozenset()),
    Instance("aws_db_instance.main", name="main", tags=frozenset({"env=prod"})),
    bucket("images"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {"aws_s3_bucket.customers", "aws_secretsmanager_secret.db", "aws_db_instance.main", "admin:1"}),
        ("sensitive", {"aws_s3_bucket.customers", "aws_secretsmanager_secret.db", "aws_db_instance.main"}),
        ("records", {"aws_db_instance.main"}),
        ("secrets", {"aws_secretsmanager_secret.db"}),
        ("admin", {"admin:1"}),
        ("logs", {"aws_s3_bucket.trail_logs"}),
        ("health", set()),
        ("images", {"aws_s3_bucket.images"}),
        ("aws_s3_bucket.im*", {"aws_s3_bucket.images"}),
        ("customers, admin:1", {"aws_s3_bucket.customers", "admin:1"}),
    ],
)
def test_what_is_asked_for_is_chosen(text: str, expected: set[str]) -> None:
    all_ = goals(WORLD, Options(), ["admin:1"])

    assert {goal.node.id for goal in chosen(all_, text, WORLD)} == expected


def test_an_asset_by_the_name_its_provider_gives_it() -> None:
    picked = chosen([], "arn:aws:s3:::images", WORLD, name=lambda id: "arn:aws:s3:::images" if "images" in id else id)

    assert [(goal.node.id, goal.classes) for goal in picked] == [("aws_s3_bucket.images", ("asked for",))]


def test_an_asset_that_is_not_there_is_told_with_what_comes_near() -> None:
    with pytest.raises(TargetError, match=r"aws_s3_bucket\.images"):
        chosen([], "image", WORLD)


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=4))
def test_any_name_and_any_tags_are_understood(name: str, tags: list[str]) -> None:
    store = Bucket("b", name=name, tags=frozenset(tags))

    classify(Graph([store]), Options())

    assert isinstance(store.holds, frozenset)
    assert isinstance(store, DataStore)


def test_a_database_holds_records_where_nothing_better_is_known_of_it() -> None:
    plain = Instance("aws_db_instance.a", name="a", tags=frozenset())
    named = Instance("aws_db_instance.b", name="customers", tags=frozenset())
    cleared = Instance("aws_db_instance.c", name="c", tags=frozenset({"data-classification=public"}))

    assert found(plain, named, cleared) == {"aws_db_instance.a": ("records",), "aws_db_instance.b": ("customer",)}


def test_a_store_of_which_nothing_is_told_matters_where_everyone_gets_to_it() -> None:
    stores = [bucket("assets"), bucket("dev"), bucket("our-website"), bucket("open", "data-classification=public")]
    options = Options(does_not_matter=("dev",))

    told = goals(Graph(stores), options, exposed=[each.id for each in stores] + ["aws_iam_role.deploy"])

    assert [(goal.node.id, goal.classes) for goal in told] == [("aws_s3_bucket.assets", ("unclassified",))]
    assert not goals(Graph(stores), options)
