"""Settings: from a flag, the environment or a file, in this order, each with where it came from.

The file is `.bartizan.yaml` beside the target or in the working directory, or `[tool.bartizan]` in `pyproject.toml`.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from bartizan.app.errors import ConfigError
from bartizan.app.options import Options, default_cache, default_data
from bartizan.collect.advisories.places import EPSS, KEV, OSV
from bartizan.collect.tree import LIMIT, Unreadable, decode
from bartizan.collect.yaml import YamlError, documents
from bartizan.core.finding import Waiver
from bartizan.core.sensitivity import Matter

FILE = ".bartizan.yaml"


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set."""

    name: str
    default: Any
    parse: Callable[[Any], Any]
    """Raises `ValueError`, saying what is expected."""
    says: str


@dataclass(frozen=True, slots=True)
class Value:
    """The value of a setting, and where it came from."""

    value: Any
    origin: str


def _words(value: Any) -> tuple[str, ...]:
    items = value.split(",") if isinstance(value, str) else value
    if not isinstance(items, list | tuple) or not all(isinstance(item, str) for item in items):
        raise ValueError("a list of texts")
    return tuple(item.strip() for item in items if item.strip())


def _accounts(value: Any) -> tuple[str, ...]:
    """Parse AWS account ids; one that begins with 0 is another number where it is written without quotes."""
    items = value.split(",") if isinstance(value, str) else value if isinstance(value, list | tuple) else [value]
    found = tuple(text for item in items if (text := str(item).strip().replace("-", "")))
    if not all(re.fullmatch(r"[0-9]{12}", account) for account in found):
        raise ValueError("a list of AWS account ids, each of twelve digits; write them in quotes")
    return found


def _choice(*options: str) -> Callable[[Any], str]:
    def parse(value: Any) -> str:
        if str(value).lower() not in options:
            raise ValueError(f"one of {', '.join(options)}")
        return str(value).lower()

    return parse


def _flag(value: Any) -> bool:
    if str(value).lower() in ("true", "1", "yes", "on"):
        return True
    if str(value).lower() in ("false", "0", "no", "off"):
        return False
    raise ValueError("true or false")


def _count(value: Any) -> int:
    if isinstance(value, bool) or not str(value).isdigit():
        raise ValueError("a whole number, 0 or more")
    return int(value)


_UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}


def _size(value: Any) -> int:
    match = re.fullmatch(r"(\d+)\s*([KMG]?)i?B?", str(value).strip(), re.IGNORECASE)
    if match is None:
        raise ValueError("a size such as 64MB")
    return int(match[1]) * _UNITS[match[2].upper()]


def _path(value: Any) -> Path | None:
    if not isinstance(value, str | Path):
        raise ValueError("a path")
    return Path(value).expanduser() if str(value) else None


def _paths(value: Any) -> tuple[Path, ...]:
    return tuple(Path(each).expanduser() for each in _words([str(value)] if isinstance(value, Path) else value))


def _waivers(value: Any) -> tuple[Waiver, ...]:
    if not isinstance(value, list):
        raise ValueError("a list of waivers")
    return tuple(_waiver(each) for each in value)


def _waiver(value: Any) -> Waiver:
    names = {each.name for each in fields(Waiver)}
    if not isinstance(value, dict) or not value.keys() <= names:
        raise ValueError(f"waivers with the keys {', '.join(sorted(names))}")
    if not value.get("reason"):
        raise ValueError("a reason in every waiver")
    if not value.keys() & {"rule", "asset", "path"}:
        raise ValueError("a rule, an asset or a path in every waiver: one without would accept everything")
    texts = {key: str(item) for key, item in value.items()}
    if texts.get("expires"):
        date.fromisoformat(texts["expires"])
    return Waiver(**texts)


def _patterns(value: Any) -> tuple[str, ...]:
    found = _words(value)
    if any(not each.strip("*?") for each in found):
        raise ValueError("a list of patterns, none of which is of everything")
    return found


def _matters(value: Any) -> tuple[Matter, ...]:
    if not isinstance(value, list):
        raise ValueError("a list of entries such as `{asset: '*customers*', as: customer}`")
    return tuple(_matter(each) for each in value)


def _matter(value: Any) -> Matter:
    if not isinstance(value, dict) or value.keys() != {"asset", "as"}:
        raise ValueError("entries with the keys asset and as")
    asset = value["asset"]
    if not isinstance(asset, str) or not asset.strip("*? "):
        raise ValueError("a pattern as asset in every entry, and none that is of everything")
    classes = _words(value["as"])
    if not classes or not all(re.fullmatch(r"[a-z][a-z0-9-]*", each) for each in classes):
        raise ValueError("as `as` classes of data in small letters: customer, payment, health ...")
    return Matter(asset=asset, classes=classes)


SETTINGS = {
    each.name: each
    for each in (
        Setting("rules", (), _words, "Rules to judge, by pattern; all when empty."),
        Setting("skip_rules", (), _words, "Rules not to judge, by pattern."),
        Setting("exclude", (), _words, "Paths not to look at, by pattern relative to the target."),
        Setting("formats", (), _words, "Formats to read; all when empty."),
        Setting("frameworks", (), _words, "Frameworks to judge requirement by requirement."),
        Setting("trusted_accounts", (), _accounts, "AWS accounts that policies may let in; all when empty."),
        Setting("matters", (), _matters, "What assets hold: entries with the keys asset, a pattern, and as, a class."),
        Setting("does_not_matter", (), _patterns, "Assets that are no goals of attack paths, by pattern."),
        Setting("production", (), _patterns, "Assets that belong to production, by pattern."),
        Setting("attackers", ("internet",), _words, "Whom attack paths start from: internet, and assets by pattern."),
        Setting("fail_on", "low", _choice("none", "low", "medium", "high", "critical"), "Lowest severity that fails."),
        Setting("strict", False, _flag, "Whether incomplete coverage fails."),
        Setting("baseline", None, _path, "File of findings accepted as they are."),
        Setting("diff_base", "", str, "Git revision whose findings are not counted."),
        Setting("history", False, _flag, "Whether secrets are looked for in the repository's history too."),
        Setting("data", default_data(), _path, "File of advisory data, as `bartizan data update` keeps it."),
        Setting("osv", OSV, str, "Where `bartizan data update` finds the exports of OSV."),
        Setting("kev", KEV, str, "Where it finds CISA's catalogue of exploited vulnerabilities; empty for none."),
        Setting("epss", EPSS, str, "Where it finds the table of EPSS; empty for none."),
        Setting("vex", (), _paths, "VEX documents to respect, besides those in the target."),
        Setting("platform", "", str, "Platform of an image to look at: linux/arm64; that of this machine when empty."),
        Setting("mirrors", (), _words, "Registries to ask first, each as REGISTRY=MIRROR."),
        Setting("insecure_registries", (), _words, "Registries that are asked without TLS."),
        Setting("max_file_size", LIMIT, _size, "Size beyond which a file is not read."),
        Setting("jobs", 0, _count, "Processes to read in; 0 for one per processor."),
        Setting("cache", default_cache(), _path, "Directory kept between scans; empty for none."),
        Setting("waivers", (), _waivers, "Decisions to accept failures, each with its reason."),
    )
}


@dataclass(frozen=True, slots=True)
class Config:
    """All settings, with their origins."""

    values: Mapping[str, Value]

    def __getitem__(self, name: str) -> Any:
        return self.values[name].value

    def without(self, *names: str) -> Config:
        """Return the settings with some of them at their defaults."""
        return Config({**self.values, **{name: Value(SETTINGS[name].default, "default") for name in names}})

    def options(self) -> Options:
        """Return what a scan takes of the settings."""
        return Options(**{each.name: self[each.name] for each in fields(Options)})


def load(target: Path, flags: Mapping[str, Any], file: Path | None = None) -> Config:
    """Return the settings for a target; raises `ConfigError` for one that cannot be understood.

    `flags` holds what was given on the command line: None, or an empty list, was not given.
    """
    found = file or find(target)
    table = _table(found) if found else {}
    if unknown := sorted(table.keys() - SETTINGS.keys()):
        raise ConfigError(f"{found}: there is no setting {unknown[0]}; there are {', '.join(sorted(SETTINGS))}.")
    return Config({setting.name: _resolved(setting, flags, table, found) for setting in SETTINGS.values()})


def _resolved(setting: Setting, flags: Mapping[str, Any], table: Mapping[str, Any], file: Path | None) -> Value:
    flag, variable = flags.get(setting.name), f"BARTIZAN_{setting.name.upper()}"
    if flag is not None and flag != ():
        return _parsed(setting, flag, f"--{setting.name.replace('_', '-')}")
    if variable in os.environ:
        return _parsed(setting, os.environ[variable], variable)
    if setting.name in table:
        return _parsed(setting, table[setting.name], str(file))
    return Value(setting.default, "default")


def _parsed(setting: Setting, given: Any, origin: str) -> Value:
    try:
        return Value(setting.parse(given), origin)
    except (ValueError, TypeError) as error:
        raise ConfigError(f"{origin}: {setting.name} takes {error}.") from None


def find(target: Path) -> Path | None:
    """Return the configuration file for a target: in its directory, or in the working directory."""
    beside = target if target.is_dir() else target.parent
    return next((path for folder in (beside, Path()) for path in _candidates(folder)), None)


def _candidates(folder: Path) -> Iterator[Path]:
    if (own := folder / FILE).is_file():
        yield own
    project = folder / "pyproject.toml"
    if project.is_file() and "[tool.bartizan" in project.read_text("utf-8", "replace"):
        yield project


def _table(file: Path) -> dict[str, Any]:
    try:
        text = decode(file.read_bytes())
        if file.suffix == ".toml":
            table = tomllib.loads(text).get("tool", {}).get("bartizan", {})
        else:
            table = next((document.value for document in documents(text)), {})
    except OSError as error:
        raise ConfigError(f"{file}: it cannot be read: {error.strerror}.") from None
    except YamlError as error:
        raise ConfigError(f"{file}:{error.line}:{error.column}: {error.why}.") from None
    except (tomllib.TOMLDecodeError, Unreadable) as error:
        raise ConfigError(f"{file}: {error}.") from None
    if not isinstance(table, dict):
        raise ConfigError(f"{file}: expected settings, one `name: value` a line.")
    return {key.replace("-", "_"): value for key, value in table.items()}
