// Posts with their bodies and who holds them on the day, the firmest tenure first.
UNWIND $posts AS id
MATCH (post:Post {id: id} WHERE KNOWN(post))-[seat:IN WHERE KNOWN(seat)]->(body:Body)
CALL (post) {
  OPTIONAL MATCH (person:Person WHERE VALID(person))-[tenure:HOLDS WHERE VALID(tenure)]->(post)
  RETURN person, tenure
  ORDER BY CASE tenure.status WHEN 'SUBSTANTIVE' THEN 0 WHEN 'ACTING' THEN 1 WHEN 'CONCURRENT' THEN 2 ELSE 3 END,
           tenure.since, tenure.id
  LIMIT 1
}
RETURN post.id AS post, post.kind AS kind, post.name AS name, post.since AS since, post.by AS by,
       post.officePhone AS officePhone, post.hours AS hours,
       body.id AS body, body.kind AS bodyKind, body.phone AS bodyPhone,
       tenure.id AS tenure, person.id AS person, person.name AS holder, tenure.status AS status,
       tenure.since AS heldSince, tenure.sincePrecision AS heldPrecision, tenure.by AS heldBy
