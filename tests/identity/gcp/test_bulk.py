"""Answers in bulk are those of one question at a time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.core.access import Question
from bartizan.identity.gcp.access import GoogleAccess
from bartizan.identity.gcp.bulk import grid
from bartizan.identity.gcp.estate import Binding, Boundary, DenyRule, Estate, Group
from tests.identity.gcp.worlds import account, bucket, folder, organization, principal, project

_ACCOUNTS = [f"serviceAccount:{name}@shop.iam.gserviceaccount.com" for name in ("ci", "web", "admin")]
_MEMBERS = st.sampled_from(
    [*_ACCOUNTS, "allUsers", "allAuthenticatedUsers", "group:g@x", "group:lost@x", "domain:shop.example",
     "projectEditor:shop", "user:ann@shop.example"]
)  # fmt: skip
_CONDITIONS = st.sampled_from(
    [None, None, "true", "false", "destination.port == 22", "resource.name.startsWith('projects/_/buckets/orders')",
     "resource.type == 'storage.googleapis.com/Bucket'", "resource.matchTag('1/a', 'b')"]
)  # fmt: skip
_ROLES = st.sampled_from(
    ["roles/owner", "roles/editor", "roles/viewer", "roles/storage.admin", "roles/storage.objectViewer",
     "roles/iam.serviceAccountTokenCreator", "roles/lost", "projects/shop/roles/own"]
)  # fmt: skip
_BINDINGS = st.lists(
    st.builds(
        lambda role, members, when, doubt: Binding(
            source="grant", role=role, members=tuple(members), condition=when, doubt=doubt
        ),
        _ROLES,
        st.lists(_MEMBERS, max_size=3),
        _CONDITIONS,
        st.sampled_from(["", "", "", "replaced"]),
    ),
    max_size=3,
)
_DENIES = st.lists(
    st.builds(
        lambda who, spared, what, when: DenyRule(
            source="deny", principals=(who,), excepted_principals=tuple(spared), permissions=(what,), condition=when
        ),
        st.sampled_from(["principalSet://goog/public:all", "principalSet://goog/group/g@x"]),
        st.lists(st.sampled_from(["principal://goog/subject/ann@shop.example", "principalSet://goog/group/g@x"])),
        st.sampled_from(["storage.googleapis.com/*", "iam.googleapis.com/serviceAccounts.*", "x.googleapis.com/a.b"]),
        _CONDITIONS,
    ),
    max_size=2,
).map(tuple)
_ESTATES = st.builds(
    lambda top, middle, low, own, on, denies, boundaries: Estate(
        nodes=(
            organization(*top),
            folder(*middle, denies=denies),
            project(*low),
            bucket(*own),
            *(account(name, *(on if name == "web" else ())) for name in ("ci", "web", "admin")),
        ),
        principals=tuple(map(principal, ("ci", "web", "admin"))),
        groups={"g@x": Group(email="g@x", members=(_ACCOUNTS[0], "user:ann@shop.example"))},
        boundaries=boundaries,
    ),
    _BINDINGS,
    _BINDINGS,
    _BINDINGS,
    _BINDINGS,
    _BINDINGS,
    _DENIES,
    st.sampled_from([(), (), (Boundary(source="pab"),)]),
)
_ACTIONS = st.sampled_from(
    ["storage.objects.get", "storage.buckets.create", "iam.serviceAccounts.getAccessToken", "compute.instances.create",
     "resourcemanager.projects.setIamPolicy", "no.such.permission"]
)  # fmt: skip
_TARGETS = ["org", "folder", "shop", "orders", "web", "admin", "*", "//storage.googleapis.com/orders/objects/a", "lost"]


@settings(max_examples=300, deadline=None)
@given(_ESTATES, _ACTIONS)
def test_every_pair_of_a_grid_is_what_one_question_answers(estate: Estate, action: str) -> None:
    access = GoogleAccess(estate)
    actors = [*access.actors(), "anonymous", "user:bob@shop.example", "ghost"]

    found = grid(access, action, _TARGETS, {}, actors)

    for row, actor in enumerate(actors):
        for column, target in enumerate(_TARGETS):
            one = access.can(Question(actor=actor, action=action, target=target))
            assert found.at(row, column) == one.truth, (actor, target)
