"""Azure and Entra ID in a graph: their estate, made of assets, and access to it."""
