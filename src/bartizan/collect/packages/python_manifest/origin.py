"""Package URLs of Python packages that do not come from the public index."""

from __future__ import annotations

from bartizan.collect.packages.python_manifest.requirement import public
from bartizan.core.truth import Unknown

_PUBLIC = ("https://pypi.org/", "https://pypi.python.org/", "https://files.pythonhosted.org/", "http://pypi.org/")


def purl_from(name: str, version: str | Unknown, *, vcs: str = "", url: str = "", index: str = "") -> str:
    """Return the package URL that says where a package is from; empty where that is the public index."""
    qualifiers = {}
    if vcs:
        qualifiers["vcs_url"] = public(vcs)
    elif url:
        qualifiers["download_url"] = public(url)
    elif index and not index.startswith(_PUBLIC):
        qualifiers["repository_url"] = public(index)
    if not qualifiers:
        return ""
    from packageurl import PackageURL  # loaded where it is needed

    return PackageURL("pypi", None, name, version if isinstance(version, str) else None, qualifiers).to_string()


def of_url(name: str, version: str | Unknown, url: str) -> str:
    """Return the package URL of a package from a URL, of a repository (`git+https://…`) or of a file."""
    if not url:
        return ""
    if url.startswith(("git+", "hg+", "svn+", "bzr+", "git:", "ssh:")):
        return purl_from(name, version, vcs=url)
    return purl_from(name, version, url=url)
