// Matters that are broader than themselves through others (in up to 12 steps): for each the shortest circle in which it has the
// least id. Matters belong to no county.
MATCH (matter:Matter)
WITH matter, matter.id AS least
MATCH path = ANY SHORTEST (matter)((:Matter)-[:BROADER]->(upper:Matter WHERE upper.id >= least)){1,12}(matter)
RETURN matter {.id, .name} AS subject,
       {circle: [one IN nodes(path) | one {.id, .name}]} AS bodies,
       {} AS values,
       reduce(rows = [], edge IN relationships(path) | rows + edge.by) AS by
ORDER BY matter.id
