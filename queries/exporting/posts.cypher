// A page of the posts of a county, in the order of their ids, with the body each is of and those who hold or held it.
MATCH (post:Post)
USING INDEX SEEK post:Post(county, id)
WHERE post.county = $county AND post.id > $after AND ($asOf IS NULL OR VALID(post))
WITH post ORDER BY post.id LIMIT $limit
RETURN post {.*, by: null, load: null} AS node,
  head([(post)-[seat:IN WHERE $asOf IS NULL OR VALID(seat)]->(body:Body) | body.id]) AS body,
  [(post)<-[held:HOLDS WHERE $asOf IS NULL OR VALID(held)]-(person:Person) |
    held {.*, by: null, load: null,
      person: person {.id, .name, .synthetic, .since, .until, .sincePrecision, .untilPrecision}}] AS tenures
