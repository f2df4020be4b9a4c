"""Databases that rpm itself wrote, one by one beside what rpm says is in them."""

from __future__ import annotations

import shutil
import sqlite3
import struct
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bartizan.collect.tree import ROOTFS, walk
from tests.collect.packages.rootfs import readings

pytestmark = pytest.mark.skipif(
    not (shutil.which("rpm") and shutil.which("rpmbuild")), reason="rpm and rpmbuild are not installed (Debian: rpm)"
)

SPEC = """
Name: front
Version: 1.2
Release: 3%{?dist}
Epoch: 2
Summary: x
License: MIT
BuildArch: noarch
Requires: front-libs, /usr/bin/front-tool, (front-doc if nothing)
%description
x
%package libs
Summary: x
Provides: libfront.so.1
%description libs
x
%package doc
Summary: x
%description doc
x
%install
mkdir -p %{buildroot}/usr/bin
echo > %{buildroot}/usr/bin/front-tool
%files
%files doc
%files libs
/usr/bin/front-tool
"""

QUERY = "%{NAME}\\t%|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\\t%{ARCH}\\t%{SOURCERPM}\\n"


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    top = tmp_path_factory.mktemp("rpmbuild")
    (top / "front.spec").write_text(SPEC)
    run("rpmbuild", "-bb", "--define", f"_topdir {top}", str(top / "front.spec"))
    return sorted(map(str, (top / "RPMS").rglob("*.rpm")))


def installed(root: Path, form: str, packages: list[str]) -> str:
    """Install packages into a new database, and return what rpm says of it."""
    path = root / "var/lib/rpm"
    path.mkdir(parents=True)
    chosen = ["--dbpath", str(path), "--define", f"_db_backend {form}"]
    begun = subprocess.run(["rpm", *chosen, "--initdb"], capture_output=True, text=True, check=False, timeout=60)
    if "invalid %_db_backend" in begun.stderr:
        pytest.skip(f"this rpm was built without the form {form} (Debian's was)")
    run("rpm", *chosen, "-i", "--justdb", "--nodeps", "--noscripts", "--nosignature", *packages)
    return run("rpm", *chosen, "-qa", "--qf", QUERY)


def told(root: Path) -> set[tuple[str, str, str, str]]:
    tree = replace(walk(root), of=ROOTFS)
    found = set()
    for reading in readings("rpm", tree):
        assert [gap for gap in reading.gaps if "os-release" not in gap.why] == []
        for resource in reading.resources:
            value = resource.value
            source = value["source_version"].rpartition(":")[2]
            found.add(
                (value["name"], value["version"], value["architecture"], f"{value['source_name']}-{source}.src.rpm")
            )
    return found


@pytest.mark.parametrize("form", ["sqlite", "ndb"])
def test_what_rpm_installed_is_told_one_by_one(form: str, packages: list[str], tmp_path: Path) -> None:
    said = installed(tmp_path, form, packages)

    assert len(packages) == 3
    assert told(tmp_path) == {tuple(line.split("\t")) for line in said.splitlines()}


def test_who_needs_what_is_as_rpm_wrote_it(packages: list[str], tmp_path: Path) -> None:
    installed(tmp_path, "sqlite", packages)

    (reading,) = readings("rpm", replace(walk(tmp_path), of=ROOTFS))

    needed = {resource.value["name"]: resource.value["needed_by"] for resource in reading.resources}
    front = next(resource.address for resource in reading.resources if resource.value["name"] == "front")
    assert needed == {"front": [], "front-libs": [front], "front-doc": [front]}


PERL = """
use DB_File;
tie my %h, 'DB_File', $ARGV[0], O_RDWR|O_CREAT, 0644, $DB_HASH or die;
$h{pack('V', 0)} = pack('V', 3);
my $i = 0;
while (@ARGV > 1) { my $f = pop @ARGV; open my $in, '<:raw', $f; local $/; $h{pack('V', ++$i)} = <$in>; }
untie %h;
"""


def test_a_hash_that_berkeley_db_wrote_is_read(packages: list[str], tmp_path: Path) -> None:
    """Only old systems have an rpm that writes this form: its library is asked to, with the headers rpm made."""
    if subprocess.run(["perl", "-MDB_File", "-e", "1"], capture_output=True, check=False).returncode:
        pytest.skip("perl has no DB_File, the way to Berkeley DB (Debian: perl)")
    said = installed(tmp_path / "new", "sqlite", packages)
    with closing(sqlite3.connect(tmp_path / "new/var/lib/rpm/rpmdb.sqlite")) as connection:
        blobs = [blob for (blob,) in connection.execute("SELECT blob FROM Packages")]
    files = []
    for index, blob in enumerate(blobs * 20):  # more than one bucket
        files.append(tmp_path / f"{index}.blob")
        files[-1].write_bytes(blob)
    (tmp_path / "old/var/lib/rpm").mkdir(parents=True)

    run("perl", "-e", PERL, str(tmp_path / "old/var/lib/rpm/Packages"), *map(str, files))

    head = (tmp_path / "old/var/lib/rpm/Packages").read_bytes()[:16]
    assert struct.unpack("<I", head[12:])[0] == 0x61561
    assert told(tmp_path / "old") == {tuple(line.split("\t")) for line in said.splitlines()}
