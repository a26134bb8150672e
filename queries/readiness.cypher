// Whether the schema is in place, and which load is half done, with how many of its units are written.
OPTIONAL MATCH (graph:Graph {id: 'graph'})
OPTIONAL MATCH (load:Load {state: 'APPLYING'})
RETURN graph.schemaVersion AS schemaVersion, load.title AS title, load.unit AS unit, load.units AS units
LIMIT 1
