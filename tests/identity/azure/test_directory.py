"""What principals may do in the directory: by roles, by permissions of Microsoft Graph, and as owners."""

from __future__ import annotations

import pytest

from bartizan.core.access import Question, Verdict
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.azure.access import AzureAccess
from bartizan.identity.azure.directory import includes, role_actions
from bartizan.identity.azure.estate import DirectoryAssignment, Entry, Estate, Granted, Principal

SECRET = "microsoft.directory/applications/credentials/update"
RESET = "microsoft.directory/users/password/update"
MEMBERS = "microsoft.directory/groups/members/update"


def has(role: str, to: str = "ann", scope: str = "/", pending: str = "") -> DirectoryAssignment:
    name, actions = role_actions(role)
    return DirectoryAssignment(source=role, role=name, actions=actions, principal=to, scope=scope, pending=pending)


def world(
    *directory: DirectoryAssignment, granted: tuple[Granted, ...] = (), entries: tuple[Entry, ...] = ()
) -> Estate:
    principals = {name: Principal(id=name, type="user") for name in ("ann", "bob")}
    return Estate(
        principals=principals, directory=directory, granted=granted, entries={each.id: each for each in entries}
    )


def asked(estate: Estate, action: str, target: str = "*") -> Truth:
    return AzureAccess(estate).can(Question(actor="ann", action=action, target=target)).truth


@pytest.mark.parametrize(
    ("held", "wanted", "expected"),
    [
        ("microsoft.directory/applications/allProperties/allTasks", SECRET, Truth.YES),
        ("microsoft.directory/applications/credentials/update", SECRET, Truth.YES),
        ("microsoft.directory/applications/allProperties/update", SECRET, Truth.YES),
        ("microsoft.directory/applications/allProperties/read", SECRET, Truth.NO),
        ("microsoft.directory/applications/basic/update", SECRET, Truth.NO),
        ("microsoft.directory/applications.myOrganization/credentials/update", SECRET, Truth.UNKNOWN),
        ("microsoft.directory/users/delete", "microsoft.directory/users/password/delete", Truth.NO),
        ("microsoft.directory/allEntities/allTasks", SECRET, Truth.YES),
        ("microsoft.directory", SECRET, Truth.NO),
    ],
)
def test_permissions_of_the_directory_include_others(held: str, wanted: str, expected: Truth) -> None:
    assert includes(held, wanted) is expected


def test_administrators_of_applications_may_add_secrets_and_developers_may_not() -> None:
    app = Entry(id="app", type="application")

    assert asked(world(has("Application Administrator"), entries=(app,)), SECRET, "app") is Truth.YES
    assert asked(world(has("Application Developer"), entries=(app,)), SECRET, "app") is Truth.NO


def test_owners_may_change_what_is_theirs_and_nothing_else() -> None:
    mine, other = Entry(id="mine", type="application", owners=("ann",)), Entry(id="other", type="application")
    estate = world(entries=(mine, other))

    assert asked(estate, SECRET, "mine") is Truth.YES
    assert asked(estate, SECRET, "other") is Truth.NO


def test_owners_that_were_not_listed_leave_it_unknown() -> None:
    assert asked(world(entries=(Entry(id="app", type="application", more="not listed"),)), SECRET, "app") is (
        Truth.UNKNOWN
    )


def test_a_role_for_one_object_is_not_for_others() -> None:
    apps = (Entry(id="app", type="application"), Entry(id="other", type="application"))
    estate = world(has("Application Administrator", scope="/app"), entries=apps)

    assert asked(estate, SECRET, "app") is Truth.YES
    assert asked(estate, SECRET, "other") is Truth.NO
    assert asked(estate, SECRET, "*") is Truth.UNKNOWN


def test_an_administrative_unit_of_which_nothing_is_known_leaves_it_unknown() -> None:
    estate = world(has("User Administrator", scope="/administrativeUnits/u"), entries=(Entry(id="bob", type="user"),))

    assert asked(estate, RESET, "bob") is Truth.UNKNOWN


def test_an_eligible_role_has_to_be_activated() -> None:
    estate = world(has("Global Administrator", pending="activated first"))
    decision = AzureAccess(estate).can(Question(actor="ann", action=SECRET, target="*"))

    assert decision.verdict is Verdict.CONDITIONAL


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("Helpdesk Administrator", None, Truth.YES),
        ("Helpdesk Administrator", "Reports Reader", Truth.YES),
        ("Helpdesk Administrator", "User Administrator", Truth.NO),
        ("Password Administrator", "Helpdesk Administrator", Truth.NO),
        ("User Administrator", "Helpdesk Administrator", Truth.YES),
        ("User Administrator", "Global Administrator", Truth.NO),
        ("Authentication Administrator", "Authentication Administrator", Truth.YES),
        ("Privileged Authentication Administrator", "Global Administrator", Truth.YES),
        ("Global Administrator", "Global Administrator", Truth.YES),
        ("Groups Administrator", None, Truth.NO),
    ],
)
def test_who_may_reset_whose_password(mine: str, theirs: str | None, expected: Truth) -> None:
    """The published table of who can reset passwords."""
    roles = [has(mine), *([has(theirs, to="bob")] if theirs else [])]

    assert asked(world(*roles, entries=(Entry(id="bob", type="user"),)), RESET, "bob") is expected


def test_members_of_role_assignable_groups_are_protected() -> None:
    entries = (Entry(id="bob", type="user"), Entry(id="g", type="group", owners=("bob",), assignable=Truth.YES))

    assert asked(world(has("User Administrator"), entries=entries), RESET, "bob") is Truth.NO


def test_role_assignable_groups_are_changed_by_few() -> None:
    entries = (Entry(id="g", type="group", assignable=Truth.YES),)

    assert asked(world(has("Groups Administrator"), entries=entries), MEMBERS, "g") is Truth.NO
    assert asked(world(has("Privileged Role Administrator"), entries=entries), MEMBERS, "g") is Truth.YES
    assert asked(world(has("Global Administrator"), entries=entries), MEMBERS, "g") is Truth.YES


def test_permissions_of_graph_are_asked_for_by_name_and_by_what_they_do() -> None:
    estate = world(granted=(Granted(source="g", permission="Application.ReadWrite.All", principal="ann"),))

    assert asked(estate, "Application.ReadWrite.All") is Truth.YES
    assert asked(estate, "RoleManagement.ReadWrite.Directory") is Truth.NO
    assert asked(estate, SECRET) is Truth.YES


def test_an_unknown_permission_of_graph_leaves_everything_open() -> None:
    estate = world(granted=(Granted(source="g", permission=Unknown("a variable"), principal="ann"),))

    assert asked(estate, "RoleManagement.ReadWrite.Directory") is Truth.UNKNOWN


def test_a_role_that_is_not_known_here_is_unknown() -> None:
    assert asked(world(has("Yammer Administrator")), SECRET) is Truth.UNKNOWN


def test_global_administrators_may_elevate_and_owners_of_subscriptions_may_not() -> None:
    action = "Microsoft.Authorization/elevateAccess/action"

    assert asked(world(has("Global Administrator")), action, "/subscriptions/s") is Truth.YES
    assert asked(world(has("Privileged Role Administrator")), action, "/subscriptions/s") is Truth.NO
