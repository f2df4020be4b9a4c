"""When the command line fails, and how: exit codes, and errors of the user told apart from ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bartizan.core.report import Report


@contextmanager
def user_errors() -> Iterator[None]:
    """Turn what a user can mend into a usage error, exit code 2."""
    from bartizan.app.errors import UserError

    try:
        yield
    except UserError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'output'}: {error.strerror}.") from None


def exit_code(report: Report, fail_on: str, strict: bool) -> int:
    """Return 1 for failures at or above a severity, 3 for incomplete coverage where that counts, 0 otherwise."""
    from bartizan.core.claim import Severity

    if fail_on != "none":
        bound = Severity(fail_on).rank
        if any(report.severity(finding).rank >= bound for finding in report.failures()):
            return 1
    return 3 if strict and not report.coverage.complete else 0
