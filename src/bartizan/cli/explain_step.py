"""How an attack step is explained."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bartizan.core.step import Step


def step_table(step: Step[Any, Any]) -> dict[str, Any]:
    """Return what there is to say of a step, as plain values."""
    from bartizan.core.step import Act, Follow, Gain, Reach

    move = step.move
    gained = move.along if isinstance(move, Follow) else move.gains
    return {
        "id": step.id,
        "title": step.title,
        "technique": step.technique,
        "references": list(step.references),
        "actor": step.actor.kind or step.actor.__name__,
        "when": str(step.when) if step.when else None,
        "on": None if isinstance(move, Follow) else (move.on.kind or move.on.__name__),
        "by": "a connection" if isinstance(move, Reach) else None,
        "weight": step.weight,
        "where": str(step.where) if step.where else None,
        "uses": [
            {"actions": list(use.actions), "upon": use.upon.value, "given": dict(use.given), "by": use.by or "actor"}
            for use in (move.uses if isinstance(move, Act) else ())
        ],
        "gains": gained.value
        if isinstance(gained, Gain)
        else " of ".join(link.name for link in reversed(gained if isinstance(gained, tuple) else (gained,))),
        "because": step.because,
        "fix": step.fix,
    }


def step_lines(table: dict[str, Any]) -> Iterator[str]:
    """Yield the lines that say it to a person."""
    yield f"{table['title']}  [{table['id']}, {table['technique']}]"
    yield ""
    yield f"How      {table['because']}"
    yield f"Fix      {table['fix']}"
    yield f"Who      {table['actor']}{_if(table['when'])}"
    if table["on"]:
        yield f"On       {table['on']}{_if(table['where'])}"
    if table["by"]:
        yield f"By       {table['by']} that is opened to it"
    for use in table["uses"]:
        given = "".join(f", {key} = {value}" for key, value in use["given"].items())
        by = "" if use["by"] == "actor" else f", by {use['by']}"
        yield f"Uses     {', '.join(use['actions'])} on the {use['upon']}{given}{by}"
    yield f"Gains    {table['gains'].replace('_', ' ')}"
    yield f"Weight   {table['weight']:g}, the cost to an attacker"
    if table["references"]:
        yield f"Also     {', '.join(table['references'])}"


def _if(condition: str | None) -> str:
    return f", if {condition}" if condition else ""
