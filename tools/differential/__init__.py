"""Compares the AWS engine with an independent one, iam-simulate, on random requests; for development only.

    python -m tools.differential [--count 20000] [--seed 1] [--features a,b] [--package DIRECTORY]

iam-simulate is licensed AGPL-3.0. It is installed by npm into a cache directory of its own, runs as a separate process
that is sent requests and sends back verdicts, and nothing of it is imported, shipped or copied.

`case` is one request with all policies around it, `generate` makes random ones, `ours` and `oracle` answer, `shrink`
makes a case that they differ on as small as it goes, `contested` has those where AWS's published rules side with us.
"""
