// People who on the day hold a post of these bodies in full, and so many more in full that it is more than the limit. Names of
// people stay out of the sentence.
UNWIND $bodies AS id
MATCH (at:Body {id: id} WHERE VALID(at))<-[seat:IN WHERE VALID(seat)]-(own:Post WHERE VALID(own))
MATCH (own)<-[has:HOLDS WHERE VALID(has) AND has.status = 'SUBSTANTIVE']-(person:Person WHERE VALID(person))
WITH DISTINCT person
MATCH (person)-[held:HOLDS WHERE VALID(held) AND held.status = 'SUBSTANTIVE']->(post:Post WHERE VALID(post))
WITH person, count(DISTINCT post) AS count, collect(held) AS tenures, collect(post) AS posts
WHERE count > $limit
UNWIND posts AS post
MATCH (post)-[seat:IN WHERE VALID(seat)]->(body:Body WHERE VALID(body))
WITH person, count, tenures, body ORDER BY body.id
WITH person, count, tenures, collect(DISTINCT body {.id, .name}) AS bodies
RETURN person {.id, .name} AS subject,
       {bodies: bodies} AS bodies,
       {count: count, limit: $limit} AS values,
       reduce(rows = [], held IN tenures | rows + held.by) AS by
ORDER BY person.id
