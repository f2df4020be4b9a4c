"""Elixir and Erlang locks."""

from tests.collect.packages.planted import lines, only, packages, told

MIX = """\
%{
  "phoenix": {:hex, :phoenix, "1.7.2", "c375ffb482beb4e3d20894f84dd7920442884f5f5b70b9f4528cbe0cedefec63", [:mix],
    [{:plug, "~> 1.14", [hex: :plug, repo: "hexpm", optional: false]}], "hexpm", "%s"},
  "plug" => {:hex, :plug, "1.14.2", "cff", [:mix], [], "hexpm"},
  "renamed": {:hex, :real_name, "1.0.0", "cff", [:rebar3], [], "hexpm", "abc"},
  "credo": {:hex, :credo, "1.6.0", "cff", [:mix], [], "hexpm"},
  "fork": {:git, "https://example.com/fork.git", "0123456789abcdef", [branch: "main"]},
}
""".replace("%s", "b" * 64)
EXS = """\
defp deps do
  [
    {:phoenix, "~> 1.7"},
    # {:commented, "~> 1.0"},
    {:renamed, "~> 1.0", hex: :real_name},
    {:credo, "~> 1.6", only: [:dev, :test], runtime: false},
    {:fork, github: "a/fork", only: :prod}
  ]
end
"""


def test_lock_of_mix_with_its_manifest() -> None:
    reading = only("mix", {"mix.lock": MIX, "mix.exs": EXS})

    assert told(reading, "direct") == {
        "phoenix@1.7.2": True,
        "plug@1.14.2": False,
        "real_name@1.0.0": True,
        "credo@1.6.0": True,
        "fork": True,
    }
    assert told(reading, "development")["credo@1.6.0"] is True
    assert told(reading, "development")["plug@1.14.2"] is False
    assert told(reading, "needed_by")["plug@1.14.2"] == ["phoenix@1.7.2"]
    assert told(reading, "checksums")["phoenix@1.7.2"] == ["sha256:" + "b" * 64]
    assert lines(reading)["plug@1.14.2"] == "mix.lock:4"


def test_lock_of_rebar_tells_its_levels() -> None:
    text = """\
{"1.2.0",
[{<<"cowboy">>,{pkg,<<"cowboy">>,<<"2.9.0">>},0},
 {<<"cowlib">>,{pkg,<<"cowlib">>,<<"2.11.0">>},1},
 {<<"fork">>,{git,"https://example.com/fork",{ref,"0123"}},0}]}.
[
{pkg_hash,[
 {<<"cowboy">>, <<"865DD8B6607E14CF03282E10E934023A1BD8BE6F6BACF921A7E2A96D800CD452">>}]}
].
"""
    reading = only("mix", {"rebar.lock": text})

    assert told(reading, "direct") == {"cowboy@2.9.0": True, "cowlib@2.11.0": False, "fork": True}


def test_lock_that_is_cut_off_is_a_gap_with_its_line() -> None:
    reading = only("mix", {"mix.lock": MIX[:-5]})

    assert "is not closed" in reading.gaps[0].why


def test_entry_that_is_no_tuple_is_a_gap_and_the_others_are_read() -> None:
    reading = only("mix", {"mix.lock": '%{"a": 5, "b": {:hex, :b, "1.0.0", "x", [], [], "hexpm"}}'})

    assert list(packages(reading)) == ["b@1.0.0"]
    assert len(reading.gaps) == 1
