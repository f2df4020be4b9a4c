"""Terraform and exports of Google Cloud, made into an estate and asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bartizan.app.identity.gcp.access import GoogleWorld, access
from bartizan.core.access import Question, Verdict
from bartizan.graph.graph import Graph
from tests.content.trial import read

SHOP = """
resource "google_folder" "f" {
  display_name = "shops"
  parent       = "organizations/1"
}
resource "google_project" "p" {
  name       = "shop"
  project_id = "shop-1"
  folder_id  = google_folder.f.name
}
resource "google_service_account" "web" {
  account_id = "web"
  project    = google_project.p.project_id
}
resource "google_service_account" "ci" {
  account_id = "ci"
  project    = google_project.p.project_id
}
resource "google_storage_bucket" "b" {
  name                        = "orders"
  location                    = "EU"
  project                     = google_project.p.project_id
  uniform_bucket_level_access = true
}
resource "google_secret_manager_secret" "db" {
  secret_id = "db"
  project   = google_project.p.project_id
}
"""
WEB, CI = "google_service_account.web", "google_service_account.ci"


def world(directory: Path, text: str, file: str = "main.tf") -> GoogleWorld:
    (directory / file).write_text(text, "utf-8")
    return access(Graph(read(directory)))


def verdict(made: GoogleWorld, actor: str, action: str, target: str) -> Verdict:
    return made.can(Question(actor=actor, action=action, target=target)).verdict


def member(type: str, on: str, role: str, who: str = f"serviceAccount:${{{WEB}.email}}", name: str = "g") -> str:
    return f'resource "{type}" "{name}" {{\n  {on}\n  role = {role}\n  member = "{who}"\n}}\n'


PROJECT, BUCKET, DB = "google_project.p", "google_storage_bucket.b", "google_secret_manager_secret.db"
TOKEN, GET, SECRET = "iam.serviceAccounts.getAccessToken", "storage.objects.get", "secretmanager.versions.access"
OBJECT = "//storage.googleapis.com/orders/objects/a"


@pytest.mark.parametrize(
    ("type", "on", "role", "action", "target"),
    [
        ("project", "project = google_project.p.project_id", "viewer", "resourcemanager.projects.get", PROJECT),
        ("project", 'project = "shop-1"', "secretmanager.secretAccessor", SECRET, DB),
        ("folder", "folder = google_folder.f.name", "storage.objectViewer", GET, BUCKET),
        ("organization", 'org_id = "1"', "storage.objectViewer", GET, BUCKET),
        ("storage_bucket", f"bucket = {BUCKET}.name", "storage.objectViewer", GET, BUCKET),
        ("storage_bucket", 'bucket = "orders"', "storage.objectViewer", GET, OBJECT),
        ("secret_manager_secret", f"secret_id = {DB}.id", "secretmanager.secretAccessor", SECRET, DB),
        ("service_account", f"service_account_id = {CI}.name", "iam.serviceAccountTokenCreator", TOKEN, CI),
    ],
)
def test_a_grant_in_terraform_gives_what_its_role_says(
    tmp_path: Path, type: str, on: str, role: str, action: str, target: str
) -> None:
    made = world(tmp_path, SHOP + member(f"google_{type}_iam_member", on, f'"roles/{role}"'))

    assert verdict(made, WEB, action, target) is Verdict.ALLOW
    assert verdict(made, CI, action, target) is Verdict.DENY


def test_a_custom_role_is_followed(tmp_path: Path) -> None:
    own = """
resource "google_project_iam_custom_role" "own" {
  project     = google_project.p.project_id
  role_id     = "own"
  title       = "Own"
  permissions = ["storage.objects.get"]
}
"""
    granted = member("google_project_iam_member", 'project = "shop-1"', "google_project_iam_custom_role.own.id")

    made = world(tmp_path, SHOP + own + granted)

    assert verdict(made, WEB, "storage.objects.get", "google_storage_bucket.b") is Verdict.ALLOW
    assert verdict(made, WEB, "storage.objects.create", "google_storage_bucket.b") is Verdict.DENY


def test_a_policy_replaces_what_single_grants_give(tmp_path: Path) -> None:
    policy = """
data "google_iam_policy" "p" {
  binding {
    role    = "roles/storage.objectViewer"
    members = ["user:ann@shop.example"]
  }
}
resource "google_project_iam_policy" "p" {
  project     = google_project.p.project_id
  policy_data = data.google_iam_policy.p.policy_data
}
"""
    single = member("google_project_iam_member", 'project = "shop-1"', '"roles/storage.objectViewer"')

    made = world(tmp_path, SHOP + policy + single)

    assert verdict(made, "user:ann@shop.example", "storage.objects.get", "google_storage_bucket.b") is Verdict.ALLOW
    assert verdict(made, WEB, "storage.objects.get", "google_storage_bucket.b") is Verdict.UNKNOWN


def test_editors_of_a_project_read_its_new_buckets(tmp_path: Path) -> None:
    made = world(tmp_path, SHOP + member("google_project_iam_member", 'project = "shop-1"', '"roles/editor"'))

    decision = made.can(Question(actor=WEB, action="storage.objects.get", target="google_storage_bucket.b"))

    assert decision.verdict is Verdict.ALLOW
    assert decision.clauses[0].stage == "default policy of a bucket"


def test_a_deny_policy_in_terraform_wins(tmp_path: Path) -> None:
    deny = """
resource "google_iam_deny_policy" "d" {
  parent = urlencode("cloudresourcemanager.googleapis.com/projects/${google_project.p.project_id}")
  name   = "d"
  rules {
    deny_rule {
      denied_principals  = ["principalSet://goog/public:all"]
      denied_permissions = ["storage.googleapis.com/objects.get"]
    }
  }
}
"""
    granted = member("google_project_iam_member", 'project = "shop-1"', '"roles/storage.objectViewer"')

    made = world(tmp_path, SHOP + deny + granted)

    assert verdict(made, WEB, "storage.objects.get", "google_storage_bucket.b") is Verdict.DENY
    assert verdict(made, WEB, "storage.objects.list", "google_storage_bucket.b") is Verdict.ALLOW


def test_what_is_granted_where_nobody_knows_is_in_doubt_everywhere(tmp_path: Path) -> None:
    lost = 'variable "bucket" {}\n' + member(
        "google_storage_bucket_iam_member", "bucket = var.bucket", '"roles/storage.objectViewer"'
    )

    made = world(tmp_path, SHOP + lost)

    assert verdict(made, WEB, "storage.objects.get", "google_storage_bucket.b") is Verdict.UNKNOWN
    assert verdict(made, CI, "storage.objects.get", "google_storage_bucket.b") is Verdict.DENY


def test_a_project_that_only_the_provider_names_is_one_project(tmp_path: Path) -> None:
    text = """
variable "project" {}
provider "google" {
  project = var.project
}
resource "google_service_account" "web" {
  account_id = "web"
}
resource "google_secret_manager_secret" "db" {
  secret_id = "db"
}
resource "google_project_iam_member" "g" {
  project = var.project
  role    = "roles/secretmanager.secretAccessor"
  member  = google_service_account.web.member
}
"""
    made = world(tmp_path, text)

    action = "secretmanager.versions.access"
    assert verdict(made, WEB, action, "google_secret_manager_secret.db") is Verdict.ALLOW


def test_groups_in_terraform_are_followed(tmp_path: Path) -> None:
    group = f"""
resource "google_cloud_identity_group" "ops" {{
  parent = "customers/c1"
  labels = {{}}
  group_key {{
    id = "ops@shop.example"
  }}
}}
resource "google_cloud_identity_group_membership" "web" {{
  group = google_cloud_identity_group.ops.id
  preferred_member_key {{
    id = {WEB}.email
  }}
  roles {{
    name = "MEMBER"
  }}
}}
"""
    granted = member(
        "google_project_iam_member", 'project = "shop-1"', '"roles/storage.objectViewer"', "group:ops@shop.example"
    )

    made = world(tmp_path, SHOP + group + granted)

    assert verdict(made, WEB, "storage.objects.get", "google_storage_bucket.b") is Verdict.ALLOW
    assert verdict(made, CI, "storage.objects.get", "google_storage_bucket.b") is Verdict.DENY


def asset(name: str, kind: str, ancestors: list[str], *bindings: dict[str, object]) -> dict[str, object]:
    return {"name": name, "assetType": kind, "ancestors": ancestors, "iamPolicy": {"bindings": list(bindings)}}


def test_an_export_of_assets_answers_for_live_policies(tmp_path: Path) -> None:
    above = ["projects/12", "folders/7", "organizations/1"]
    manager = "cloudresourcemanager.googleapis.com"
    viewer: dict[str, object] = {"role": "roles/storage.objectViewer", "members": ["user:ann@shop.example"]}
    owner: dict[str, object] = {"role": "roles/owner", "members": ["user:root@shop.example"]}
    public: dict[str, object] = {"role": "roles/storage.admin", "members": ["allUsers"]}
    told = [
        asset(f"//{manager}/organizations/1", f"{manager}/Organization", above[2:], owner),
        asset(f"//{manager}/projects/shop", f"{manager}/Project", above, viewer),
        asset("//storage.googleapis.com/orders", "storage.googleapis.com/Bucket", above, public),
    ]

    made = world(tmp_path, "\n".join(map(json.dumps, told)), "assets.json")

    assert verdict(made, "user:ann@shop.example", "storage.objects.get", "projects/shop") is Verdict.ALLOW
    assert verdict(made, "user:ann@shop.example", "storage.objects.create", "projects/shop") is Verdict.DENY
    assert verdict(made, "user:root@shop.example", "iam.serviceAccounts.actAs", "projects/shop") is Verdict.ALLOW
    assert verdict(made, "anonymous", "storage.objects.get", "//storage.googleapis.com/orders") is Verdict.ALLOW
    assert "user:ann@shop.example" in made.actors()


def test_a_policy_above_that_was_not_exported_leaves_it_open(tmp_path: Path) -> None:
    told = [asset("//cloudresourcemanager.googleapis.com/projects/shop", "x/Project", ["projects/12", "folders/7"])]
    told[0]["iamPolicy"] = {"bindings": [{"role": "roles/viewer", "members": ["user:ann@shop.example"]}]}

    made = world(tmp_path, json.dumps(told), "assets.json")

    assert verdict(made, "user:ann@shop.example", "storage.objects.create", "projects/shop") is Verdict.UNKNOWN


def test_an_asset_has_the_name_and_the_home_that_google_gives_it(tmp_path: Path) -> None:
    made = world(tmp_path, SHOP)

    assert made.name(WEB) == "web@shop-1.iam.gserviceaccount.com"
    assert made.name("google_storage_bucket.b") == "//storage.googleapis.com/orders"
    assert made.home("google_secret_manager_secret.db") == "shop-1"
    assert made.fill("//run.googleapis.com/projects/{account}/locations/{region}/jobs/*", WEB) == (
        "//run.googleapis.com/projects/shop-1/locations/*/jobs/*"
    )
