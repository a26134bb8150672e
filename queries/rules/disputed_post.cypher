// Posts of these bodies that on the day have more substantive holders than seats.
UNWIND $bodies AS id
MATCH (body:Body {id: id} WHERE VALID(body))<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE VALID(post))
MATCH (post)<-[held:HOLDS WHERE VALID(held) AND held.status = 'SUBSTANTIVE']-(person:Person WHERE VALID(person))
WITH body, post, count(DISTINCT person) AS holders, collect(held) AS tenures
WHERE holders > post.seats
RETURN post {.id, .name} AS subject,
       {body: body {.id, .name}} AS bodies,
       {post: post.name, seats: post.seats, holders: holders} AS values,
       reduce(rows = [], held IN tenures | rows + held.by) AS by
ORDER BY post.id
