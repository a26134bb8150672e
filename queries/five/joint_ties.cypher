// Which bodies of one group work together on the day: by a tie of joint work, or as members of the same joint body.
UNWIND $groups AS bodies
UNWIND bodies AS id
MATCH (body:Body {id: id})
CALL (body, bodies) {
  MATCH (body)-[tie:SERVES|FUNDS|PARTNERS_WITH|PAIRED_WITH|COORDINATES|MEMBER_OF|COVERS WHERE VALID(tie)]-(other:Body WHERE VALID(other))
  WHERE other.id IN bodies
  RETURN other
  UNION
  MATCH (body)-[one:MEMBER_OF WHERE VALID(one)]->(joint:Organization WHERE VALID(joint))<-[two:MEMBER_OF WHERE VALID(two)]-(other:Body WHERE VALID(other))
  WHERE other.id IN bodies
  RETURN other
}
RETURN DISTINCT bodies[0] AS village, body.id AS body, other.id AS other
