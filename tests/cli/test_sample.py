"""What `wushe demo` finds in a graph before it loads the sample."""

from wushe.cli.sample import SampleState, sample_state
from wushe.graph import Graph
from wushe.loaders.divisions.load import init_county


def test_another_county_is_not_mixed_with_the_sample(graph: Graph) -> None:
    """The sample goes into an empty graph or beside its own county's divisions, and nowhere else."""
    assert sample_state(graph) is SampleState.ABSENT
    init_county(graph, "511903")
    assert sample_state(graph) is SampleState.ABSENT
    init_county(graph, "110101")
    assert sample_state(graph) is SampleState.OTHER
