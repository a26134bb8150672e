// What has been loaded: the titles of the sources, and whether each is a list of divisions.
MATCH (load:Load)
MATCH (source:Source {id: load.source})
RETURN DISTINCT source.title AS title, load.id STARTS WITH 'load:divisions' AS divisionList
LIMIT 1000
