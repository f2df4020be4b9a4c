"""Ruby gems: locks with their manifests, manifests alone, and installed gems."""

from bartizan.collect.tree import ROOTFS
from tests.collect.packages.planted import lines, only, packages, told, why

LOCK = """\
GIT
  remote: https://example.com/forked.git
  revision: 0123456789abcdef
  specs:
    forked (0.9.0)

PATH
  remote: .
  specs:
    own (1.0.0)
      thor (~> 1.0)

GEM
  remote: https://rubygems.org/
  specs:
    nokogiri (1.15.0-x86_64-linux)
      racc (~> 1.4)
    nokogiri (1.15.0-arm64-darwin)
      racc (~> 1.4)
    racc (1.7.0)
    rspec (3.12.0)
      rspec-core (~> 3.12.0)
    rspec-core (3.12.0)
    thor (1.2.0)

PLATFORMS
  x86_64-linux

DEPENDENCIES
  forked!
  nokogiri
  own!
  rspec (~> 3.0)

CHECKSUMS
  racc (1.7.0) sha256=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa

BUNDLED WITH
   2.4.10
"""
GEMFILE = """\
source "https://rubygems.org"
gemspec
gem "nokogiri"
gem 'forked', git: "https://example.com/forked.git" # a fork
if ENV["CI"]
  gem "rspec", group: [:test]
end
group :development, :test do
  gem "rspec", "~> 3.0"
end
"""


def test_lock_tells_gems_once_whatever_their_platform() -> None:
    reading = only("gemfile-lock", {"Gemfile.lock": LOCK, "Gemfile": GEMFILE})

    assert told(reading, "direct") == {
        "forked@0.9.0": True,
        "nokogiri@1.15.0": True,
        "racc@1.7.0": False,
        "rspec@3.12.0": True,
        "rspec-core@3.12.0": False,
        "thor@1.2.0": True,
    }
    assert told(reading, "needed_by")["racc@1.7.0"] == ["nokogiri@1.15.0"]
    assert told(reading, "checksums")["racc@1.7.0"] == ["sha256:" + "a" * 64]
    assert lines(reading)["rspec-core@3.12.0"] == "Gemfile.lock:23"


def test_groups_of_the_manifest_tell_what_is_for_development() -> None:
    reading = only("gemfile-lock", {"Gemfile.lock": LOCK, "Gemfile": GEMFILE})

    assert {address for address, development in told(reading, "development").items() if development} == {
        "rspec@3.12.0",
        "rspec-core@3.12.0",
    }


def test_without_a_manifest_development_is_unknown() -> None:
    assert set(told(only("gemfile-lock", {"Gemfile.lock": LOCK}), "development").values()) == {"?"}


def test_manifest_alone_tells_ranges() -> None:
    reading = only("gemfile-lock", {"Gemfile": 'gem "a", "~> 1.0"\ngem "b", "= 2.0.1"\ngem "c"\n'})

    assert set(packages(reading)) == {"a", "b@2.0.1", "c"}
    assert "~> 1.0" in why(reading, "a")


def test_file_that_is_no_lock_is_a_gap() -> None:
    assert "bundle lock" in only("gemfile-lock", {"Gemfile.lock": "hello\n"}).gaps[0].why


GEMSPEC = """\
# -*- encoding: utf-8 -*-
# stub: rack 2.2.3 ruby lib
Gem::Specification.new do |s|
  s.name = "rack".freeze
  s.version = "2.2.3"
  s.licenses = ["MIT".freeze]
  s.add_runtime_dependency(%q<racc>.freeze, ["~> 1.4"])
  s.add_development_dependency(%q<minitest>.freeze, ["~> 5.0"])
end
"""
RACC = """\
# stub: racc 1.7.0 java lib
Gem::Specification.new do |s|
  s.name = "racc"
  s.version = Gem::Version.new("1.7.0")
end
"""


def test_installed_gems_know_each_other() -> None:
    home = "usr/local/lib/ruby/gems/3.2.0/specifications"
    files = {
        f"{home}/rack-2.2.3.gemspec": GEMSPEC,
        f"{home}/default/racc-1.7.0.gemspec": RACC,
        "usr/local/lib/ruby/gems/3.2.0/gems/x/x.gemspec": GEMSPEC,
    }
    reading = only("installed-gems", files, ROOTFS)

    assert told(reading, "needed_by") == {"rack@2.2.3": [], "racc@1.7.0": ["rack@2.2.3"]}
    assert told(reading, "licenses")["rack@2.2.3"] == ["MIT"]


def test_installed_gem_that_cannot_be_read_is_a_gap() -> None:
    reading = only("installed-gems", {"x/specifications/a.gemspec": "\n"}, ROOTFS)

    assert "does not tell the name" in reading.gaps[0].why
