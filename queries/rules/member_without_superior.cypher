// Organisations of these that on the day are members (not conveners) of joint bodies and have no superior of their own.
UNWIND $bodies AS id
MATCH (member:Body {id: id} WHERE VALID(member))-[of:MEMBER_OF WHERE VALID(of)]->(joint:Body WHERE VALID(joint))
WITH member, collect(joint) AS joints, collect(of) AS ties
WHERE none(tie IN ties WHERE tie.role = 'convener')
  AND NOT EXISTS { MATCH (member)<-[up:LEADS|GUIDES|REGISTERS|SUPERVISES WHERE VALID(up)]-(upper:Body WHERE VALID(upper)) }
  AND NOT EXISTS { MATCH (member)-[filed:FILED_WITH WHERE VALID(filed)]->(upper:Body WHERE VALID(upper)) }
RETURN member {.id, .name} AS subject,
       {joints: [joint IN joints | joint {.id, .name}]} AS bodies,
       {} AS values,
       reduce(rows = [], tie IN ties | rows + tie.by) + member.by AS by
ORDER BY member.id
