"""The vulnerabilities of the HTML report: each with what is known of it, also those that do not count."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.core.report import Report
from bartizan.core.truth import Truth
from bartizan.core.vulnerability import Vulnerability
from bartizan.report.escape import html
from bartizan.report.page.ledger import table
from bartizan.report.phrase import advised, count, joined, vulnerable, worst_first

REACH = {
    Truth.YES: '<span class="pill fail">reached</span>',
    Truth.UNKNOWN: '<span class="pill unknown">unknown</span>',
    Truth.NO: '<span class="pill pass">not there</span>',
}
HEADS = ("severity", "vulnerability", "package", "exploited", "EPSS", "fixed in", "can it be reached?")


def vulnerabilities(report: Report) -> Iterator[str]:
    """Yield the section of what is publicly known to be wrong with the packages."""
    if not report.vulnerabilities:
        return
    counted = sum(1 for each in report.vulnerabilities if each.counts)
    number = count(counted, "that counts", "that count")
    yield f'<section id="vulnerabilities"><h2>Known vulnerabilities <small>{number}'
    yield f"</small></h2><p>{html(vulnerable(report))}; {html(advised(report))}.</p>"
    yield table(HEADS, (_row(each) for each in worst_first(report.vulnerabilities)))
    yield "</section>"


def _row(found: Vulnerability) -> str:
    level = found.severity.value if found.severity else "none"
    score = f" {found.score:g}" if found.score is not None else ""
    name, _, version = found.asset.rpartition("//")[2].rpartition("@")
    also = joined(found.aliases[:4], ", ")
    return (
        f'<td><span class="pill {level if found.counts else "none"}">{level if found.severity else "unrated"}{score}'
        f"</span></td><td>{_identified(found)}{_under(found.summary)}{_under(also)}</td>"
        f"<td><code>{html(name or version)}</code>{_under(version if name else '')}</td>"
        f"<td>{_exploited(found)}</td>"
        f'<td class="n">{f"{found.epss:.1%}" if found.epss is not None else ""}</td>'
        f"<td>{html(joined(found.fixed[:3], ', ') or found.unfixed or 'no version known')}</td>"
        f"<td>{_reach(found)}</td>"
    )


def _identified(found: Vulnerability) -> str:
    shown = f"<code>{html(found.id)}</code>"
    url = next((url for url in found.urls if url.startswith("https://")), "")
    return f'<a href="{html(url)}" rel="noreferrer noopener">{shown}</a>' if url else shown


def _exploited(found: Vulnerability) -> str:
    if not found.exploited:
        return ""
    due = f", due {html(found.due)}" if found.due else ""
    return f'<span class="pill critical">{"ransomware" if found.ransomware else "yes"}</span>{due}'


def _reach(found: Vulnerability) -> str:
    if not found.counts:
        return (
            f'<span class="pill pass">{html(found.status.value.replace("_", " "))}</span>{_under(found.justification)}'
        )
    return f"{REACH[found.reachable]}{_under(joined(found.chain, ' → '))}"


def _under(text: str) -> str:
    return f"<br><span class=under>{html(text)}</span>" if text else ""
