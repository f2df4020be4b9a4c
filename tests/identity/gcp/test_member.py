"""Who is meant by a member of a grant."""

from __future__ import annotations

import pytest

from bartizan.core.truth import Truth
from bartizan.identity.gcp.member import NO, Belongs, named, plain
from bartizan.identity.hole import hole

POOL = "//iam.googleapis.com/projects/12/locations/global/workloadIdentityPools/ci"
SOMEBODY = Belongs({}, lambda caller, role, project: NO, lambda caller, container: Truth.NO)


@pytest.mark.parametrize(
    ("caller", "member", "expected"),
    [
        ("anonymous", "allUsers", Truth.YES),
        ("anonymous", "allAuthenticatedUsers", Truth.NO),
        ("user:ann@x", "allAuthenticatedUsers", Truth.YES),
        ("user:ann@x", "user:ann@x", Truth.YES),
        ("user:ann@x", "user:Ann@X", Truth.YES),
        ("user:ann@x", "user:bob@x", Truth.NO),
        ("user:ann@x", "serviceAccount:ann@x", Truth.NO),
        ("user:ann@x", "domain:x", Truth.YES),
        ("user:ann@y", "domain:x", Truth.NO),
        ("serviceAccount:a@x", "domain:x", Truth.NO),
        ("user:ann@x", "group:g@x", Truth.UNKNOWN),
        ("group:g@x", "group:g@x", Truth.YES),
        ("user:ann@x", "deleted:user:ann@x?uid=1", Truth.NO),
        ("user:ann@x", "projectOwner:shop", Truth.NO),
        ("user:ann@x", "principal://goog/subject/ann@x", Truth.YES),
        ("user:ann@x", "principalSet://goog/cloudIdentityCustomerId/C1", Truth.UNKNOWN),
        ("serviceAccount:a@x", "principalSet://goog/cloudIdentityCustomerId/C1", Truth.NO),
        (f"principal:{POOL}/subject/s", f"principal:{POOL}/subject/s", Truth.YES),
        (f"principal:{POOL}/subject/s", f"principal:{POOL}/subject/t", Truth.NO),
        (f"principal:{POOL}/subject/s", f"principalSet:{POOL}/*", Truth.YES),
        (f"principal:{POOL}2/subject/s", f"principalSet:{POOL}/*", Truth.NO),
        (f"principal:{POOL}/subject/s", f"principalSet:{POOL}/attribute.repository/shop/web", Truth.UNKNOWN),
        (f"principalSet:{POOL}/attribute.a/b", f"principalSet:{POOL}/attribute.a/c", Truth.NO),
        ("user:ann@x", f"principalSet:{POOL}/*", Truth.NO),
        ("serviceAccount:p.svc.id.goog[shop/web]", "serviceAccount:p.svc.id.goog[shop/web]", Truth.YES),
        (f"serviceAccount:web@{hole('p')}.iam", f"serviceAccount:web@{hole('p')}.iam", Truth.YES),
        (f"serviceAccount:web@{hole('p')}.iam", f"serviceAccount:web@{hole('q')}.iam", Truth.UNKNOWN),
        (f"serviceAccount:web@{hole('p')}.iam", f"serviceAccount:api@{hole('q')}.iam", Truth.NO),
    ],
)
def test_member_means_whom_it_names(caller: str, member: str, expected: Truth) -> None:
    assert SOMEBODY.judge(caller, member).truth is expected


def test_what_is_not_known_has_a_reason() -> None:
    assert SOMEBODY.judge("user:ann@x", "group:g@x").why


@pytest.mark.parametrize(
    ("said", "member"),
    [
        ("ann@shop.example", "user:ann@shop.example"),
        ("web@shop.iam.gserviceaccount.com", "serviceAccount:web@shop.iam.gserviceaccount.com"),
        ("projects/shop/serviceAccounts/a@b.iam.gserviceaccount.com", "serviceAccount:a@b.iam.gserviceaccount.com"),
        ("group:g@x", "group:g@x"),
        ("anonymous", "anonymous"),
        ("principal://goog/subject/ann@x", "user:ann@x"),
        ("nobody", ""),
    ],
)
def test_actor_is_named_as_people_write_it(said: str, member: str) -> None:
    assert named(said) == member


def test_everybody_in_a_deny_rule_is_everybody_in_a_grant() -> None:
    assert plain("principalSet://goog/public:all") == "allUsers"
