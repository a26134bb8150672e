// Posts of these bodies whose number was last verified more than so many days before the day. One of a roster that says nothing
// of verifying is as old as its document, which is said there.
UNWIND $bodies AS id
MATCH (body:Body {id: id} WHERE VALID(body))<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE VALID(post))
MATCH (post)<-[held:HOLDS WHERE VALID(held) AND held.verifiedOn < $asOf - duration({days: $limit})]-(holder:Person WHERE VALID(holder))
WHERE held.phone IS NOT NULL OR post.officePhone IS NOT NULL
WITH body, post, min(held.verifiedOn) AS verified, collect(held) AS tenures
RETURN post {.id, .name} AS subject,
       {body: body {.id, .name}} AS bodies,
       {post: post.name, verified: toString(verified), limit: $limit} AS values,
       reduce(rows = [], held IN tenures | rows + held.by) AS by
ORDER BY post.id
