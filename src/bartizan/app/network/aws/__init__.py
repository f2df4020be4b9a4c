"""Amazon Web Services: who reaches what over the networks of a graph."""

from bartizan.app.network.aws.reaching import network

__all__ = ["network"]
