"""The data of predefined roles."""

from __future__ import annotations

from bartizan.core.truth import Truth
from bartizan.identity.gcp.permission import applies_at, denied, long_form
from bartizan.identity.gcp.roles import every_permission, names, permissions


def test_every_role_has_permissions_that_are_known() -> None:
    held = [permissions(name) for name in names()]

    assert len(held) > 2_000
    assert all(held)
    assert frozenset().union(*(each or frozenset() for each in held)) == every_permission()


def test_basic_roles_are_nested() -> None:
    viewer, editor, owner = (permissions(f"roles/{name}") or frozenset() for name in ("viewer", "editor", "owner"))

    assert len(viewer & editor) > 0.9 * len(viewer)
    assert len(editor & owner) > 0.9 * len(editor)
    assert "resourcemanager.projects.setIamPolicy" in owner - editor


def test_object_viewer_is_as_it_is_documented() -> None:
    held = permissions("roles/storage.objectViewer") or frozenset()

    assert {"storage.objects.get", "storage.objects.list"} <= held
    assert "storage.objects.create" not in held


def test_a_role_that_is_not_in_the_data_is_none_not_empty() -> None:
    assert permissions("roles/lost.admin") is None
    assert permissions("viewer") is None


def test_deny_policies_name_services_in_full() -> None:
    assert long_form("resourcemanager.projects.get") == "cloudresourcemanager.googleapis.com/projects.get"
    assert denied("iam.googleapis.com/serviceAccountKeys.*", "iam.serviceAccountKeys.create") is Truth.YES
    assert denied("iam.googleapis.com/roles.*", "iam.serviceAccountKeys.create") is Truth.NO


def test_making_is_asked_of_what_the_new_thing_will_be_in() -> None:
    assert not applies_at("storage.buckets.create", "storage.googleapis.com/Bucket")
    assert applies_at("storage.objects.create", "storage.googleapis.com/Bucket")
    assert not applies_at("iam.roles.update", "iam.googleapis.com/ServiceAccount")
    assert applies_at("compute.instances.create", "cloudresourcemanager.googleapis.com/Project")
