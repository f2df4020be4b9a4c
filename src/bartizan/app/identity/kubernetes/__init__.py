"""Kubernetes in a graph: its clusters, made of assets, and access to them."""
