// The names of bodies, and what attests them.
UNWIND $ids AS id
MATCH (body:Body {id: id} WHERE VALID(body))
RETURN body.id AS id, body.name AS name, body.by AS by
