"""The variables a stage sees: its ENV and ARG, those of the stages it is built from, and what the base may set."""

from __future__ import annotations

from dataclasses import dataclass, field

from bartizan.collect.text import Text
from bartizan.core.truth import Unknown

PLATFORM = frozenset(
    f"{side}{part}" for side in ("TARGET", "BUILD") for part in ("PLATFORM", "OS", "ARCH", "VARIANT", "OSVERSION")
) | {"TARGETSTAGE"}
"""Arguments that the builder gives itself."""


@dataclass(slots=True)
class Scope:
    """Variables by name, those of the stage it is built from behind them."""

    parent: Scope | None = None
    certain: bool = False
    """Whether a variable that is not set here is certain to be unset."""
    why: str = "may come from the base image"
    env: dict[str, Text] = field(default_factory=dict)
    args: dict[str, Text] = field(default_factory=dict)

    def look(self, name: str) -> Text | None:
        """Return the value of a variable; None where it is certain to be unset."""
        found = self._find(name, env=True)
        return found if found is not None else self._look_up(name)

    def _look_up(self, name: str) -> Text | None:
        found = self._find(name, env=False)
        if found is not None:
            return found
        root = self
        while root.parent is not None:
            root = root.parent
        return (
            None if root.certain and name != "PATH" else Unknown(f"the variable {name} is not set here and {root.why}")
        )

    def _find(self, name: str, env: bool) -> Text | None:
        scope: Scope | None = self
        while scope is not None:
            found = (scope.env if env else scope.args).get(name)
            if found is not None:
                return found
            scope = scope.parent
        return None

    def declare(self, name: str, default: Text | None, outer: Scope | None) -> Text:
        """Add a build argument; returns its value as far as the file tells."""
        value: Text | None = Unknown(f"the builder sets {name}") if name in PLATFORM else default
        if value is None and outer is not None:
            value = outer.args.get(name)
        if value is None:
            value = Unknown(f"the build argument {name} has no default")
        self.args[name] = value
        return value
