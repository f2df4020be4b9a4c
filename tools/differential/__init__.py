"""Compares the AWS engine with an independent one, iam-simulate, on random requests; for development only.

    python -m tools.differential [--count 20000] [--seed 1] [--features a,b] [--package DIRECTORY]

iam-simulate is licensed AGPL-3.0. It is installed by npm into a cache directory of its own, runs as a separate process
that is sent requests and sends back verdicts, and nothing of it is imported, shipped or copied.

`case` is one request with all policies around it, `recipes` make random ones, feature by feature, of `policies` and
`conditions`, `ours` and `oracle` answer, `shrink` makes a case that they differ on as small as it goes, and `contested`
has the rules on which what AWS publishes is not what the oracle does.
"""
