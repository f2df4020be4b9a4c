"""Secrets in history: told of once, where they came first; with every shape of repository there is."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from bartizan.app.inventory import Contents, own_key
from bartizan.collect.format import Unit
from bartizan.collect.resource import Resource
from bartizan.collect.secrets.history import FORMAT
from bartizan.collect.secrets.past.repository import LEAST, MOST, Stretch
from bartizan.collect.tree import Tree, walk
from bartizan.core.truth import Unknown
from tests.collect.secrets.samples import LOOKED_FOR, private_key, token


class Work:
    """A repository to commit to."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main", *options, ".")

    def git(self, *arguments: str) -> str:
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PATH": os.environ["PATH"]}
        who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in _WHO.items()}
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env={**settings, **who}, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def commit(self, **files: str | None) -> str:
        for name, text in files.items():
            path = self.folder / name
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "a change")
        return self.git("rev-parse", "HEAD")


_WHO = {"NAME": "Ada Ö", "EMAIL": "ada@example.org", "DATE": "2026-01-02T03:04:05Z"}


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return Work(tmp_path / "work")


def tree_of(root: Path) -> Tree:
    return replace(walk(root), looked_for=LOOKED_FOR)


def read(root: Path) -> tuple[list[Resource], list[str]]:
    tree = tree_of(root)
    found = [FORMAT.read(unit, tree) for unit in FORMAT.units(tree)]
    return [leak for each in found for leak in each.resources], [gap.why for each in found for gap in each.gaps]


def test_a_secret_that_was_removed_is_told_with_its_first_commit(work: Work) -> None:
    secret = token()
    work.commit(app="nothing")
    first = work.commit(app=f"x\nkey = {secret}\n")
    work.commit(app=f"x\ny\nkey = {secret}\n")
    work.commit(app="x\n")
    (leak,), gaps = read(work.folder)

    assert leak.address == f"app@{first[:12]}#secret-token/1"
    assert (leak.value["commit"], leak.value["author"]) == (first, "Ada Ö <ada@example.org>")
    assert (leak.value["removed"], leak.value["present"], leak.value["layer"]) == (True, True, None)
    assert (leak.place.file, leak.place.line, leak.place.column) == ("app", 2, 7)
    assert gaps == []


def test_the_mark_is_that_of_the_same_secret_in_a_current_file(work: Work) -> None:
    from bartizan.collect.secrets.files import FORMAT as FILES

    secret = token()
    work.commit(old=secret)
    work.commit(old=None, new=secret)
    (leak,), _ = read(work.folder)
    tree = tree_of(work.folder)
    (now,) = [leak for unit in FILES.units(tree) for leak in FILES.read(unit, tree).resources]

    assert now.value["mark"] == leak.value["mark"]


def test_a_secret_that_still_stands_there_is_left_to_the_current_files(work: Work) -> None:
    work.commit(app=f"{token()}\n")
    work.commit(app=f"# moved\n{(work.folder / 'app').read_text()}")

    assert read(work.folder) == ([], [])


def test_a_secret_removed_in_the_working_tree_alone_is_told(work: Work) -> None:
    work.commit(app=token())
    (work.folder / "app").write_text("clean")
    (leak,), _ = read(work.folder)

    assert leak.value["removed"] is True


def test_a_file_that_moved_brings_no_new_secret(work: Work) -> None:
    text = f"a\nb\n{token()}\nc\n"
    first = work.commit(old=text)
    work.commit(old=None, new=text)
    work.commit(new=None, newer=text + "edited\n")
    work.commit(newer="clean")
    found, _ = read(work.folder)

    assert [leak.address for leak in found] == [f"old@{first[:12]}#secret-token/1"]


def test_each_branch_tag_and_stash_is_searched(work: Work) -> None:
    work.commit(app="base")
    for name in ("branch", "tag", "stash"):
        work.git("checkout", "-q", "-b", f"b-{name}", "main")
        if name == "stash":
            (work.folder / "app").write_text(token())
            work.git("stash")
        else:
            work.commit(**{name: token()})
        if name == "tag":
            work.git("tag", "v1")
        work.git("checkout", "-q", "main")
    work.git("branch", "-D", "b-tag")
    found, _ = read(work.folder)

    assert sorted(leak.place.file for leak in found) == ["app", "branch", "tag"]


def test_what_a_merge_brings_by_itself_is_found(work: Work) -> None:
    work.commit(app="one\n")
    work.git("checkout", "-q", "-b", "side")
    work.commit(app="two\n")
    work.git("checkout", "-q", "main")
    work.commit(app="three\n")
    with pytest.raises(subprocess.CalledProcessError):
        work.git("merge", "-q", "side")
    merge = work.commit(app=f"{token()}\n")
    work.commit(app="clean\n")
    found, _ = read(work.folder)

    assert [leak.value["commit"] for leak in found] == [merge]


def test_an_ordinary_merge_brings_nothing_new(work: Work) -> None:
    work.commit(app="one\n")
    work.git("checkout", "-q", "-b", "side")
    first = work.commit(other=token())
    work.git("checkout", "-q", "main")
    work.commit(app="two\n")
    work.git("merge", "-q", "side", "-m", "merge")
    work.commit(other=None)
    found, _ = read(work.folder)

    assert [leak.value["commit"] for leak in found] == [first]


def test_a_bare_repository_is_searched(work: Work, tmp_path: Path) -> None:
    work.commit(app=token())
    work.git("clone", "-q", "--bare", ".", str(tmp_path / "bare"))
    (leak,), gaps = read(tmp_path / "bare")

    assert isinstance(leak.value["removed"], Unknown)
    assert gaps == []


def test_a_shallow_clone_is_a_gap(work: Work, tmp_path: Path) -> None:
    work.commit(app=token())
    work.commit(app="clean")
    work.git("clone", "-q", "--depth", "1", f"file://{work.folder}", str(tmp_path / "shallow"))
    found, gaps = read(tmp_path / "shallow")

    assert found == []
    assert ["--unshallow" in gap for gap in gaps] == [True]


def test_a_worktree_is_searched(work: Work, tmp_path: Path) -> None:
    work.commit(app=token())
    work.commit(app="clean")
    work.git("worktree", "add", "-q", str(tmp_path / "beside"))
    (leak,), gaps = read(tmp_path / "beside")

    assert (leak.place.file, gaps) == ("app", [])


def test_a_submodule_is_searched(work: Work, tmp_path: Path) -> None:
    inner = Work(tmp_path / "inner")
    inner.commit(app=token())
    inner.commit(app="clean")
    work.commit(app="nothing")
    work.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.folder), "mod/inner")
    work.commit(app="more")
    (leak,), gaps = read(work.folder)

    assert (leak.place.file, gaps) == ("mod/inner/app", [])


def test_a_repository_outside_of_what_is_scanned_is_not_opened(work: Work, tmp_path: Path) -> None:
    other = Work(tmp_path / "other")
    other.commit(app=token())
    work.commit(app="nothing")
    (work.folder / "trap").mkdir()
    (work.folder / "trap/.git").write_text(f"gitdir: {other.folder}/.git")
    (work.folder / "trap/file").write_text("x")
    found, gaps = read(work.folder)

    assert found == []
    assert ["outside" in gap for gap in gaps] == [True]


def test_a_part_of_a_repository_has_the_history_of_that_part(work: Work) -> None:
    work.commit(app=token())
    (work.folder / "deploy").mkdir()
    work.commit(**{"deploy/env": token()})
    work.commit(**{"deploy/env": "clean", "app": "clean"})
    found, _ = read(work.folder / "deploy")

    assert [leak.place.file for leak in found] == ["env"]


def test_a_repository_of_sha_256_is_searched(tmp_path: Path) -> None:
    work = Work(tmp_path / "sha256", "--object-format=sha256")
    first = work.commit(app=token())
    work.commit(app="clean")
    (leak,), _ = read(work.folder)

    assert len(first) == 64
    assert leak.value["commit"] == first


def test_a_repository_without_commits_and_a_directory_without_one_have_no_history(tmp_path: Path) -> None:
    Work(tmp_path / "empty")
    (tmp_path / "plain").mkdir()

    assert read(tmp_path / "empty") == ([], [])
    assert list(FORMAT.units(tree_of(tmp_path / "plain"))) == []


def test_names_of_any_kind_are_read(work: Work) -> None:
    name = "a b\nü'\"$(x).txt"
    work.commit(**{name: token()})
    work.commit(**{name: None})
    (leak,), _ = read(work.folder)

    assert leak.place.file == name


def test_a_current_file_behind_a_link_is_not_read(work: Work, tmp_path: Path) -> None:
    """The secret's file has become a link out of the tree: what it leads to is nobody's business."""
    secret = token()
    (work.folder / "d").mkdir()
    work.commit(**{"d/app": secret})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "app").write_text(secret)
    (work.folder / "d/app").unlink()
    (work.folder / "d").rmdir()
    (work.folder / "d").symlink_to(outside)
    (leak,), _ = read(work.folder)

    assert leak.value["removed"] is True


def test_settings_of_the_repository_run_nothing(work: Work, tmp_path: Path) -> None:
    work.commit(app=token())
    work.commit(app="clean")
    ran = tmp_path / "ran"
    for setting in (
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "gpg.program",
        "core.sshCommand",
        "filter.x.smudge",
    ):
        work.git("config", setting, f"touch {ran}; true")
    work.git("config", "log.showSignature", "true")
    (work.folder / ".git/info/attributes").write_text("* filter=x diff=x")
    work.git("config", "diff.x.textconv", f"touch {ran}; cat")
    found, _ = read(work.folder)

    assert len(found) == 1
    assert not ran.exists()


def test_a_missing_object_is_a_gap_and_the_rest_is_searched(work: Work) -> None:
    work.commit(app=token())
    lost = work.git("hash-object", "app")
    work.commit(app=token(), other="x")
    work.commit(app="clean")
    (work.folder / ".git/objects" / lost[:2] / lost[2:]).unlink()
    found, gaps = read(work.folder)

    assert len(found) == 1
    assert ["--refetch" in gap for gap in gaps] == [True]


def test_a_broken_object_is_a_gap_and_the_rest_is_searched(work: Work) -> None:
    work.commit(app=token())
    broken = work.git("hash-object", "app")
    path = work.folder / ".git/objects" / broken[:2] / broken[2:]
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-6])
    work.commit(app=token(), other=token())
    work.commit(app="clean", other="clean")
    found, gaps = read(work.folder)

    assert sorted(leak.place.file for leak in found) == ["app", "other"]
    assert ["git fsck" in gap for gap in gaps] == [True]


def test_without_git_there_is_a_gap(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    work.commit(app=token())
    monkeypatch.setenv("PATH", "")

    assert read(work.folder)[1] == ["git is not installed; the history cannot be searched without it."]


def test_lists_and_comments_accept_secrets_of_history(work: Work) -> None:
    first = work.commit(app=f"{token()}\n{token()} # gitleaks:allow\n{private_key()}\n")
    work.commit(app="clean")
    (work.folder / ".gitleaksignore").write_text(f"{first}:app:secret-token:1\n")
    found, _ = read(work.folder)

    assert [leak.value["accepted"] for leak in found] == [True, True, False]


def keys(root: Path) -> dict[str, Unit]:
    tree = tree_of(root)
    contents = Contents(tree)
    return {own_key(unit, contents): unit for unit in FORMAT.units(tree)}


def test_of_a_longer_history_only_new_stretches_are_read(work: Work) -> None:
    for number in range(6 * LEAST):
        work.git("commit", "-q", "--allow-empty", "-m", str(number))
    before = keys(work.folder)
    work.commit(app="new")
    after = keys(work.folder)

    assert len(before) >= 1
    assert len(after.keys() - before.keys()) == 1
    assert all(len(Stretch.of(unit.state).commits) <= MOST for unit in after.values())


def test_stretches_have_every_commit_once(work: Work) -> None:
    made = [work.commit(app=str(number)) for number in range(3)]
    (unit,) = keys(work.folder).values()

    assert list(Stretch.of(unit.state).commits) == made


def test_the_key_of_a_stretch_names_the_files_it_was_compared_with(work: Work) -> None:
    work.commit(app=token())
    work.commit(app="clean")
    tree = tree_of(work.folder)
    (reading,) = [FORMAT.read(unit, tree) for unit in FORMAT.units(tree)]

    assert reading.also == ("app",)
