// Members of these that a joint or functional body leads on the day.
UNWIND $bodies AS id
MATCH (member:Body {id: id} WHERE VALID(member))<-[lead:LEADS WHERE VALID(lead)]-(joint:Body WHERE VALID(joint))
WHERE joint.kind IN $functional
MATCH (member)-[of:MEMBER_OF WHERE VALID(of)]->(joint)
WITH member, collect(DISTINCT joint {.id, .name}) AS joints, collect(lead.by + of.by) AS told
RETURN member {.id, .name} AS subject,
       {joints: joints} AS bodies,
       {} AS values,
       reduce(rows = [], one IN told | rows + one) AS by
ORDER BY member.id
