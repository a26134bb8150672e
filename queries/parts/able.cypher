// Whether at the place `it` there is on the day a body of the kind `kind`, or a post of it that is held, of the place or of a body located there.
EXISTS {
  MATCH (it)<-[at:LOCATED_IN WHERE VALID(at)]-(body:Organization WHERE VALID(body)) WHERE body.kind = kind RETURN body
  UNION
  MATCH (it)<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE post.kind = kind AND VALID(post))<-[held:HOLDS WHERE VALID(held)]-(holder:Person WHERE VALID(holder))
  RETURN post AS body
  UNION
  MATCH (it)<-[at:LOCATED_IN WHERE VALID(at)]-(body:Organization WHERE VALID(body))<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE post.kind = kind AND VALID(post))<-[held:HOLDS WHERE VALID(held)]-(holder:Person WHERE VALID(holder))
  RETURN body
}
