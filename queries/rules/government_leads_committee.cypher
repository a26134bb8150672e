// Committees of these that a town government leads on the day.
UNWIND $bodies AS id
MATCH (committee:Body {id: id} WHERE VALID(committee))<-[lead:LEADS WHERE VALID(lead)]-(government:Body WHERE VALID(government))
WHERE government.kind IN $kinds
WITH committee, collect(government {.id, .name}) AS leaders, collect(lead) AS leads
RETURN committee {.id, .name} AS subject,
       {leaders: leaders} AS bodies,
       {} AS values,
       reduce(rows = [], lead IN leads | rows + lead.by) AS by
ORDER BY committee.id
