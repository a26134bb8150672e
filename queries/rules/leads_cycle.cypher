// Bodies of a county that lead themselves through others (in up to 12 steps) on the day: the shortest circle of each,
// once, at the least id in it. Ids of ties begin with those of their leaders, so what leads in a county is a few ranges.
UNWIND $starts AS start
MATCH (leader:Body)-[lead:LEADS WHERE VALID(lead)]->(:Body)
USING RANGE INDEX lead:LEADS(id)
WHERE lead.id STARTS WITH 'leads:' + start AND VALID(leader)
WITH DISTINCT leader
MATCH path = ANY SHORTEST (leader)((:Body)<-[up:LEADS WHERE VALID(up)]-(upper:Body WHERE VALID(upper))){1,12}(leader)
WHERE all(body IN nodes(path) WHERE leader.id <= body.id)
RETURN leader {.id, .name} AS subject,
       {circle: [body IN reverse(nodes(path)) | body {.id, .name}]} AS bodies,
       {} AS values,
       reduce(rows = [], edge IN relationships(path) | rows + edge.by) AS by
ORDER BY leader.id
