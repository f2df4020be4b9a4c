"""The commands that ask who may do what, as a person uses them: what they print, and their exit codes."""

from __future__ import annotations

import json
import os
import pty
import sys
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

import bartizan
from tests.app.identity.accounts import allow, arn, export, role, trusting, user
from tests.cli.test_cli import run

SHOP = Path(__file__).parents[2] / "examples" / "shop"
CUSTOMERS = "arn:aws:s3:::shop-customers-111122223333/*"
OBJECT = "arn:aws:s3:::orders/a.json"
MFA = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
ACTIVITY = SHOP / "activity" / "cloudtrail.json"


def ask(*arguments: str | Path, cwd: Path) -> CompletedProcess[str]:
    done = run(*arguments, "-q", cwd=cwd)
    assert "Traceback" not in done.stdout + done.stderr
    return done


def as_json(done: CompletedProcess[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["tool"] == {"name": "bartizan", "version": bartizan.__version__}
    return found


@pytest.fixture
def account(tmp_path: Path) -> Path:
    """Return a folder with the export of an account, good and bad policies in it."""
    things = [
        user("ann", allow("s3:GetObject", "arn:aws:s3:::orders/*", Condition=MFA)),
        user("bob", "{not json", attached=[arn("policy/gone")]),
        user("eve", allow("sts:AssumeRole", arn("role/a")), groups=["ghosts"]),
        user("ev\x1b[31mil\r\nname", allow("s3:GetObject")),
        user("app", allow("s3:ListAllMyBuckets")),
        role("app", allow("s3:GetObject", "arn:aws:s3:::orders/*"), trust=trusting(arn("user/app"))),
        role("a", allow("sts:AssumeRole", arn("role/b")), trust=trusting(arn("role/b"), arn("user/eve"))),
        role("b", allow("sts:AssumeRole", arn("role/a")), trust=trusting(arn("role/a"))),
    ]
    folder = tmp_path / "account"
    folder.mkdir()
    (folder / "auth.json").write_text(export(*things), "utf-8")
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ("who-can", "s3:GetObject", CUSTOMERS, SHOP),
        ("can", "shop-orders", "s3:GetObject", CUSTOMERS, SHOP),
        ("can", "shop-node", "s3:PutObject", CUSTOMERS, SHOP),
        ("access", "shop-orders", SHOP),
        ("access", "shop-deploy", SHOP),
        ("access", "k8s//shop/ServiceAccount/storefront", SHOP),
        ("who-can", "get core/secrets", "shop/*", SHOP),
        ("least-privilege", "shop-orders", SHOP, "--activity", ACTIVITY),
    ],
    ids=["who-can", "can", "cannot", "access", "administrator", "service-account", "secrets", "least-privilege"],
)
def test_the_shop_as_it_is_read(tmp_path: Path, snapshot: SnapshotAssertion, arguments: tuple[str | Path, ...]) -> None:
    done = ask(*arguments, cwd=tmp_path)

    assert done.stderr == ""
    assert f"exit code {done.returncode}\n{done.stdout}" == snapshot


@pytest.mark.parametrize(
    "arguments",
    [
        ("can", "shop-orders", "s3:GetObject", CUSTOMERS, "infra"),
        ("access", "shop-exporter", "infra"),
        ("least-privilege", "shop-exporter", "infra"),
    ],
    ids=["can", "access", "least-privilege"],
)
def test_the_shop_as_programs_read_it(tmp_path: Path, snapshot: SnapshotAssertion, arguments: tuple[str, ...]) -> None:
    (tmp_path / "infra").symlink_to(SHOP / "infra")

    found = as_json(ask(*arguments, "--json", cwd=tmp_path))

    assert {key: value for key, value in found.items() if key != "tool"} == snapshot


def test_who_can_for_programs_names_everybody_and_their_ways(tmp_path: Path) -> None:
    found = as_json(ask("who-can", "s3:GetObject", CUSTOMERS, SHOP, "--json", cwd=tmp_path))

    names = {holder["name"].rpartition("/")[2]: holder for holder in found["holders"]}
    assert names["shop-node"]["decision"]["verdict"] == "allow"
    assert names["shop-orders"]["decision"]["truth"] == "yes"
    assert names["shop-orders"]["cited"][0]["place"]["file"] == "infra/identities.tf"


@pytest.mark.parametrize(
    ("principal", "given", "code", "verdict"),
    [
        ("role/app", [], 0, "ALLOW"),
        ("user/app", [], 1, "DENY"),
        ("ann", [], 3, "CONDITIONAL"),
        ("ann", ["--given", "aws:MultiFactorAuthPresent=true"], 0, "ALLOW"),
        ("ann", ["--given", "aws:MultiFactorAuthPresent=false"], 1, "DENY"),
        ("bob", [], 3, "UNKNOWN"),
        ("eve", [], 3, "UNKNOWN"),
        ("anonymous", [], 3, "UNKNOWN"),
    ],
)
def test_verdicts_have_their_exit_codes(
    account: Path, principal: str, given: list[str], code: int, verdict: str
) -> None:
    done = ask("can", principal, "s3:GetObject", OBJECT, account, *given, cwd=account)

    assert (done.returncode, done.stdout.split()[0]) == (code, verdict)


def test_policy_that_can_not_be_read_is_never_no_access(account: Path) -> None:
    told, has = ask("can", "bob", "s3:GetObject", OBJECT, account, cwd=account), ask("access", "bob", cwd=account)

    assert "is not valid JSON" in told.stdout
    assert "gone could not be read" in told.stdout
    assert "It may have more: the policy gone could not be read" in " ".join(has.stdout.split())


def test_ring_of_roles_ends(account: Path) -> None:
    done = ask("access", "eve", account, cwd=account)

    assert done.returncode == 0
    assert done.stdout.count("aws-iam-role-assume") == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("access", "zoe"), "Nobody is called zoe here. There are:"),
        (("access", "app"), "app is the name of 2; say which one:"),
        (("can", "zoe", "s3:GetObject", OBJECT), "Nobody is called zoe here. There are:"),
        (("least-privilege", "zoe"), "Nobody is called zoe here. There are:"),
        (("can", "ann", "s3:GetObject", OBJECT, ".", "--given", "nothing"), "expected KEY=VALUE"),
        (("access", "ann", "gone"), "gone does not exist"),
    ],
)
def test_what_can_be_mended_is_said_and_gives_an_error(account: Path, arguments: tuple[str, ...], said: str) -> None:
    done = ask(*arguments, cwd=account)

    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert done.stdout == ""


def test_unknown_action_is_noted_with_the_one_that_was_meant(account: Path) -> None:
    done = ask("who-can", "s3:GetObjct", OBJECT, account, cwd=account)

    said = " ".join(done.stdout.split())
    assert "s3:GetObjct is no action that AWS documents; check its spelling. Did you mean s3:GetObject" in said


def test_control_characters_are_written_out_wherever_names_are_shown(account: Path) -> None:
    listed = ask("who-can", "s3:GetObject", OBJECT, account, cwd=account)
    missed = ask("access", "zoe", account, cwd=account)

    for text in (listed.stdout, missed.stderr):
        assert "\x1b" not in text
        assert "\r" not in text
        assert r"ev\x1b[31mil" in text


@pytest.mark.parametrize("said", ['infra//module.data.module.bucket["customers"].aws_s3_bucket.this', "*", CUSTOMERS])
def test_resources_are_said_by_address_by_arn_or_by_pattern(tmp_path: Path, said: str) -> None:
    found = as_json(ask("who-can", "s3:*", said, SHOP, "--json", cwd=tmp_path))

    assert found["resource"] in ("arn:aws:s3:::shop-customers-111122223333", "*", CUSTOMERS)
    assert "shop-receipts" in {holder["name"].rpartition("/")[2] for holder in found["holders"]}


AZURE = """
resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}
resource "azurerm_user_assigned_identity" "web" {
  name                = "web"
  resource_group_name = azurerm_resource_group.shop.name
}
resource "azurerm_role_assignment" "a" {
  role_definition_name = "Storage Blob Data Reader"
  scope                = azurerm_resource_group.shop.id
  principal_id         = azurerm_user_assigned_identity.web.principal_id
}
"""
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
  role    = "roles/storage.objectViewer"
  member  = "serviceAccount:${google_service_account.web.email}"
}
"""
PLAN = {
    "format_version": "1.2",
    "terraform_version": "1.9.0",
    "planned_values": {
        "root_module": {
            "resources": [
                {
                    "address": "aws_iam_user.ann",
                    "mode": "managed",
                    "type": "aws_iam_user",
                    "name": "ann",
                    "provider_name": "registry.terraform.io/hashicorp/aws",
                    "values": {"name": "ann", "path": "/"},
                },
                {
                    "address": "aws_iam_user_policy.own",
                    "mode": "managed",
                    "type": "aws_iam_user_policy",
                    "name": "own",
                    "provider_name": "registry.terraform.io/hashicorp/aws",
                    "values": {
                        "name": "own",
                        "user": "ann",
                        "policy": json.dumps({"Version": "2012-10-17", "Statement": [allow("s3:GetObject")]}),
                    },
                },
            ]
        }
    },
    "configuration": {"root_module": {}},
}


@pytest.mark.parametrize(
    ("file", "text", "who", "has"),
    [
        ("main.tf", AZURE, "web", "data:microsoft.storage/storageaccounts/blobservices/containers/blobs/read"),
        ("main.tf", GOOGLE, "google_service_account.web", "storage.objects.get"),
        ("plan.json", json.dumps(PLAN), "aws_iam_user.ann", "s3:GetObject"),
        ("auth.json", export(user("ann", allow("s3:GetObject"))), "ann", "s3:GetObject"),
    ],
    ids=["azure", "google", "plan", "export"],
)
def test_access_is_read_from_every_provider_and_kind_of_target(
    tmp_path: Path, file: str, text: str, who: str, has: str
) -> None:
    (tmp_path / file).write_text(text, "utf-8")
    target = "." if file == "main.tf" else file

    found = as_json(ask("access", who, target, "--json", cwd=tmp_path))

    assert has in {action for right in found["rights"] for action in right["actions"]}


def test_everything_is_listed_when_asked_for(tmp_path: Path) -> None:
    short, whole = (ask("access", "shop-deploy", SHOP, *more, cwd=tmp_path).stdout for more in ([], ["-v"]))

    assert len(short.splitlines()) < 120
    assert "s3:" not in short
    assert "GetObjectVersionTagging" in whole
    assert "GetObjectVersionTagging" not in short


def test_colours_are_for_terminals_alone(account: Path) -> None:
    command = [sys.executable, "-m", "bartizan.cli.main", "can", "ann", "s3:GetObject", OBJECT, str(account), "-q"]
    env = {**os.environ, "XDG_CACHE_HOME": str(account / ".cache"), "TERM": "xterm"}
    env.pop("NO_COLOR", None)

    on_terminal = _on_terminal(command, env)

    assert "\x1b[" in on_terminal
    assert "\x1b[" not in ask(*command[3:], cwd=account).stdout


def _on_terminal(command: list[str], env: dict[str, str]) -> str:
    pid, end = pty.fork()
    if pid == 0:
        os.execve(command[0], command, env)
    read = bytearray()
    while True:
        try:
            piece = os.read(end, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        read += piece
    os.waitpid(pid, 0)
    os.close(end)
    return read.decode()
