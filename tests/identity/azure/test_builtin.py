"""The built-in roles that are shipped."""

from __future__ import annotations

from bartizan.core.truth import Truth
from bartizan.identity.azure.builtin import planes, roles


def test_a_built_in_role_is_found_by_id_and_by_name() -> None:
    owner = roles()["8e3af657-a8ff-443c-a75c-2fe8c4bcb635"]

    assert owner is roles()["owner"]
    assert isinstance(owner.permissions, tuple)
    assert owner.permissions[0].covers("microsoft.compute/virtualmachines/write", "control") is Truth.YES


def test_there_are_hundreds_and_none_is_without_permissions_by_mistake() -> None:
    found = {role.id: role for role in roles().values()}

    assert len(found) > 900
    assert all(isinstance(role.permissions, tuple) and role.permissions for role in found.values())


def test_operations_are_known_by_their_plane() -> None:
    assert planes("microsoft.storage/storageaccounts/blobservices/containers/blobs/read") == ("data",)
    assert planes("microsoft.storage/storageaccounts/listkeys/action") == ("control",)
    assert planes("microsoft.keyvault/vaults/accesspolicies/write") == ("control",)
    assert planes("microsoft.unheard/of/write") == ("control",)
