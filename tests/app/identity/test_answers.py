"""What is answered of who may do what, over the providers: names, rights, whose rights can be taken on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bartizan.app.errors import TargetError
from bartizan.app.identity.answers import can, who_can
from bartizan.app.identity.rights import rights
from bartizan.app.identity.spelling import meant
from bartizan.app.identity.world import World, world_of
from bartizan.core.access import Question
from bartizan.core.answer import Right, Rights
from bartizan.core.truth import Truth
from tests.app.identity.accounts import ACCOUNT, allow, arn, export, group, role, trusting, user
from tests.content.trial import read

OBJECTS = "arn:aws:s3:::orders/*"
MFA = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}


def told(folder: Path, *things: dict[str, Any]) -> World:
    (folder / "auth.json").write_text(export(*things), "utf-8")
    return world_of(read(folder))


def declared(folder: Path, text: str, file: str = "main.tf") -> World:
    (folder / file).write_text(text, "utf-8")
    return world_of(read(folder))


def of(found: Rights, service: str, level: str) -> list[Right]:
    return [each for each in found.rights if (each.service, each.level) == (service, level)]


def actions(found: Rights) -> set[str]:
    return {action for each in found.rights for action in each.actions}


def test_rights_are_told_by_service_and_level_with_the_statement_that_gives_them(tmp_path: Path) -> None:
    made = told(tmp_path, user("ann", allow(["s3:GetObject", "s3:PutObject"], OBJECTS)))

    found = rights(made, "ann")

    assert [(each.service, each.level, each.actions) for each in found.rights] == [
        ("s3", "write", ("s3:PutObject",)),
        ("s3", "read", ("s3:GetObject",)),
    ]
    (read_,) = of(found, "s3", "read")
    assert (read_.resources, read_.truth, read_.title) == ((OBJECTS,), Truth.YES, "Amazon S3")
    assert read_.cited[0].text == f"Allow s3:GetObject, s3:PutObject on {OBJECTS}"


def test_what_is_denied_or_bounded_is_no_right(tmp_path: Path) -> None:
    denied = {**allow("s3:DeleteObject", "*"), "Effect": "Deny"}

    found = rights(told(tmp_path, user("ann", allow("s3:*", OBJECTS), denied)), "ann")

    assert "s3:DeleteObjectVersion" in actions(found)
    assert "s3:DeleteObject" not in actions(found)


def test_actions_about_something_else_than_the_resource_are_left_out(tmp_path: Path) -> None:
    found = rights(told(tmp_path, user("ann", allow("s3:*", OBJECTS))), "ann")

    assert {"s3:GetObject", "s3:PutObject"} <= actions(found)
    assert not {"s3:ListBucket", "s3:CreateBucket", "s3:ListAllMyBuckets"} & actions(found)


def test_conditions_are_kept_with_the_right(tmp_path: Path) -> None:
    found = rights(told(tmp_path, user("ann", allow("s3:GetObject", OBJECTS, Condition=MFA))), "ann")

    (right,) = found.rights
    assert right.truth is Truth.UNKNOWN
    assert right.conditions == ("aws:MultiFactorAuthPresent is true",)


def test_wider_right_takes_in_the_narrower_one(tmp_path: Path) -> None:
    found = rights(told(tmp_path, user("ann", allow("s3:GetObject", "*"), allow("s3:GetObject", OBJECTS))), "ann")

    assert [each.resources for each in found.rights] == [("*",)]


def test_every_right_agrees_with_what_is_answered_one_by_one(tmp_path: Path) -> None:
    denied = {**allow("iam:*", "arn:aws:iam::*:role/admin*"), "Effect": "Deny"}
    made = told(
        tmp_path,
        user("ann", allow(["iam:PassRole", "iam:*Role", "kms:Decrypt"], "*", Condition=MFA), allow("ec2:*"), denied),
    )

    found = rights(made, "ann")

    asked = [(action, pattern, each) for each in found.rights for action in each.actions for pattern in each.resources]
    assert len(asked) > 500
    for action, pattern, each in asked:
        decision = made.access.can(Question(actor=arn("user/ann"), action=action, target=pattern))
        assert (decision.truth, action) == (each.truth, action)


def test_administrator_can_do_everything_by_itself(tmp_path: Path) -> None:
    found = rights(told(tmp_path, user("ann", allow("*"))), "ann")

    assert found.admin == ()
    assert len(actions(found)) > 15_000


def test_roles_are_taken_on_through_a_ring_of_them_once(tmp_path: Path) -> None:
    ring = [
        role("a", allow("sts:AssumeRole", arn("role/b")), trust=trusting(arn("role/c"), arn("user/ann"))),
        role("b", allow("sts:AssumeRole", arn("role/c")), trust=trusting(arn("role/a"))),
        role("c", allow("sts:AssumeRole", arn("role/a")), allow("*"), trust=trusting(arn("role/b"))),
    ]
    made = told(tmp_path, user("ann", allow("sts:AssumeRole", arn("role/a"))), *ring)

    found = rights(made, "ann")

    assert [hop.gained for hop in found.takes] == [arn("role/a"), arn("role/b"), arn("role/c")]
    assert found.admin is not None
    assert found.admin[-1].gained == f"admin:{ACCOUNT}"


def test_unreadable_policy_is_a_note_and_never_no_access(tmp_path: Path) -> None:
    made = told(tmp_path, user("bob", attached=["arn:aws:iam::111122223333:policy/gone"]))

    found = rights(made, "bob")

    assert found.rights == ()
    assert any("It may have more: the policy gone could not be read" in note for note in found.notes)
    assert can(made, "bob", "s3:GetObject", "*", {}).decision.truth is Truth.UNKNOWN


def test_group_that_was_not_read_is_a_note(tmp_path: Path) -> None:
    found = rights(told(tmp_path, user("eve", groups=["ghosts"])), "eve")

    assert any(note.startswith("It may have more") for note in found.notes)


def test_group_without_members_lets_nobody_do_anything(tmp_path: Path) -> None:
    made = told(tmp_path, user("ann", allow("s3:GetObject")), group("empty", allow("*")))

    found = who_can(made, "iam:CreateUser", "*", {})

    assert found.holders == ()


def test_resource_policy_that_names_somebody_is_a_right(tmp_path: Path) -> None:
    made = declared(
        tmp_path,
        """
resource "aws_iam_user" "ann" { name = "ann" }
resource "aws_sqs_queue" "jobs" { name = "jobs" }
resource "aws_sqs_queue_policy" "jobs" {
  queue_url = aws_sqs_queue.jobs.url
  policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Effect = "Allow", Principal = { AWS = aws_iam_user.ann.arn }, Action = "sqs:SendMessage", Resource = "*"
  }] })
}
""",
    )

    (right,) = rights(made, "ann").rights

    assert (right.actions, right.truth) == (("sqs:SendMessage",), Truth.YES)
    assert right.resources[0].endswith(":jobs")


def test_policy_variables_are_filled_in(tmp_path: Path) -> None:
    home = "arn:aws:s3:::homes/${aws:username}/*"

    found = rights(told(tmp_path, user("ann", allow("s3:GetObject", home))), "ann")

    assert found.rights[0].resources == ("arn:aws:s3:::homes/ann/*",)


def test_statements_beyond_all_bounds_are_told_as_unknown(tmp_path: Path) -> None:
    many = [allow("s3:GetObject", f"arn:aws:s3:::bucket-{number}/*") for number in range(1_500)]

    found = rights(told(tmp_path, user("ann", *many)), "ann")

    unsure = [each for each in found.rights if each.truth is Truth.UNKNOWN]
    assert sum(len(each.resources) for each in found.rights) == 1_500
    assert all("so many statements" in each.unknowns[0] for each in unsure)
    assert unsure


RBAC = """
apiVersion: v1
kind: ServiceAccount
metadata: {name: web, namespace: shop}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: mixed, namespace: shop}
rules:
  - {apiGroups: [""], resources: [pods], verbs: [get, list]}
  - {apiGroups: [""], resources: [pods/exec], verbs: [create, get]}
  - {apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings], verbs: ["*"]}
  - {apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [db]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: mixed}
subjects: [{kind: ServiceAccount, name: web, namespace: shop}, {kind: User, name: ann}]
"""


def test_kubernetes_rights_are_verbs_on_resources_in_a_namespace(tmp_path: Path) -> None:
    found = rights(declared(tmp_path, RBAC, "rbac.yaml"), "web")

    in_shop = {
        (each.service, each.level): each.actions for each in found.rights if each.resources == ("namespace shop",)
    }
    assert in_shop["core", "read"] == ("get core/pods", "list core/pods")
    assert in_shop["core", "write"] == ("create core/pods/exec", "get core/pods/exec")
    assert "create rbac.authorization.k8s.io/rolebindings" in in_shop["rbac.authorization.k8s.io", "permissions"]
    assert ("db in namespace shop",) in [each.resources for each in found.rights]


def test_kubernetes_person_may_be_in_groups_that_nobody_told(tmp_path: Path) -> None:
    found = rights(declared(tmp_path, RBAC, "rbac.yaml"), "user:ann")

    assert "get core/pods" in actions(found)
    assert any("which groups user:ann is in" in note for note in found.notes)


AZURE = """
data "azurerm_subscription" "current" {}
resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}
resource "azurerm_user_assigned_identity" "web" {
  name                = "web"
  resource_group_name = azurerm_resource_group.shop.name
}
resource "azurerm_role_assignment" "a" {
  role_definition_name = "ROLE"
  scope                = SCOPE
  principal_id         = azurerm_user_assigned_identity.web.principal_id
}
"""


@pytest.mark.parametrize(
    ("given", "level", "but"),
    [("Owner", "permissions", False), ("Contributor", "write", True), ("Reader", "read", False)],
)
def test_azure_rights_are_what_a_role_permits_at_its_scope(tmp_path: Path, given: str, level: str, but: bool) -> None:
    text = AZURE.replace("ROLE", given).replace("SCOPE", "azurerm_resource_group.shop.id")

    (right,) = rights(declared(tmp_path, text), "web").rights

    assert (right.level, right.truth, bool(right.but)) == (level, Truth.YES, but)
    assert right.resources[0].endswith("/resourcegroups/shop")


def test_azure_owner_of_a_subscription_can_do_everything(tmp_path: Path) -> None:
    text = AZURE.replace("ROLE", "Owner").replace("SCOPE", "data.azurerm_subscription.current.id")

    assert rights(declared(tmp_path, text), "web").admin == ()


def test_azure_data_operations_are_told_as_such(tmp_path: Path) -> None:
    text = AZURE.replace("ROLE", "Storage Blob Data Reader").replace("SCOPE", "azurerm_resource_group.shop.id")

    found = rights(declared(tmp_path, text), "web")

    assert "data:microsoft.storage/storageaccounts/blobservices/containers/blobs/read" in actions(found)
    assert {(each.service, each.level) for each in found.rights} <= {
        ("microsoft.storage", "read"),
        ("microsoft.storage", "write"),
    }


GOOGLE = """
resource "google_project" "p" {
  name       = "shop"
  project_id = "shop-1"
}
resource "google_service_account" "web" {
  account_id = "web"
  project    = google_project.p.project_id
}
resource "google_project_iam_member" "n" {
  project = google_project.p.project_id
  role    = "ROLE"
  member  = "serviceAccount:${google_service_account.web.email}"
  MORE
}
"""


def google(folder: Path, role: str, more: str = "") -> Rights:
    return rights(declared(folder, GOOGLE.replace("ROLE", role).replace("MORE", more)), "google_service_account.web")


def test_google_rights_are_the_permissions_of_a_role_where_it_is_granted(tmp_path: Path) -> None:
    found = google(tmp_path, "roles/storage.objectViewer")

    assert "storage.objects.get" in of(found, "storage", "read")[0].actions
    assert "storage.objects.list" in of(found, "storage", "list")[0].actions
    assert of(found, "storage", "read")[0].resources == ("//cloudresourcemanager.googleapis.com/projects/shop-1",)


def test_google_owner_can_do_everything(tmp_path: Path) -> None:
    assert google(tmp_path, "roles/owner").admin == ()


def test_google_condition_is_kept_with_the_right(tmp_path: Path) -> None:
    condition = """condition {
    title      = "soon"
    expression = "request.time < timestamp('2030-01-01T00:00:00Z')"
  }"""

    found = google(tmp_path, "roles/storage.objectViewer", condition)

    assert {each.truth for each in found.rights} == {Truth.UNKNOWN}
    assert all(each.conditions for each in found.rights)


def test_google_role_that_is_not_known_is_a_note(tmp_path: Path) -> None:
    found = google(tmp_path, "roles/newest.thing")

    assert found.rights == ()
    assert any("roles/newest.thing" in note for note in found.notes)


def test_nobody_by_that_name_is_told_with_those_there_are(tmp_path: Path) -> None:
    made = told(tmp_path, user("ann", allow("s3:GetObject")))

    with pytest.raises(TargetError, match=r"(?s)Nobody is called zoe here\. There are:.*user/ann"):
        rights(made, "zoe")


def test_name_that_several_have_is_told_with_all_of_them(tmp_path: Path) -> None:
    made = told(tmp_path, user("app", allow("s3:GetObject")), role("app", trust=trusting(arn("user/app"))))

    with pytest.raises(TargetError, match=r"(?s)app is the name of 2; say which one:.*user/app.*role/app"):
        rights(made, "app")


@pytest.mark.parametrize("said", ["user/ann", arn("user/ann"), "ann"])
def test_somebody_is_found_by_arn_or_by_the_end_of_it(tmp_path: Path, said: str) -> None:
    made = told(tmp_path, user("ann", allow("s3:GetObject")), user("joann", allow("s3:GetObject")))

    assert rights(made, said).name == arn("user/ann")


def test_nearest_names_are_offered_for_one_that_is_misspelt() -> None:
    assert meant("S3:getobjct", ["s3:GetObject", "s3:PutObject", "ec2:RunInstances"]).startswith(
        " Did you mean s3:GetObject"
    )
    assert meant("nothing like it", ["s3:GetObject"]) == ""
