// Bodies of these that on the day lie nowhere, are tied to nothing, and have no post.
UNWIND $bodies AS id
MATCH (body:Body {id: id} WHERE VALID(body))
WHERE NOT EXISTS { MATCH (body)-[tie WHERE VALID(tie)]-(other:Body WHERE VALID(other)) }
  AND NOT EXISTS { MATCH (body)<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE VALID(post)) }
RETURN body {.id, .name} AS subject, {} AS bodies, {} AS values, body.by AS by
ORDER BY body.id
