"""Bartizan: one security graph over code, container, cluster and cloud.

>>> import bartizan
>>> report = bartizan.scan("path/to/project")
>>> [finding.place for finding in report.failures()]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bartizan.app.scan import scan as scan
    from bartizan.core.report import Report as Report

__version__ = "0.1.0"
__all__ = ["Report", "__version__", "scan"]


def __getattr__(name: str) -> Any:
    """Import on first use, so that `import bartizan` itself stays quick."""
    if name == "scan":
        from bartizan.app.scan import scan

        return scan
    if name == "Report":
        from bartizan.core.report import Report

        return Report
    raise AttributeError(f"module 'bartizan' has no attribute {name!r}")
