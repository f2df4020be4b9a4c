"""What jobs of all pipelines have in common: whom they become, and what they change."""

from bartizan.core.kind import Asset, Flag, Link


class PipelineJob(Asset):
    """Commands that a service runs when something happens in a repository."""

    let_in = Flag("These identities trust its tokens, or its keys are theirs.", derived=True)
    identities = Link(Asset, "The cloud identities that it becomes.", derived=True)
    delivers = Link(Asset, "What runs the images that it pushes.", derived=True)
    writes = Flag("Its token may write to the repository.", derived=True)
    siblings = Link(lambda: PipelineJob, "The other jobs of the repository.", derived=True)
    proposed = Flag("Strangers can propose changes to the repository.", derived=True)
    guarded = Flag("A condition keeps out runs that strangers start.", derived=True)
