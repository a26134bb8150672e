// The posts of a body on the day.
MATCH (:Body {id: $body})<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE VALID(post))
RETURN post.id AS id
ORDER BY id
LIMIT 1000
