// Duties that hold within these places on the day and that nobody can carry out: the named body is not there, the named post is not
// there or has no holder, or neither within the place, nor above it, nor in a grid that covers it is there at that level a body of the
// kind, or a post of it that is held.
UNWIND $bodies AS id
MATCH (within:Body {id: id} WHERE VALID(within))<-[holds:WITHIN WHERE VALID(holds)]-(duty:Duty WHERE VALID(duty))
WITH within, duty.bearerKind AS kind, duty.level AS level, collect(duty) AS duties
CALL (within, kind, level, duties) {
  WITH within, kind, level, duties
  WHERE kind IS NOT NULL AND NOT EXISTS {
    CALL (within, level) {
      MATCH (within)((:Place)<-[part:PART_OF WHERE VALID(part)]-(lower:Place WHERE VALID(lower) AND $ranks[lower.kind] <= $ranks[level])){0,8}(home:Place)
      RETURN home
      UNION
      MATCH (within)((:Place)-[part:PART_OF WHERE VALID(part)]->(upper:Place WHERE VALID(upper))){1,8}(home:Place)
      RETURN home
      UNION
      MATCH (within)<-[cover:COVERS WHERE VALID(cover)]-(home:Place WHERE VALID(home))
      RETURN home
    }
    WITH home, kind
    WHERE home.kind = level AND EXISTS {
      MATCH (home)<-[at:LOCATED_IN WHERE VALID(at)]-(body:Organization WHERE VALID(body)) WHERE body.kind = kind RETURN body
      UNION
      MATCH (home)<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE post.kind = kind AND VALID(post))<-[held:HOLDS WHERE VALID(held)]-(holder:Person WHERE VALID(holder))
      RETURN post AS body
      UNION
      MATCH (home)<-[at:LOCATED_IN WHERE VALID(at)]-(body:Organization WHERE VALID(body))<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE post.kind = kind AND VALID(post))<-[held:HOLDS WHERE VALID(held)]-(holder:Person WHERE VALID(holder))
      RETURN body
    }
    RETURN home
  }
  UNWIND duties AS duty
  RETURN duty, $labels[level] + '的' + $labels[kind] AS bearer
  UNION
  WITH duties, kind WHERE kind IS NULL
  UNWIND duties AS duty
  WITH duty
  WHERE NOT EXISTS {
    MATCH (duty)<-[bears:BEARS WHERE VALID(bears)]-(named WHERE VALID(named))
    WHERE NOT named:Post OR EXISTS { MATCH (named)<-[held:HOLDS WHERE VALID(held)]-(holder:Person WHERE VALID(holder)) }
  }
  OPTIONAL MATCH (duty)<-[bears:BEARS WHERE VALID(bears)]-(named)
  OPTIONAL MATCH (named)-[seat:IN WHERE VALID(seat)]->(body:Body)
  RETURN duty, coalesce(body.name + '的', '') + coalesce(named.name, '') AS bearer
}
MATCH (duty)-[for:FOR WHERE VALID(for)]->(matter:Matter)
RETURN duty {.id, name: matter.name} AS subject,
       {area: within {.id, .name}} AS bodies,
       {role: $labels[duty.role], bearer: bearer} AS values,
       duty.by AS by
ORDER BY duty.id
