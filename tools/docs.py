"""Writes docs/reference from the declarations: `make docs`. `--check` only tells whether it is up to date."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bartizan.app import catalog
from bartizan.app.config import SETTINGS
from bartizan.app.judging import card
from bartizan.collect.formats import formats
from bartizan.collect.functions import FUNCTIONS
from bartizan.core.claim import Rule, Severity
from bartizan.core.kind import Link
from bartizan.core.source import (
    Beside,
    First,
    Fixed,
    Inverse,
    Owner,
    OwnerLink,
    Read,
    Through,
    Unseen,
)
from bartizan.core.step import Act, Step

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"
HEAD = "<!-- Written by `make docs` from the declarations in src/bartizan/content. -->\n\n"


def pages() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every page."""
    groups = grouped()
    for group, rules in sorted(groups.items()):
        yield f"rules/{group}.md", rules_page(group, rules)
    yield "rules.md", rules_index(groups)
    yield from steps_pages()
    yield "kinds.md", kinds_page()
    yield "sources.md", sources_page()
    yield "frameworks.md", frameworks_page()
    yield "objectives.md", objectives_page()
    yield "formats.md", formats_page()
    yield "settings.md", settings_page()
    yield "queries.md", queries_page()


def grouped() -> dict[str, list[Rule[Any]]]:
    """Return all rules by what they are about: a provider, or what they follow from."""
    groups: dict[str, list[Rule[Any]]] = defaultdict(list)
    of = {rule.id: module.__name__.split(".")[3] for module, rule in catalog.declared("rules", Rule)}
    of |= {each.id: "secrets" for each in catalog.credentials()} | {
        each.id: "weaknesses" for each in catalog.weaknesses()
    }
    for id, rule in catalog.rules().items():
        groups[of[id]].append(rule)
    return groups


def rules_index(groups: dict[str, list[Rule[Any]]]) -> str:
    """Return the page that leads to the rules and says what a severity means."""
    head = "| group | rules | " + " | ".join(severity.value for severity in Severity) + " |"
    lines = ["# Rules", "", f"{sum(map(len, groups.values()))} rules.", "", head, "|---|---|---|---|---|---|"]
    for group, rules in sorted(groups.items()):
        counts = " | ".join(str(sum(rule.severity is severity for rule in rules)) for severity in Severity)
        lines.append(f"| [{group}](rules/{group}.md) | {len(rules)} | {counts} |")
    meaning = (Severity.__doc__ or "").splitlines()
    return "\n".join([*lines, "", "## Severity", "", *(line.strip() for line in meaning)]) + "\n"


def rules_page(group: str, rules: list[Rule[Any]]) -> str:
    """Return the page of a group of rules."""
    lines = [f"# Rules: {group}", ""]
    for rule in sorted(rules, key=lambda rule: rule.id):
        shown = card(rule)
        lines += [
            f"## {rule.id}",
            "",
            f"**{rule.title}.** Severity {rule.severity.value}, for every `{rule.every.kind or rule.every.__name__}`.",
            "",
            rule.because,
            "",
            f"- Holds: {shown.condition}",
            f"- Fix: {rule.fix}",
            f"- Serves: {', '.join(rule.serves)}",
        ]
        lines += [f"- Asked by: {', '.join(shown.frameworks)}"] if shown.frameworks else []
        lines += [f"- Elsewhere: {', '.join(rule.also)}"] if rule.also else []
        lines.append("")
    return "\n".join(lines)


def steps_pages() -> Iterator[tuple[str, str]]:
    """Yield the page that leads to the attack steps, and one for each provider."""
    groups: dict[str, list[Step[Any, Any]]] = defaultdict(list)
    for step in catalog.steps().values():
        groups[step.id.partition("-")[0]].append(step)
    count = sum(map(len, groups.values()))
    told = (
        f"{count} steps. The weight of a step is its cost to an attacker: 0 for what is simply there, 0.2 for a known"
        " exploit or a credential in reach, 1 for an ordinary exploit, 2 and more for hard ones. That of a path is the"
        " sum. A step that rests on something unknown makes a path possible, not proven."
    )
    head = ["# Attack steps", "", told, "", "| family | steps |", "|---|---|"]
    lines = [f"| [{provider}](steps/{provider}.md) | {len(steps)} |" for provider, steps in sorted(groups.items())]
    yield "steps.md", "\n".join([*head, *lines]) + "\n"
    for provider, steps in sorted(groups.items()):
        yield f"steps/{provider}.md", steps_page(provider, steps)


def steps_page(provider: str, steps: list[Step[Any, Any]]) -> str:
    """Return the page of the attack steps of a provider."""
    lines = [f"# Attack steps: {provider}", ""]
    for step in sorted(steps, key=lambda step: step.id):
        uses = step.move.uses if isinstance(step.move, Act) else ()
        said = f"**{step.title}.** {step.technique}, weight {step.weight:g}."
        lines += [f"## {step.id}", "", said, "", step.because, ""]
        lines += [f"- Uses: {', '.join(f'`{a}`' for use in uses for a in use.actions)}"] if uses else []
        lines += [f"- Fix: {step.fix}"]
        lines += [f"- Elsewhere: {', '.join(step.references)}"] if step.references else []
        lines += [f"- Proved by {len(step.reaches)} scenes that reach and {len(step.blocked)} that are blocked", ""]
    return "\n".join(lines)


def kinds_page() -> str:
    """Return the page of all kinds and their attributes."""
    lines = ["# Kinds", "", f"{len(catalog.kinds())} kinds of assets, and what may be known of each.", ""]
    for name, kind in sorted(catalog.kinds().items()):
        lines += [f"## {name}", "", (kind.__doc__ or "").strip().splitlines()[0], ""]
        lines += ["| attribute | type | |", "|---|---|---|"]
        for attribute, declared in kind.attributes.items():
            to = f" to {declared.to.kind or declared.to.__name__}" if isinstance(declared, Link) else ""
            lines.append(f"| {attribute} | {type(declared).__name__.lower()}{to} | {_cell(declared.says)} |")
        lines.append("")
    return "\n".join(lines)


def sources_page() -> str:
    """Return the page that tells how each attribute is read in each language."""
    lines = ["# Sources", "", "Where each kind is seen, and how its attributes are read there.", ""]
    for source in sorted(catalog.sources(), key=lambda source: (source.of.kind, source.each.types)):
        each = f", each of `{source.each.each}`" if source.each.each else ""
        lines += [f"## {source.of.kind} from {', '.join(source.each.types)}{each}", ""]
        lines += ["| attribute | read |", "|---|---|"]
        lines += [f"| {term.name} | {_cell(told(read))} |" for term, read in source.reads.items()]
        lines.append("")
    return "\n".join(lines)


def told(read: Read) -> str:
    """Return a read as a sentence."""
    return _TOLD[type(read)](read)


def _beside(read: Beside) -> str:
    types = read.types if isinstance(read.types, str) else " or ".join(read.types)
    return f"in {types} by its `{read.on}`: `{read.read}`"


_TOLD: dict[type, Callable[[Any], str]] = {
    str: lambda read: f"`{read}`",
    Owner: lambda read: f"in the owner: `{read.read}`",
    OwnerLink: lambda read: "the owner",
    Beside: _beside,
    Through: lambda read: f"through `{read.by}`: `{read.read}`",
    First: lambda read: "; else ".join(told(each) for each in read.reads),
    Inverse: lambda read: f"those whose `{read.link.name}` leads here",
    Fixed: lambda read: f"always {read.value}: {read.because}",
    Unseen: lambda read: f"cannot be seen: {read.why}",
}


def frameworks_page() -> str:
    """Return the page of the frameworks: what each asks for, and what judges it."""
    lines = ["# Frameworks", ""]
    for framework in catalog.frameworks().values():
        lines += [f"## {framework.title}", "", f"`{framework.id}`, {framework.publisher}, {framework.url}", ""]
        lines += ["| requirement | | judged by |", "|---|---|---|"]
        for each in framework.requirements:
            by = f"not automatable: {each.manual}" if each.manual else ", ".join((*each.rules, *each.objectives))
            lines.append(f"| {each.id} | {_cell(each.title)} | {_cell(by)} |")
        lines.append("")
    return "\n".join(lines)


def objectives_page() -> str:
    """Return the page of the objectives and the rules that serve them."""
    serving: dict[str, list[str]] = defaultdict(list)
    for rule in catalog.rules().values():
        for objective in rule.serves:
            serving[objective].append(rule.id)
    lines = ["# Objectives", "", "| objective | | rules |", "|---|---|---|"]
    lines += [f"| {id} | {each.title} | {len(serving[id])} |" for id, each in catalog.objectives().items()]
    return "\n".join(lines) + "\n"


def formats_page() -> str:
    """Return the page of the formats that are read."""
    lines = ["# Formats", "", f"{len(formats())} formats are read.", "", "| format | | read in |", "|---|---|---|"]
    for id, each in sorted(formats().items()):
        asked = "; only when asked for" if each.optional else ""
        lines.append(f"| {id} | {_cell(each.title)} | {', '.join(each.of)}{asked} |")
    return "\n".join(lines) + "\n"


def settings_page() -> str:
    """Return the page of the settings."""
    where = "In `.bartizan.yaml`, `[tool.bartizan]` of `pyproject.toml`, `BARTIZAN_<NAME>` or a flag; the later wins."
    lines = ["# Settings", "", where, "", "| setting | default | |", "|---|---|---|"]
    lines += [f"| {name} | {_default(name)} | {each.says} |" for name, each in SETTINGS.items()]
    return "\n".join(lines) + "\n"


def _default(name: str) -> str:
    default = SETTINGS[name].default
    places = {"cache": "the user's cache directory", "data": "`advisories.db` in the user's data directory"}
    return places[name] if name in places else "none" if default in ((), None, "") else str(default)


def queries_page() -> str:
    """Return the page of the functions that queries may use."""
    names = ", ".join(f"`{name}`" for name in sorted(FUNCTIONS))
    return f"# Queries\n\nSources read with [JMESPath](https://jmespath.org), three-valued. Functions:\n\n{names}\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> int:
    """Write the pages, or say which are out of date."""
    stale = []
    for name, text in pages():
        path = REFERENCE / name
        if not path.exists() or path.read_text("utf-8") != HEAD + text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(HEAD + text, "utf-8")
    print(f"{len(stale)} pages {'out of date' if '--check' in sys.argv else 'written'}", *stale)
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
