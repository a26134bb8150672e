// Villagers' and residents' committees of a county that a town government leads on the day.
MATCH (government:Body)-[lead:LEADS WHERE VALID(lead)]->(committee:Body)
USING RANGE INDEX lead:LEADS(id)
WHERE lead.id STARTS WITH 'leads:org:town_government:' + $county
  AND committee.kind IN $kinds AND VALID(government) AND VALID(committee)
WITH committee, collect(government {.id, .name}) AS leaders, collect(lead) AS leads
RETURN committee {.id, .name} AS subject,
       {leaders: leaders} AS bodies,
       {} AS values,
       reduce(rows = [], lead IN leads | rows + lead.by) AS by
ORDER BY committee.id
