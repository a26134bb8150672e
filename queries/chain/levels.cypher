// What decides whether a chain is broken at a body on the day: its kind, whether anything but a joint body leads it, where it is.
UNWIND $bodies AS id
MATCH (body:Body {id: id})
RETURN id, body.kind AS kind, EXISTS {
    MATCH (body)<-[tie:LEADS WHERE VALID(tie)]-(upper:Body WHERE VALID(upper)) WHERE NOT upper.kind IN $joint
  } AS led,
  COLLECT {
    MATCH (body)-[at:LOCATED_IN WHERE VALID(at)]->(home:Place WHERE VALID(home)) RETURN home.kind ORDER BY home.kind
  } AS homes
