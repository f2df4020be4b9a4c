"""`bartizan reach`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bartizan.cli.attacking import FORMATS, attacking, found_in, written
from bartizan.cli.failing import user_errors
from bartizan.cli.output import Output
from bartizan.cli.target import TargetType

if TYPE_CHECKING:
    from bartizan.app.target import Target


@click.command("reach", no_args_is_help=True)
@click.argument("source")
@click.argument("destination")
@click.argument("rest", nargs=-1, metavar="[PORT] [TARGET]")
@FORMATS
@attacking
def COMMAND(  # noqa: N802
    source: str, destination: str, rest: tuple[str, ...], outputs: tuple[Output, ...], file: Path | None, **given: Any
) -> None:
    """Tell whether SOURCE can open a connection to DESTINATION, and which rules let it or stop it.

    SOURCE is `internet`, an address range, or an asset by address, name or ARN. PORT is 443, tcp/443, udp/53 or icmp;
    any port where left out. [default TARGET: .]

    Exit code 0: it can; 1: it cannot; 3: that is not known.
    """
    from bartizan.app.attack.reach import port, reached
    from bartizan.core.truth import Truth

    with user_errors():
        if len(rest) > 2:
            raise click.UsageError("reach takes SOURCE, DESTINATION, a PORT and a TARGET.")
        asked = rest[0] if len(rest) == 2 or (rest and port(rest[0]) is not None) else ""
        wanted = port(asked) if asked else ("", None)
        if wanted is None:
            raise click.UsageError(f"{asked} is no port: write 443, tcp/443, udp/53 or icmp.")
        left = rest[1:] if asked else rest
        target: Target = TargetType().convert(left[0] if left else ".", None, None)
        answer = reached(found_in(target, file, given), source, destination, *wanted)
        written(answer, outputs, target, given)
    sys.exit({Truth.YES: 0, Truth.NO: 1, Truth.UNKNOWN: 3}[answer.truth])
