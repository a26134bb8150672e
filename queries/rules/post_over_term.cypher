// Posts of these bodies held on the day by somebody whose term was over before it.
UNWIND $bodies AS id
MATCH (body:Body {id: id} WHERE VALID(body))<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE VALID(post))
MATCH (post)<-[held:HOLDS WHERE VALID(held) AND held.termEnds < $asOf]-(holder:Person WHERE VALID(holder))
WITH body, post, min(held.termEnds) AS ended, collect(held) AS tenures
RETURN post {.id, .name} AS subject,
       {body: body {.id, .name}} AS bodies,
       {post: post.name, ended: toString(ended)} AS values,
       reduce(rows = [], held IN tenures | rows + held.by) AS by
ORDER BY post.id
