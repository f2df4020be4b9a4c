"""Entrances: what a stranger who can send an application requests can make it do, by its flaws and its packages.

A flaw that was found on input of a request is certain. One that was found by its shape alone counts for certain where
the input of the request is followed to it in the same file (`requests`), and is open otherwise. A vulnerability counts
for what its vector, its weakness or its summary says that it lets do, and for certain where its code is reached.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bartizan.app.joining.applications import Made
from bartizan.app.joining.requests import handled
from bartizan.collect.tree import Tree
from bartizan.content.kinds.code.flaw import Flaw
from bartizan.content.kinds.software.package import Package
from bartizan.core.kind import Asset
from bartizan.core.truth import Partial, Truth, Unknown
from bartizan.core.vulnerability import Status, Vulnerability
from bartizan.graph.graph import Graph, led_to

LETS: Mapping[str, str] = {
    "code-agent-runs-anything": "run-commands",
    "code-class-by-request": "run-commands",
    "code-command-from-text": "run-commands",
    "code-command-injection": "run-commands",
    "code-eval-of-built-text": "run-commands",
    "code-eval-of-input": "run-commands",
    "code-json-types-by-name": "run-commands",
    "code-model-output-executed": "run-commands",
    "code-pickle-load": "run-commands",
    "code-shell-true": "run-commands",
    "code-template-injection": "run-commands",
    "code-unsafe-deserialisation": "run-commands",
    "code-upload-name": "run-commands",
    "code-archive-extraction": "run-commands",
    "code-yaml-load": "run-commands",
    "code-debug-mode": "run-commands",
    "code-ssrf": "fetch",
    "code-xml-external-entities": "read-files",
    "code-path-traversal": "read-files",
    "code-directory-served": "read-files",
    "code-sql-injection": "query",
    "code-sql-from-text": "query",
    "code-sql-by-model": "query",
    "code-nosql-injection": "query",
    "code-jwt-unverified": "sign-in",
    "code-hard-coded-key": "sign-in",
    "code-permit-all": "sign-in",
    "code-ldap-injection": "sign-in",
    "code-xpath-injection": "sign-in",
}
"""What each weakness lets a stranger do."""
ON_INPUT = frozenset({
    "code-class-by-request", "code-command-injection", "code-eval-of-input", "code-template-injection",
    "code-unsafe-deserialisation", "code-ssrf", "code-path-traversal", "code-sql-injection", "code-nosql-injection",
    "code-jwt-unverified", "code-permit-all", "code-ldap-injection", "code-xpath-injection", "code-sql-by-model",
})  # fmt: skip
"""Weaknesses that are found only on what a request brings, or that are about requests as such."""
MEANS: Mapping[str, str] = {
    "runs_commands": "|".join((
        r"(code|command|script|template)[- ]?(execution|injection)", r"execut\w+ (of )?(arbitrary|malicious|remote)",
        r"\brce\b", r"arbitrary (code|command)", r"deseriali[sz]", r"remote code", r"unsafe eval", r"run arbitrary",
        r"sandbox (escape|bypass)", r"cwe-(77|78|94|95|502|1336)\b",
    )),
    "sends_requests": r"\bssrf\b|server[- ]side request forgery|cwe-918\b",
    "reads_files": "|".join((
        r"(path|directory) traversal", r"local file (inclusion|disclosure)", r"arbitrary file read", r"\blfi\b",
        r"\bxxe\b", r"xml external entit", r"cwe-(22|23|36|611)\b",
    )),
    "asks_databases": r"sql injection|\bsqli\b|cwe-89\b",
    "skips_sign_in": "|".join((
        r"authentication bypass", r"bypass\w* (of )?authentication", r"improper authentication",
        r"signature (verification|validation) bypass", r"cwe-(287|288|306|347)\b",
    )),
}  # fmt: skip
"""For each attribute of a package, the words of a summary, or the weaknesses, that tell it."""
LIKELY = 0.1
"""Probability by EPSS from which exploitation is taken for likely."""
_FLAGS = {"run-commands": "runs_commands", "fetch": "sends_requests", "read-files": "reads_files",
          "query": "asks_databases", "sign-in": "skips_sign_in"}  # fmt: skip
_LINKS = {
    "run-commands": "commands",
    "fetch": "fetches",
    "read-files": "reads",
    "query": "queries",
    "sign-in": "signs_in",
}


def fill(graph: Graph, tree: Tree, made: Sequence[Made], vulnerabilities: Sequence[Vulnerability]) -> None:
    """Tell flaws and packages what they let strangers do, and applications what all of theirs let them."""
    _of_flaws(graph, tree, made)
    _of_packages(graph, vulnerabilities)
    for each in made:
        _sum_up(each.asset, graph)


def _of_flaws(graph: Graph, tree: Tree, made: Sequence[Made]) -> None:
    directories = [each.directory for each in made if each.functions]
    for flaw in graph.of(Flaw):
        flaw.values.setdefault("open", _opened(flaw, tree, directories))


def _opened(flaw: Flaw, tree: Tree, functions: Iterable[str]) -> bool | Unknown:
    weakness = flaw.read("weakness")
    if not isinstance(weakness, str):
        return Unknown("which weakness it is could not be seen")
    if flaw.read("tests") is True or weakness not in LETS:
        return False
    if weakness in ON_INPUT:
        return True
    if flaw.place is not None:
        function = any(flaw.place.file.startswith(f"{directory}/") for directory in functions)
        if handled(tree, flaw.place.file, flaw.place.line, flaw.place.end_line, function=function):
            return True
    return Unknown(f"whether input of strangers gets to {_where(flaw)} could not be seen")


def _where(flaw: Flaw) -> str:
    return f"{flaw.place.file}:{flaw.place.line}" if flaw.place else flaw.id


def _of_packages(graph: Graph, vulnerabilities: Sequence[Vulnerability]) -> None:
    """Tell packages what their vulnerabilities let strangers do: no more than is publicly known and was compared."""
    by_package: dict[str, list[Vulnerability]] = defaultdict(list)
    for each in vulnerabilities:
        if each.counts and _remote(each):
            by_package[each.asset].append(each)
    for package in graph.of(Package):
        here = by_package.get(package.id, [])
        for name in MEANS:
            package.values.setdefault(name, _any(_lets(each, name) for each in here))
        running = [(each, _lets(each, "runs_commands")) for each in here]
        now = (told for each, told in running if each.exploited)
        soon = (told for each, told in running if each.epss is not None and each.epss >= LIKELY)
        package.values.setdefault("runs_commands_now", _any(now))
        package.values.setdefault("runs_commands_soon", _any(soon))


def _remote(found: Vulnerability) -> bool:
    """Tell whether it is used over the network without an account and without anybody's help, as far as is known."""
    vector = found.vector.upper()
    if not vector:
        return True
    wanted = ("AV:N", "AU:N") if "AU:" in vector else ("AV:N", "PR:N", "UI:N")
    return all(f"/{each}" in f"/{vector}" for each in wanted) and found.reachable is not Truth.NO


def _lets(found: Vulnerability, name: str) -> bool | Unknown:
    """Tell whether a vulnerability lets a stranger do something: certain, open, or not."""
    said = " ".join((found.summary, *found.aliases)).lower()
    means = bool(re.search(MEANS[name], said))
    total = (
        name == "runs_commands"
        and _total(found)
        and not any(re.search(words, said) for key, words in MEANS.items() if key != name)
    )
    if not means and not total:
        return False
    if means and found.reachable is Truth.YES and found.status is Status.AFFECTED and found.vector:
        return True
    if not means:
        return Unknown(f"whether {found.id} lets strangers run commands is not said; its impact is complete")
    return Unknown(f"whether the code that {found.id} is about is reached is not known")


def _total(found: Vulnerability) -> bool:
    vector = f"/{found.vector.upper()}"
    three = all(part in vector for part in ("/C:H", "/I:H", "/A:H"))
    return three or all(part in vector for part in ("/VC:H", "/VI:H", "/VA:H")) or "/C:C/I:C/A:C" in vector


def _any(told: Iterable[bool | Unknown]) -> bool | Unknown:
    """Return true if any is, else what is open, else false."""
    doubt: Unknown | None = None
    for each in told:
        if each is True:
            return True
        doubt = each if isinstance(each, Unknown) else doubt
    return False if doubt is None else doubt


def _sum_up(application: Asset, graph: Graph) -> None:
    """Tell an application what its flaws and packages come to."""
    entrances: set[str] = set()
    open_: list[Unknown] = []
    exploited: list[bool | Unknown] = []
    causes: dict[str, list[tuple[str, bool | Unknown]]] = defaultdict(list)
    for asset in (*_linked(application, "flaws", graph), *_linked(application, "packages", graph)):
        for entrance, told in _given(asset):
            causes[entrance].append((asset.id, told))
        now = asset.values.get("runs_commands_now", False)
        exploited.append(now if isinstance(now, bool | Unknown) else False)
    for entrance, link in _LINKS.items():
        certain = frozenset(id for id, told in causes[entrance] if told is True)
        doubts = [told for _, told in causes[entrance] if isinstance(told, Unknown)]
        open_ += doubts if not certain else []
        entrances |= {entrance} if certain else set()
        application.values[link] = Partial(doubts[0].why, tuple(sorted(certain))) if doubts else certain
    whole = frozenset(entrances)
    application.values["entrances"] = Partial(open_[0].why, tuple(sorted(whole))) if open_ else whole
    application.values["exploited"] = _any(exploited)


def _linked(application: Asset, link: str, graph: Graph) -> list[Asset]:
    return [asset for asset in map(graph.get, sorted(led_to(application.read(link))[0])) if asset is not None]


def _given(asset: Asset) -> Iterable[tuple[str, bool | Unknown]]:
    """Yield what a flaw or a package lets a stranger do, and how certain that is."""
    if isinstance(asset, Flaw):
        entrance, opened = LETS.get(str(asset.read("weakness"))), asset.values.get("open")
        if entrance and (opened is True or isinstance(opened, Unknown)):
            yield entrance, opened
        return
    for entrance, flag in _FLAGS.items():
        told = asset.values.get(flag, False)
        if told is True or isinstance(told, Unknown):
            yield entrance, told
