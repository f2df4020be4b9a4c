"""What takes part in a network, in any cloud or cluster, and what runs on it."""

from bartizan.content.kinds.code.leak import Leak
from bartizan.content.kinds.software.application import Application
from bartizan.core.kind import Asset, Flag, Link, Text


class Endpoint(Asset):
    """Something that connections can be opened to: a pod, a machine, a database, a load balancer."""

    exposed = Flag("The Internet can open a connection to it.", derived=True)
    exposed_by = Text("How: the listener and the rules that let the Internet in.", derived=True)


class Runner(Endpoint):
    """Something that runs code, which whoever takes it over may use for his own: a pod, a function, a machine."""

    runs = Link(Application, "The application it runs, where that was read too.", derived=True)
    leaks = Link(Leak, "Secrets that are written where it is declared: its environment, its config maps.", derived=True)
    stores = Link(Asset, "The databases that it is given an address or a password of.", derived=True)
    queues = Link(Asset, "The queues and topics whose messages it is started with.", derived=True)
    carries = Link(Asset, "The workloads that may run on it, where it is a machine.", derived=True)
    pulls_from = Link(Asset, "The repositories it pulls its image from anew, by a tag that can be moved.", derived=True)
    asks_metadata = Flag("A plain request from it is answered by a metadata service with credentials.", derived=True)
    reaches_metadata = Flag("Commands in it get credentials from a metadata service.", derived=True)
    machine_identities = Link(Asset, "The cloud identities of the machine under it.", derived=True)
