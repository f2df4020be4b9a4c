"""What principals may do to Azure resources, by the published rules for role and deny assignments."""

from __future__ import annotations

from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from bartizan.core.access import Question, Verdict
from bartizan.core.truth import Truth, Unknown
from bartizan.identity.azure.access import AzureAccess
from bartizan.identity.azure.estate import Assignment, Denial, Estate, Principal, Resource
from bartizan.identity.azure.permission import Permission, Role
from bartizan.identity.hole import hole
from tests.identity.azure.estates import GROUP, RUN, SUB, VAULT, VM, asked, custom, denial, estate, given

NAMES = "@Resource[Microsoft.Storage/storageAccounts:name] StringEquals 'logs'"


def test_a_role_counts_at_its_scope_and_below() -> None:
    for scope in ("/", SUB, GROUP, VM):
        assert asked(estate(given("Owner", scope)), RUN, VM).truth is Truth.YES


def test_a_role_does_not_count_above_or_beside_its_scope() -> None:
    world = estate(given("Owner", GROUP))

    assert asked(world, RUN, SUB).truth is Truth.NO
    assert asked(world, RUN, f"{SUB}/resourceGroups/shop2").truth is Truth.NO


def test_scopes_and_operations_are_compared_without_case() -> None:
    assert asked(estate(given("Owner", GROUP.upper())), RUN.upper(), VM.lower()).truth is Truth.YES


def test_not_actions_take_away_from_their_own_role_only() -> None:
    action = "Microsoft.Authorization/roleAssignments/write"

    assert asked(estate(given("Contributor")), action, SUB).truth is Truth.NO
    assert asked(estate(given("Contributor"), given("User Access Administrator")), action, SUB).truth is Truth.YES


def test_actions_do_not_open_data() -> None:
    action = "Microsoft.KeyVault/vaults/secrets/getSecret/action"

    assert asked(estate(given("Owner")), action, VAULT).truth is Truth.NO
    assert asked(estate(given("Key Vault Secrets User")), action, VAULT).truth is Truth.YES
    assert asked(estate(given("Key Vault Secrets User")), f"data:{action}", VAULT).truth is Truth.YES


def test_an_operation_of_which_the_plane_is_open_is_unknown_where_the_planes_differ() -> None:
    decision = asked(estate(given("Owner")), "Microsoft.KeyVault/vaults/strange/thing/action", VAULT)

    assert decision.verdict is Verdict.UNKNOWN


def test_wild_cards_stand_anywhere_in_a_pattern() -> None:
    world = estate(given(custom("Microsoft.*/virtualMachines/*/action")))

    assert asked(world, RUN, VM).truth is Truth.YES
    assert asked(world, "Microsoft.Compute/disks/beginGetAccess/action", VM).truth is Truth.NO


def test_managed_identity_operator_may_assign_identities() -> None:
    action = "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"

    assert asked(estate(given("Managed Identity Operator")), action, GROUP).truth is Truth.YES


def test_groups_bring_roles_through_other_groups_and_cycles_end() -> None:
    groups = {"ann": {"a": Truth.YES}, "a": {"b": Truth.YES}, "b": {"a": Truth.YES}}
    decision = asked(estate(given("Owner", to="b"), groups=groups), RUN, VM)

    assert decision.truth is Truth.YES
    assert decision.clauses[0].via == ("a", "b")


def test_an_uncertain_membership_leaves_it_unknown() -> None:
    decision = asked(estate(given("Owner", to="a"), groups={"ann": {"a": Truth.UNKNOWN}}), RUN, VM)

    assert decision.verdict is Verdict.UNKNOWN


def test_a_deny_assignment_overrules_whatever_is_assigned() -> None:
    world = estate(given("Owner"), denials=(denial("*/action", everyone=True, scope=SUB),))
    decision = asked(world, RUN, VM)

    assert decision.truth is Truth.NO
    assert [clause.stage for clause in decision.clauses] == ["deny assignment"]


def test_a_deny_assignment_leaves_out_whom_it_excludes_also_by_group() -> None:
    denials = (denial("*/action", everyone=True, excluded=("a",), scope=SUB),)
    world = estate(given("Owner"), given("Owner", to="bob"), groups={"ann": {"a": Truth.YES}}, denials=denials)

    assert asked(world, RUN, VM).truth is Truth.YES
    assert asked(world, RUN, VM, actor="bob").truth is Truth.NO


def test_a_deny_assignment_that_does_not_apply_to_child_scopes_is_about_its_scope_alone() -> None:
    denials = (denial("*/action", everyone=True, scope=GROUP.lower(), children=Truth.NO),)
    world = estate(given("Owner"), denials=denials)

    assert asked(world, RUN, GROUP).truth is Truth.NO
    assert asked(world, RUN, VM).truth is Truth.YES


def test_a_condition_is_left_to_fulfil() -> None:
    decision = asked(estate(given("Owner", condition=NAMES)), RUN, VM)

    assert decision.verdict is Verdict.CONDITIONAL
    assert [residual.says for residual in decision.residuals] == [NAMES]


def test_a_condition_about_other_operations_does_not_count() -> None:
    condition = f"(!(ActionMatches{{'Microsoft.Authorization/roleAssignments/write'}})) OR ({NAMES})"

    assert asked(estate(given("Owner", condition=condition)), RUN, VM).truth is Truth.YES


def test_an_eligible_assignment_has_to_be_activated() -> None:
    decision = asked(estate(given("Owner", pending="the role is activated first")), RUN, VM)

    assert decision.verdict is Verdict.CONDITIONAL
    assert decision.residuals[0].key == "activation"


def test_another_way_without_condition_makes_it_certain() -> None:
    assert asked(estate(given("Owner", condition=NAMES), given("Contributor", GROUP)), RUN, VM).truth is Truth.YES


def test_a_role_that_was_not_seen_is_unknown_and_never_empty() -> None:
    role = Role(id="r", name="r", permissions=Unknown("no such role was seen"))
    decision = asked(estate(given(role)), RUN, VM)

    assert decision.verdict is Verdict.UNKNOWN
    assert "no such role was seen" in decision.why


def test_unknown_scope_and_unknown_principal_are_unknown() -> None:
    why = Unknown("a variable has no value")

    assert asked(estate(given("Owner", why)), RUN, VM).verdict is Verdict.UNKNOWN
    assert asked(estate(given("Owner", to=why)), RUN, VM).verdict is Verdict.UNKNOWN
    assert asked(estate(given("AcrPull", to=why)), RUN, VM).truth is Truth.NO


def test_an_actor_that_was_not_seen_is_unknown() -> None:
    assert asked(estate(given("Owner")), RUN, VM, actor="zoe").verdict is Verdict.UNKNOWN


def test_the_same_hole_is_the_same_subscription_and_another_may_be() -> None:
    here, there = f"/subscriptions/{hole('one/two|subscription')}", f"/subscriptions/{hole('three|subscription')}"
    world = estate(given("Owner", f"{here}/resourceGroups/shop"))

    assert asked(world, RUN, f"{here}/resourceGroups/shop/providers/x/y/z").truth is Truth.YES
    assert asked(world, RUN, f"{there}/resourceGroups/shop").truth is Truth.UNKNOWN
    assert asked(world, RUN, f"{here}/resourceGroups/other").truth is Truth.NO


def test_management_groups_reach_the_subscriptions_below_them() -> None:
    top, other = (f"/providers/Microsoft.Management/managementGroups/{name}" for name in ("top", "other"))
    above = {SUB.lower(): (top.lower(),)}

    assert asked(estate(given("Owner", top), above=above), RUN, VM).truth is Truth.YES
    assert asked(estate(given("Owner", other), above=above), RUN, VM).truth is Truth.NO
    assert asked(estate(given("Owner", top)), RUN, VM).truth is Truth.UNKNOWN


def test_a_target_with_wild_cards_is_allowed_where_all_that_fits_is() -> None:
    machines = f"{SUB}/resourceGroups/*/providers/Microsoft.Compute/virtualMachines/*"
    whole = asked(estate(given("Owner")), RUN, machines)
    part = asked(estate(given("Owner", GROUP)), RUN, machines)

    assert whole.truth is Truth.YES
    assert (part.verdict, part.residuals[0].key) == (Verdict.CONDITIONAL, "resource")


def test_candidates_are_what_assignments_tell_apart() -> None:
    access = AzureAccess(estate(given("Owner", GROUP), given("Owner", "/subscriptions/other/resourceGroups/x")))
    pattern = f"{SUB}/resourceGroups/*/providers/Microsoft.Compute/virtualMachines/*"
    found = access.candidates(RUN, pattern)

    assert found == (pattern, f"{GROUP.lower()}/providers/Microsoft.Compute/virtualMachines/*")


def test_several_operations_asked_at_once_are_allowed_where_all_are() -> None:
    assert asked(estate(given("Owner")), "Microsoft.Compute/*", VM).truth is Truth.YES
    assert asked(estate(given("Virtual Machine Contributor")), "Microsoft.Compute/*", VM).truth is Truth.UNKNOWN


def test_a_custom_role_is_changed_only_by_who_may_at_all_its_scopes() -> None:
    action = "Microsoft.Authorization/roleDefinitions/write"
    resource = Resource(id="r", name="/x", scopes=(f"{SUB}/r", "/subscriptions/other/r"))
    one = estate(given("Owner"), resources={"r": resource})
    both = estate(given("Owner"), given("Owner", "/subscriptions/other"), resources={"r": resource})

    assert asked(one, action, "r").truth is Truth.NO
    assert asked(both, action, "r").truth is Truth.YES


def test_an_unknown_provider_is_told() -> None:
    access = AzureAccess(estate())

    assert access.notes("Microsoft.Conpute/virtualMachines/read")
    assert not access.notes(RUN)


SCOPES = ["/", SUB.lower(), GROUP.lower(), VM.lower(), "/subscriptions/other", f"/subscriptions/{hole('x')}"]
ACTIONS = ["*", "*/read", "microsoft.compute/*", "microsoft.compute/virtualmachines/read", RUN.lower()]
WHO = ["ann", "bob", "g", "h"]

permissions = st.builds(
    Permission,
    actions=st.lists(st.sampled_from(ACTIONS), max_size=2).map(tuple),
    not_actions=st.lists(st.sampled_from(ACTIONS), max_size=1).map(tuple),
    condition=st.sampled_from(["", NAMES, f"!(ActionMatches{{'{RUN}'}})"]),
)
assignments = st.builds(
    Assignment,
    source=st.sampled_from("abc"),
    role=st.builds(Role, id=st.just("r"), name=st.just("r"), permissions=st.lists(permissions, max_size=2).map(tuple)),
    principal=st.sampled_from([*WHO, Unknown("open")]),
    scope=st.sampled_from([*SCOPES, Unknown("open")]),
    pending=st.sampled_from(["", "activate"]),
)
denials = st.builds(
    Denial,
    source=st.just("d"),
    name=st.just("d"),
    permissions=st.lists(permissions, max_size=1).map(tuple),
    principals=st.lists(st.sampled_from(WHO), max_size=2).map(tuple),
    excluded=st.lists(st.sampled_from(WHO), max_size=1).map(tuple),
    everyone=st.booleans(),
    scope=st.sampled_from(SCOPES),
    children=st.sampled_from(list(Truth)),
)
memberships = st.dictionaries(st.sampled_from(["g", "h"]), st.sampled_from([Truth.YES, Truth.UNKNOWN]))
estates = st.builds(
    Estate,
    principals=st.fixed_dictionaries(
        {name: st.builds(Principal, id=st.just(name), type=st.just(""), groups=memberships) for name in WHO}
    ),
    assignments=st.lists(assignments, max_size=4).map(tuple),
    denials=st.lists(denials, max_size=2).map(tuple),
)


@drawn(estates, st.sampled_from([RUN, "Microsoft.Compute/virtualMachines/read", "*"]))
@settings(max_examples=150, deadline=None)
def test_bulk_answers_are_those_of_single_questions(world: Estate, action: str) -> None:
    access = AzureAccess(world)
    targets = [SUB, GROUP, VM, f"{SUB}/resourceGroups/*", "/subscriptions/other", "*"]
    grid = access.grid(action, targets, {})

    for row, actor in enumerate(access.actors()):
        for column, target in enumerate(targets):
            single = access.can(Question(actor=actor, action=action, target=target)).truth
            assert grid.at(row, column) == single


@drawn(estates)
@settings(max_examples=100, deadline=None)
def test_one_more_assignment_never_takes_away(world: Estate) -> None:
    more = estate(*world.assignments, given("Reader", GROUP), denials=world.denials)
    less = estate(*world.assignments, denials=world.denials)

    for action in (RUN, "Microsoft.Compute/virtualMachines/read"):
        assert asked(more, action, VM).truth >= asked(less, action, VM).truth


@drawn(estates)
@settings(max_examples=100, deadline=None)
def test_one_more_denial_never_gives(world: Estate) -> None:
    more = estate(*world.assignments, denials=(*world.denials, denial("*/action", everyone=True, scope=GROUP.lower())))
    less = estate(*world.assignments, denials=world.denials)

    assert asked(more, RUN, VM).truth <= asked(less, RUN, VM).truth
