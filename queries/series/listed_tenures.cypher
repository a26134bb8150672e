// Tenures that hold on the day in posts of bodies of which the code begins with $code, if none but these sheets attests them.
// Ids are made of codes: post:place:<code>:<kind>, post:org:<kind>:<code>:<name>:<kind>.
CALL () {
  MATCH (post:Post WHERE post.id STARTS WITH 'post:place:' + $code)
  RETURN post
  UNION ALL
  MATCH (post:Post)
  USING INDEX SEEK post:Post(county, id)
  WHERE post.county STARTS WITH left($code, 6) AND post.id STARTS WITH 'post:org:'
    AND split(post.id, ':')[3] STARTS WITH $code
  RETURN post
}
MATCH (person:Person)-[held:HOLDS WHERE VALID(held)]->(post)
WHERE all(one IN held.by WHERE left(one, size(one) - size(last(split(one, '!')))) IN $sheets)
RETURN 'HOLDS' AS type, held.id AS id, person.id AS start, post.id AS end, held.attestedOn AS attestedOn,
       last(held.by) AS by, person.name + '（' + head([(post)-[seat:IN WHERE VALID(seat)]->(body:Body) | body.name]) + post.name + '）' AS name
ORDER BY id
