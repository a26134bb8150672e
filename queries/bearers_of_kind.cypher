// The posts, and the bodies, of a kind that stand at a place: in it, or in an organisation that is located there.
UNWIND $wanted AS want
CALL (want) {
  MATCH (post:Post {id: 'post:' + want.place + ':' + want.kind} WHERE KNOWN(post))-[seat:IN WHERE KNOWN(seat)]->(body:Body)
  RETURN body, post
  UNION
  UNWIND want.bodies AS kind
  MATCH (body:Organization WHERE KNOWN(body))-[at:LOCATED_IN {place: want.place, kind: kind} WHERE KNOWN(at)]->(:Place)
  MATCH (post:Post {id: 'post:' + body.id + ':' + want.kind} WHERE KNOWN(post))-[seat:IN WHERE KNOWN(seat)]->(body)
  RETURN body, post
  UNION
  WITH want WHERE want.bodies IS NULL AND want.post
  MATCH (place:Body {id: want.place})<-[at:LOCATED_IN WHERE KNOWN(at)]-(body:Organization WHERE KNOWN(body))
  MATCH (post:Post {id: 'post:' + body.id + ':' + want.kind} WHERE KNOWN(post))-[seat:IN WHERE KNOWN(seat)]->(body)
  RETURN body, post
  UNION
  MATCH (body:Organization WHERE KNOWN(body))
        -[at:LOCATED_IN {place: want.place, kind: want.kind} WHERE KNOWN(at)]->(:Place)
  RETURN body, null AS post
}
CALL (want, body) {
  WITH want, body WHERE want.top
  MATCH (body)<-[leads:LEADS WHERE VALID(leads)]-(upper:Organization WHERE VALID(upper))
        -[near:LOCATED_IN WHERE VALID(near)]->(home:Place)
  RETURN collect(home.id) AS homes
}
WITH want, body, post, homes WHERE NOT want.top OR NOT want.place IN homes
RETURN DISTINCT want.kind AS kind, want.place AS place, body.id AS body, post.id AS post, body.since AS since, body.by AS by
ORDER BY place, body, post
