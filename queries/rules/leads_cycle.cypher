// Bodies of these that lead themselves through others (in up to 12 steps) on the day: for each the shortest circle in which it
// has the least id.
UNWIND $bodies AS id
MATCH (leader:Body {id: id} WHERE VALID(leader))
WHERE EXISTS { MATCH (leader)-[lead:LEADS WHERE VALID(lead)]->(:Body) }
WITH leader, leader.id AS least
MATCH path = ANY SHORTEST (leader)((:Body)<-[up:LEADS WHERE VALID(up)]-(upper:Body WHERE VALID(upper) AND upper.id >= least)){1,12}(leader)
RETURN leader {.id, .name} AS subject,
       {circle: [body IN reverse(nodes(path)) | body {.id, .name}]} AS bodies,
       {} AS values,
       reduce(rows = [], edge IN reverse(relationships(path)) | rows + edge.by) AS by
ORDER BY leader.id
