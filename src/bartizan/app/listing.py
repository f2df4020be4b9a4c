"""What there is to list: rules, steps, kinds, sources, frameworks and formats, as rows of plain values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bartizan.app import catalog
from bartizan.collect.formats import formats as iac_formats
from bartizan.core.kind import Link
from bartizan.core.source import Unseen
from bartizan.core.step import Act, Step, Use
from bartizan.report import formats as output_formats

Row = dict[str, Any]


def rules() -> list[Row]:
    """Return a row a rule."""
    return [
        {
            "id": rule.id,
            "severity": rule.severity.value,
            "title": rule.title,
            "kind": rule.every.kind or rule.every.__name__,
            "serves": list(rule.serves),
            "also": list(rule.also),
        }
        for rule in sorted(catalog.rules().values(), key=lambda rule: rule.id)
    ]


def steps() -> list[Row]:
    """Return a row an attack step."""
    return [
        {
            "id": step.id,
            "technique": step.technique,
            "title": step.title,
            "actor": step.actor.kind or step.actor.__name__,
            "uses": sorted({action for use in uses(step) for action in use.actions}),
            "references": list(step.references),
        }
        for step in sorted(catalog.steps().values(), key=lambda step: step.id)
    ]


def uses(step: Step[Any, Any]) -> tuple[Use, ...]:
    """Return the permissions that a step uses; none for one that follows a link."""
    return step.move.uses if isinstance(step.move, Act) else ()


def kinds() -> list[Row]:
    """Return a row a kind."""
    return [
        {
            "id": name,
            "title": (kind.__doc__ or "").splitlines()[0],
            "attributes": {
                attribute: {
                    "type": type(declared).__name__,
                    "says": declared.says,
                    **({"to": declared.to.kind} if isinstance(declared, Link) else {}),
                }
                for attribute, declared in kind.attributes.items()
            },
        }
        for name, kind in sorted(catalog.kinds().items())
    ]


def sources() -> list[Row]:
    """Return a row a source."""
    rows = [
        {
            "kind": source.of.kind,
            "types": list(source.each.types),
            "each": source.each.each,
            "reads": sorted(term.name for term, read in source.reads.items() if not isinstance(read, Unseen)),
            "unseen": {term.name: read.why for term, read in source.reads.items() if isinstance(read, Unseen)},
        }
        for source in catalog.sources()
    ]
    return sorted(rows, key=lambda row: (row["kind"], row["types"]))


def frameworks() -> list[Row]:
    """Return a row a framework."""
    return [
        {
            "id": framework.id,
            "title": framework.title,
            "version": framework.version,
            "requirements": len(framework.requirements),
            "judged": sum(1 for each in framework.requirements if not each.manual),
            "manual": sum(1 for each in framework.requirements if each.manual),
        }
        for framework in catalog.frameworks().values()
    ]


def formats() -> list[Row]:
    """Return a row a format that is read or written."""
    read = [{"id": form.id, "use": "read", "title": form.title} for form in iac_formats().values()]
    return read + [{"id": form.id, "use": "write", "title": form.title} for form in output_formats().values()]


LISTS: dict[str, Callable[[], list[Row]]] = {
    "rules": rules,
    "steps": steps,
    "kinds": kinds,
    "sources": sources,
    "frameworks": frameworks,
    "formats": formats,
}
