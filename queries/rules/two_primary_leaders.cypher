// Bodies of these that have two primary leaders at one instant, of whatever day: their times are compared.
UNWIND $bodies AS id
MATCH (led:Body {id: id})<-[lead:LEADS WHERE lead.primary]-(leader:Body)
WITH led, collect({leader: leader, edge: lead}) AS leads
WHERE size(leads) > 1
UNWIND leads AS one
UNWIND leads AS other
WITH led, one, other
WHERE one.leader <> other.leader AND one.edge.since < other.edge.until AND other.edge.since < one.edge.until
WITH led, one, CASE WHEN one.edge.since > other.edge.since THEN one.edge.since ELSE other.edge.since END AS since
ORDER BY led.id, one.edge.id
WITH led, min(since) AS since, collect(DISTINCT one.leader) AS leaders, collect(DISTINCT one.edge) AS edges
RETURN led {.id, .name} AS subject,
       {leaders: [leader IN leaders | leader {.id, .name}]} AS bodies,
       {since: toString(since), count: size(leaders)} AS values,
       reduce(rows = [], edge IN edges | rows + edge.by) AS by
ORDER BY led.id
