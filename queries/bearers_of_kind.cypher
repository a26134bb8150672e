// The posts, and the bodies, of a kind that stand at a place: in it, or in an organisation that is located there.
UNWIND $wanted AS want
MATCH (place:Place {id: want.place})
CALL (place, want) {
  MATCH (place)<-[seat:IN WHERE KNOWN(seat)]-(post:Post {kind: want.kind} WHERE KNOWN(post))
  RETURN place AS body, post
  UNION
  MATCH (place)<-[at:LOCATED_IN WHERE KNOWN(at)]-(body:Organization WHERE KNOWN(body))
        <-[seat:IN WHERE KNOWN(seat)]-(post:Post {kind: want.kind} WHERE KNOWN(post))
  WHERE want.bodies IS NULL OR body.kind IN want.bodies
  RETURN body, post
  UNION
  MATCH (place)<-[at:LOCATED_IN WHERE KNOWN(at)]-(body:Organization {kind: want.kind} WHERE KNOWN(body))
  RETURN body, null AS post
}
WITH want, place, body, post
WHERE NOT want.top OR NOT EXISTS {
  MATCH (body)<-[leads:LEADS WHERE VALID(leads)]-(upper:Organization WHERE VALID(upper))
        -[near:LOCATED_IN WHERE VALID(near)]->(place)
}
RETURN DISTINCT want.kind AS kind, place.id AS place, body.id AS body, post.id AS post
ORDER BY place, body, post
