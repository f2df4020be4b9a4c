"""What takes part in a network, in any cloud or cluster, and what runs on it."""

from bartizan.content.kinds.software.application import Application
from bartizan.core.kind import Asset, Flag, Link, Text


class Endpoint(Asset):
    """Something that connections can be opened to: a pod, a machine, a database, a load balancer."""

    exposed = Flag("The Internet can open a connection to it.", derived=True)
    exposed_by = Text("How: the listener and the rules that let the Internet in.", derived=True)


class Runner(Endpoint):
    """Something that runs code, which whoever takes it over may use for his own: a pod, a function, a machine."""

    runs = Link(Application, "The application it runs, where that was read too.", derived=True)
