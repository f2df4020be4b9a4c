"""Go modules: go.mod with workspaces, vendor directories and checksums."""

from tests.collect.packages.planted import lines, only, packages, readings, told, why

MOD = """\
module example.com/app

go 1.22.3

require (
	github.com/gin-gonic/gin v1.9.0
	golang.org/x/text v0.3.7 // indirect
)
require "example.com/quoted" v1.0.0 // indirect; kept for tests
"""


def test_required_modules_are_direct_unless_marked_indirect() -> None:
    reading = only("go-modules", {"go.mod": MOD})

    assert told(reading, "direct") == {
        "github.com/gin-gonic/gin@v1.9.0": True,
        "golang.org/x/text@v0.3.7": False,
        "example.com/quoted@v1.0.0": False,
        "stdlib@1.22.3": True,
    }
    assert lines(reading)["golang.org/x/text@v0.3.7"] == "go.mod:7"
    assert packages(reading)["github.com/gin-gonic/gin@v1.9.0"].value["purl"].startswith("pkg:golang/")
    assert not reading.gaps


def test_toolchain_tells_the_standard_library_rather_than_the_language() -> None:
    reading = only("go-modules", {"go.mod": "module a\ngo 1.21\ntoolchain go1.22.5\n"})

    assert list(packages(reading)) == ["stdlib@1.22.5"]
    assert lines(reading)["stdlib@1.22.5"] == "go.mod:3"


def test_language_version_alone_does_not_tell_the_standard_library() -> None:
    reading = only("go-modules", {"go.mod": "module a\ngo 1.20\n"})

    assert "only the language's version" in why(reading, "stdlib")


def test_replaced_module_is_the_one_it_is_replaced_by() -> None:
    mod = "module a\ngo 1.20\nrequire b.c/d v1.0.0\nreplace b.c/d v1.0.0 => e.f/g v1.1.0\n"
    reading = only("go-modules", {"go.mod": mod})

    assert "e.f/g@v1.1.0" in packages(reading)
    assert packages(reading)["e.f/g@v1.1.0"].value["modules"] == ["b.c/d"]


def test_module_replaced_by_a_directory_has_no_known_version() -> None:
    mod = "module a\ngo 1.20\nrequire b.c/d v1.0.0\nreplace b.c/d => ../d\n"
    reading = only("go-modules", {"go.mod": mod})

    assert "../d" in why(reading, "b.c/d")


def test_replacement_of_another_version_does_not_count() -> None:
    mod = "module a\ngo 1.20\nrequire b.c/d v1.0.0\nreplace b.c/d v0.9.0 => ../d\n"

    assert "b.c/d@v1.0.0" in packages(only("go-modules", {"go.mod": mod}))


def test_excluded_version_is_not_the_one_that_is_built() -> None:
    mod = "module a\ngo 1.20\nrequire b.c/d v1.0.0\nexclude b.c/d v1.0.0\n"

    assert "excluded" in why(only("go-modules", {"go.mod": mod}), "b.c/d")


def test_workspace_replaces_for_the_modules_it_uses_only() -> None:
    files = {
        "go.work": "go 1.20\nuse ./one\nreplace b.c/d => b.c/d v1.5.0\n",
        "one/go.mod": "module one\nrequire b.c/d v1.0.0\n",
        "two/go.mod": "module two\nrequire b.c/d v1.0.0\n",
    }
    one, two = readings("go-modules", files)

    assert list(packages(one)) == ["b.c/d@v1.5.0"]
    assert list(packages(two)) == ["b.c/d@v1.0.0"]


def test_older_module_takes_what_it_does_not_list_from_its_checksums_in_the_highest_version() -> None:
    sums = (
        "b.c/d v1.0.0 h1:AAA=\nb.c/d v1.0.0/go.mod h1:BBB=\n"
        "e.f/g v1.9.0 h1:CCC=\ne.f/g v1.10.0 h1:DDD=\nh.i/j v1.0.0/go.mod h1:EEE=\n"
    )
    reading = only("go-modules", {"go.mod": "module a\ngo 1.16\nrequire b.c/d v1.0.0\n", "go.sum": sums})

    assert told(reading, "direct") == {"b.c/d@v1.0.0": True, "e.f/g@v1.10.0": False, "stdlib": True}
    assert told(reading, "checksums")["b.c/d@v1.0.0"] == ["h1:AAA="]
    assert lines(reading)["e.f/g@v1.10.0"] == "go.sum:4"


def test_newer_module_takes_nothing_but_checksums_from_them() -> None:
    reading = only("go-modules", {"go.mod": MOD, "go.sum": "old.example/left v1.0.0 h1:AAA=\n"})

    assert not any(address.startswith("old.example") for address in packages(reading))


def test_vendor_directory_goes_before_checksums_in_an_older_module() -> None:
    files = {
        "go.mod": "module a\ngo 1.14\nrequire b.c/d v1.0.0\n",
        "go.sum": "x.y/z v1.0.0 h1:AAA=\n",
        "vendor/modules.txt": "# b.c/d v1.0.0\n## explicit\nb.c/d\n# e.f/g v1.2.0 => k.l/m v1.3.0\ne.f/g\n",
    }
    reading = only("go-modules", files)

    assert set(packages(reading)) == {"b.c/d@v1.0.0", "k.l/m@v1.3.0", "stdlib"}


def test_vendor_directory_without_a_module_is_read_alone() -> None:
    reading = only("go-modules", {"x/vendor/modules.txt": "# b.c/d v1.0.0\nb.c/d\n"})

    assert list(packages(reading)) == ["b.c/d@v1.0.0"]


def test_line_that_cannot_be_read_is_a_gap_and_the_others_are_read() -> None:
    reading = only("go-modules", {"go.mod": "module a\nrequire b.c/d\nrequire e.f/g v1.0.0\n"})

    assert list(packages(reading)) == ["e.f/g@v1.0.0"]
    assert [gap.line for gap in reading.gaps] == [2]
