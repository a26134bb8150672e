// Members that a joint or functional body of a county leads on the day.
UNWIND $functional AS kind
MATCH (joint:Body)-[lead:LEADS WHERE VALID(lead)]->(member:Body)
USING RANGE INDEX lead:LEADS(id)
WHERE lead.id STARTS WITH 'leads:org:' + kind + ':' + $county AND VALID(joint) AND VALID(member)
MATCH (member)-[of:MEMBER_OF WHERE VALID(of)]->(joint)
WITH member, collect(DISTINCT joint {.id, .name}) AS joints, collect(lead.by + of.by) AS told
RETURN member {.id, .name} AS subject,
       {joints: joints} AS bodies,
       {} AS values,
       reduce(rows = [], one IN told | rows + one) AS by
ORDER BY member.id
