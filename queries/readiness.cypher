// Whether the schema is in place and no load is half done.
OPTIONAL MATCH (graph:Graph {id: 'graph'})
RETURN graph.schemaVersion AS schemaVersion, EXISTS { MATCH (:Load {state: 'APPLYING'}) } AS applying
