// Bodies of a county that lead themselves through others (in up to 12 steps) on the day: for each the shortest circle
// in which it has the least id. Ids of ties begin with those of their leaders, so what leads in a county is a few ranges.
UNWIND $starts AS start
MATCH (leader:Body)-[lead:LEADS WHERE VALID(lead)]->(:Body)
USING RANGE INDEX lead:LEADS(id)
WHERE lead.id STARTS WITH 'leads:' + start AND VALID(leader)
WITH DISTINCT leader, leader.id AS least
MATCH path = ANY SHORTEST (leader)((:Body)<-[up:LEADS WHERE VALID(up)]-(upper:Body WHERE VALID(upper) AND upper.id >= least)){1,12}(leader)
RETURN leader {.id, .name} AS subject,
       {circle: [body IN reverse(nodes(path)) | body {.id, .name}]} AS bodies,
       {} AS values,
       reduce(rows = [], edge IN reverse(relationships(path)) | rows + edge.by) AS by
ORDER BY leader.id
