// The posts of the given kinds in the given bodies: the heads of bodies, in the order in which they are asked for.
UNWIND $wanted AS want
MATCH (body:Body {id: want.body})<-[seat:IN WHERE KNOWN(seat)]-(post:Post {kind: want.kind} WHERE KNOWN(post))
RETURN body.id AS body, post.id AS post, want.rank AS rank
ORDER BY rank
