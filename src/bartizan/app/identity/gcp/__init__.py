"""Google Cloud in a graph: its estate, made of assets, and access to it."""
