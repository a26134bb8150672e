// Tenures that hold on the day in posts of bodies of which the code begins with $code, if one of these sheets attests them;
// they are the sheets' own if none else does.
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
WITH person, held, post, [one IN held.by WHERE left(one, size(one) - size(last(split(one, '!')))) IN $sheets] AS mine
WHERE size(mine) > 0
RETURN 'HOLDS' AS type, held.id AS id, person.id AS start, post.id AS end, held.attestedOn AS attestedOn,
       last(mine) AS by, size(mine) = size(held.by) AS own, person.name + '（' + head([(post)-[seat:IN WHERE VALID(seat)]->(body:Body) | body.name]) + post.name + '）' AS name
ORDER BY id
