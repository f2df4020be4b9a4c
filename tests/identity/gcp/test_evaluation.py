"""Who may do what in Google Cloud: allow and deny policies down the hierarchy."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from bartizan.core.access import Decision, Question, Verdict
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.gcp.access import GoogleAccess
from bartizan.identity.gcp.estate import Boundary, DenyRule, Estate, Group, Node, Role
from tests.identity.gcp.worlds import ANN, CI, account, bound, bucket, folder, organization, principal, project

VIEW, READ = "roles/storage.objectViewer", "storage.objects.get"


def ask(
    *nodes: Node,
    action: str = READ,
    on: str = "orders",
    by: str = "ci",
    roles: tuple[Role, ...] = (),
    groups: Mapping[str, Group] | None = None,
    boundaries: tuple[Boundary, ...] = (),
) -> Decision:
    estate = Estate(
        nodes=nodes,
        principals=(principal("ci"), principal("web")),
        roles=roles,
        groups=groups or {},
        boundaries=boundaries,
    )
    return GoogleAccess(estate).can(Question(actor=by, action=action, target=on))


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_a_grant_counts_for_all_that_is_below(level: int) -> None:
    makers: list[Callable[..., Node]] = [organization, folder, project, bucket]

    decision = ask(*(make(bound(VIEW, CI)) if at == level else make() for at, make in enumerate(makers)))

    assert decision.verdict is Verdict.ALLOW
    assert [(each.source, each.name) for each in decision.clauses] == [("grant", VIEW)]


def test_a_grant_does_not_count_for_what_is_above() -> None:
    assert ask(project(), bucket(bound(VIEW, CI)), on="shop").verdict is Verdict.DENY


def test_nothing_granted_is_no() -> None:
    decision = ask(project(), bucket(bound(VIEW, ANN)))

    assert decision.truth is Truth.NO
    assert READ in decision.why


def test_a_policy_that_was_not_read_is_unknown_never_no() -> None:
    decision = ask(project(more=("the policy of shop was not read",)), bucket())

    assert decision.verdict is Verdict.UNKNOWN
    assert decision.unknowns == ("the policy of shop was not read",)


@pytest.mark.parametrize("role", ["roles/nobody.heardOf", "projects/shop/roles/lost", "organizations/1/roles/lost"])
def test_a_role_that_is_in_no_data_is_unknown(role: str) -> None:
    assert ask(project(bound(role, CI)), bucket()).verdict is Verdict.UNKNOWN


def test_a_custom_role_gives_what_it_says() -> None:
    own = Role(source="own", names=("projects/shop/roles/own",), permissions=frozenset({READ}))

    assert ask(project(bound("projects/shop/roles/own", CI)), bucket(), roles=(own,)).verdict is Verdict.ALLOW


def test_a_disabled_custom_role_gives_nothing() -> None:
    own = Role(source="own", names=("projects/shop/roles/own",), permissions=frozenset({READ}), disabled=True)

    assert ask(project(bound("projects/shop/roles/own", CI)), bucket(), roles=(own,)).verdict is Verdict.DENY


def test_an_open_condition_is_conditional_with_what_is_left() -> None:
    when = "request.time < timestamp('2027-01-01T00:00:00Z')"

    decision = ask(project(bound(VIEW, CI, when=when)), bucket())

    assert decision.verdict is Verdict.CONDITIONAL
    assert [each.says for each in decision.residuals] == [when]


def test_a_condition_on_the_name_is_settled_by_the_name() -> None:
    when = "resource.name.startsWith('projects/_/buckets/orders/objects/a/')"
    world = (project(bound(VIEW, CI, when=when)), bucket())

    assert ask(*world, on="//storage.googleapis.com/orders/objects/a/1").verdict is Verdict.ALLOW
    assert ask(*world, on="//storage.googleapis.com/orders/objects/b/1").verdict is Verdict.DENY
    assert ask(*world, on="//storage.googleapis.com/orders/objects/*").verdict is Verdict.CONDITIONAL


def test_a_condition_that_was_not_seen_is_unknown() -> None:
    assert ask(project(bound(VIEW, CI, when=Unknown("x"))), bucket()).verdict is Verdict.UNKNOWN


def test_a_certain_grant_wins_over_one_in_doubt() -> None:
    decision = ask(project(bound(VIEW, CI, doubt="replaced")), bucket(bound(VIEW, CI, source="sure")))

    assert decision.verdict is Verdict.ALLOW
    assert [each.source for each in decision.clauses] == ["sure"]


def refusing(
    permission: str = "storage.googleapis.com/objects.get",
    who: str = "principalSet://goog/public:all",
    spared: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
    when: str | None = None,
    unseen: tuple[str, ...] = (),
) -> DenyRule:
    return DenyRule(
        source="deny",
        principals=(who,),
        permissions=(permission,),
        excepted_principals=spared,
        excepted_permissions=unless,
        condition=when,
        unseen=unseen,
    )


GRANTED = bound(VIEW, CI)


@pytest.mark.parametrize(
    ("rule", "verdict"),
    [
        (refusing(), Verdict.DENY),
        (refusing("storage.googleapis.com/*"), Verdict.DENY),
        (refusing("storage.googleapis.com/objects.*"), Verdict.DENY),
        (refusing("storage.googleapis.com/buckets.*"), Verdict.ALLOW),
        (
            refusing(unless=("storage.googleapis.com/objects.get",), permission="storage.googleapis.com/*"),
            Verdict.ALLOW,
        ),
        (refusing(who="principal://goog/subject/ann@shop.example"), Verdict.ALLOW),
        (
            refusing(who="principal://iam.googleapis.com/projects/-/serviceAccounts/ci@shop.iam.gserviceaccount.com"),
            Verdict.DENY,
        ),
        (
            refusing(
                spared=("principal://iam.googleapis.com/projects/-/serviceAccounts/ci@shop.iam.gserviceaccount.com",)
            ),
            Verdict.ALLOW,
        ),
        (refusing(who="principalSet://cloudresourcemanager.googleapis.com/projects/12"), Verdict.DENY),
        (refusing(who="principalSet://cloudresourcemanager.googleapis.com/folders/7"), Verdict.DENY),
        (refusing(who="principalSet://goog/group/ops@shop.example"), Verdict.UNKNOWN),
        (refusing(when="resource.type == 'storage.googleapis.com/Bucket'"), Verdict.DENY),
        (refusing(when="destination.port == 22"), Verdict.CONDITIONAL),
        (refusing(unseen=("a part was not seen",), permission="x.googleapis.com/y.z"), Verdict.UNKNOWN),
    ],
)
@pytest.mark.parametrize("at", ["project", "folder", "organization"])
def test_a_deny_rule_wins_wherever_it_is_attached(rule: DenyRule, verdict: Verdict, at: str) -> None:
    denies = {each: (rule,) if each == at else () for each in ("project", "folder", "organization")}
    world = (
        organization(denies=denies["organization"]),
        folder(denies=denies["folder"]),
        project(GRANTED, denies=denies["project"]),
        bucket(),
    )

    assert ask(*world).verdict is verdict


def test_an_open_deny_condition_is_left_as_what_must_not_hold() -> None:
    decision = ask(project(GRANTED, denies=(refusing(when="destination.port == 22"),)), bucket())

    assert [(each.says, each.unless) for each in decision.residuals] == [("destination.port == 22", True)]


def test_convenience_members_stand_for_holders_of_basic_roles() -> None:
    world = (
        project(bound("roles/editor", CI)),
        bucket(bound("roles/storage.legacyObjectReader", "projectEditor:shop")),
    )

    assert ask(*world).verdict is Verdict.ALLOW
    assert ask(*world, by="web").verdict is Verdict.DENY


def test_groups_are_followed_and_cycles_end() -> None:
    groups = {
        "a@x": Group(email="a@x", members=("group:b@x",)),
        "b@x": Group(email="b@x", members=("group:a@x", CI)),
    }

    decision = ask(project(bound(VIEW, "group:a@x")), bucket(), groups=groups)

    assert decision.verdict is Verdict.ALLOW
    assert decision.clauses[0].via == ("group:b@x", "group:a@x")


def test_a_group_whose_members_were_not_read_is_unknown() -> None:
    assert ask(project(bound(VIEW, "group:a@x")), bucket()).verdict is Verdict.UNKNOWN


def test_a_resource_of_another_service_is_asked_of_through_its_project() -> None:
    world = (project(bound("roles/compute.admin", CI)), account("web"))

    assert ask(*world, action="compute.instances.create", on="web").verdict is Verdict.ALLOW
    assert ask(*world, action="iam.serviceAccounts.actAs", on="web").verdict is Verdict.DENY


def test_acting_as_an_account_is_granted_on_it_alone() -> None:
    world = (project(), account("web", bound("roles/iam.serviceAccountUser", CI)), account("admin"))

    assert ask(*world, action="iam.serviceAccounts.actAs", on="web").verdict is Verdict.ALLOW
    assert ask(*world, action="iam.serviceAccounts.actAs", on="admin").verdict is Verdict.DENY


def test_a_boundary_is_left_to_be_fulfilled() -> None:
    decision = ask(project(GRANTED), bucket(), boundaries=(Boundary(source="pab", resources=("//x",)),))

    assert decision.verdict is Verdict.CONDITIONAL


def test_a_boundary_that_reaches_the_project_leaves_nothing() -> None:
    within = Boundary(source="pab", resources=("//cloudresourcemanager.googleapis.com/projects/shop",))

    assert ask(project(GRANTED), bucket(), boundaries=(within,)).verdict is Verdict.ALLOW


@pytest.mark.parametrize(
    ("question", "word"),
    [
        (Question(actor="ghost", action=READ, target="orders"), "ghost"),
        (Question(actor="ci", action="storage.objects.gett", target="orders"), "spelling"),
        (Question(actor="ci", action=READ, target="//storage.googleapis.com/lost/objects/a"), "lost"),
        (Question(actor="ci", action=READ, target="projects/lost"), "lost"),
        (Question(actor="ci", action=READ, target=""), "was not read"),
        (Question(actor="service:compute.googleapis.com", action=READ, target="orders"), "service agent"),
    ],
)
def test_what_is_not_there_is_unknown_with_the_reason(question: Question, word: str) -> None:
    estate = Estate(nodes=(project(), bucket()), principals=(principal("ci"),))

    decision = GoogleAccess(estate).can(question)

    assert decision.verdict is Verdict.UNKNOWN
    assert any(word in each for each in decision.unknowns)


def test_a_cycle_in_the_hierarchy_ends() -> None:
    one = folder(parent="folder")

    assert ask(one, project(), bucket()).verdict is Verdict.DENY


def test_any_resource_is_a_choice_among_all() -> None:
    decision = ask(project(), bucket(bound(VIEW, CI)), on="*")

    assert decision.verdict is Verdict.CONDITIONAL
    assert decision.residuals[0].key == "resource"
