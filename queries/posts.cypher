// Posts with the body each belongs to, and whether nobody holds it on the day.
UNWIND $ids AS id
MATCH (post:Post {id: id})
CALL (post) {
  MATCH (post)-[seat:IN]->(body:Body)
  RETURN body ORDER BY seat.until DESC, body.id LIMIT 1
}
RETURN post.id AS id, post.kind AS kind, post.name AS name, post.seats AS seats, post.officePhone AS officePhone,
       post.hours AS hours, post.since AS since, post.until AS until, post.by AS by,
       body.id AS body, body.phone AS bodyPhone,
       NOT EXISTS { MATCH (person:Person WHERE VALID(person))-[held:HOLDS WHERE VALID(held)]->(post) } AS vacant
