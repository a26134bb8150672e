// The posts on the day whose holder, whose own line or whose body is reached by one of these numbers, each the first of its cell.
UNWIND $lines AS line
CALL (line) {
  MATCH (:Person)-[held:HOLDS WHERE held.phone = line AND VALID(held)]->(post:Post)
  RETURN post
  UNION
  MATCH (post:Post)
  USING INDEX SEEK post:Post(officePhone)
  WHERE post.officePhone STARTS WITH line
  RETURN post
  UNION
  MATCH (body:Organization)
  USING INDEX SEEK body:Organization(phone)
  WHERE body.phone STARTS WITH line
  MATCH (body)<-[seat:IN WHERE VALID(seat)]-(post:Post)
  RETURN post
}
WITH DISTINCT post
WHERE VALID(post)
RETURN post.id AS id
ORDER BY id
LIMIT 1000
