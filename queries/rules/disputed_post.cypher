// Posts of a county that on the day have more substantive holders than seats.
MATCH (post:Post)
USING INDEX SEEK post:Post(county, id)
WHERE post.county = $county AND post.id STARTS WITH 'post:' AND VALID(post)
MATCH (post)<-[held:HOLDS WHERE VALID(held) AND held.status = 'SUBSTANTIVE']-(person:Person WHERE VALID(person))
WITH post, count(DISTINCT person) AS holders, collect(held) AS tenures
WHERE holders > post.seats
MATCH (post)-[seat:IN WHERE VALID(seat)]->(body:Body WHERE VALID(body))
RETURN post {.id, .name} AS subject,
       {body: body {.id, .name}} AS bodies,
       {post: post.name, seats: post.seats, holders: holders} AS values,
       reduce(rows = [], held IN tenures | rows + held.by) AS by
ORDER BY post.id
