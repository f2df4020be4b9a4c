"""Advisories: the data of known vulnerabilities, how it is fetched, kept and asked."""
