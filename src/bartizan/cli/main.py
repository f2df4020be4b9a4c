"""The command line: `bartizan`. Each command is a module of this package, imported when it is used."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

import bartizan

if TYPE_CHECKING:
    from bartizan.app.fault import Fault

COMMANDS = {
    "scan": "Judge everything that is declared under a path.",
    "paths": "List the attack paths: from where attackers start to what matters.",
    "fix": "Name the smallest set of changes that cuts the attack paths.",
    "diff": "Tell what a change does: attack paths opened and closed, findings new and gone.",
    "blast-radius": "Tell what falls with an asset.",
    "reach": "Tell whether one thing can open a connection to another, and by which rule.",
    "graph": "Write the attack graph, for people and for other tools.",
    "sbom": "Write a bill of materials: what a target contains.",
    "who-can": "Tell who may do something, by themselves or by roles they can take.",
    "can": "Tell whether somebody may do something, and which statements decide.",
    "access": "List everything somebody may do, by service and access level.",
    "least-privilege": "Write the smallest policy that keeps what somebody does.",
    "data": "Fetch, show, check, import or export the data of known vulnerabilities.",
    "import": "Report what other tools found, from SARIF.",
    "explain": "Tell why a rule, a finding or an attack step is what it is, and what to do.",
    "list": "List rules, attack steps, kinds, sources, frameworks or formats.",
    "baseline": "Accept findings as they are, so that only new ones fail.",
    "config": "Show the settings in force, and where they came from.",
}
"""What there is, told here so that `--help` imports none of it."""


class Commands(click.Group):
    """Finds a command in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"bartizan.cli.{cmd_name.replace('-', '_')}_command").COMMAND
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(bartizan.__version__, prog_name="bartizan")
def root() -> None:
    """See the few weaknesses that let an attacker through: code, container, cluster and cloud in one graph."""


def main() -> None:
    """Run the command line. Exit codes: 0 clean, 1 findings, 2 usage, 3 coverage incomplete, 4 internal error."""
    from bartizan.app.fault import Fault, attempted

    gc.disable()  # one command makes little garbage, and importing makes much to look through
    try:
        done = attempted(
            lambda: root.main(standalone_mode=False), (click.ClickException, click.exceptions.Exit, click.Abort)
        )
    except click.exceptions.Exit as ended:
        sys.exit(ended.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        os._exit(130)  # threads that waited for processes now ended could keep this one waiting for ever
    if isinstance(done, Fault):
        _say(done)
        sys.exit(4)
    if isinstance(done, int):
        sys.exit(done)


def _say(fault: Fault) -> None:
    if "--debug" in sys.argv:
        click.echo(fault.trace, err=True)
    click.echo(f"Internal error ({fault.what}).", err=True)
    click.echo(
        "This is a fault of Bartizan, not a finding. Run again with --debug and report what it prints.", err=True
    )


if __name__ == "__main__":
    main()
