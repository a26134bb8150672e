// Joint bodies of these that on the day have no convener or, the convener counted, fewer than two members.
UNWIND $bodies AS id
MATCH (joint:Body {id: id} WHERE VALID(joint))
OPTIONAL MATCH (member:Body WHERE VALID(member))-[of:MEMBER_OF WHERE VALID(of)]->(joint)
WITH joint, count(DISTINCT member) AS members, count(DISTINCT CASE of.role WHEN 'convener' THEN member END) AS conveners,
     collect(of) AS ties
WHERE members < 2 OR conveners < 1
RETURN joint {.id, .name} AS subject,
       {} AS bodies,
       {members: members, conveners: conveners} AS values,
       reduce(rows = [], tie IN ties | rows + tie.by) + joint.by AS by
ORDER BY joint.id
