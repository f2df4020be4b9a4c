"""Benchmarks: what the speed of a scan is made of, beside its peers in the same run. `python -m bench`."""
