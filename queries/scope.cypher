// The counties in scope, and the version of the graph.
MATCH (graph:Graph {id: 'graph'})
RETURN graph.scope AS counties, graph.version AS version, coalesce(graph.areaCodes, []) AS areaCodes
