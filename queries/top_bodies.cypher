// The organisations that head each place on the day: of the Party kinds those led by none that is located there, and all of
// the kinds that direct.
UNWIND $places AS id
UNWIND $kinds + $directed AS kind
MATCH (body:Organization WHERE VALID(body))-[at:LOCATED_IN {place: id, kind: kind} WHERE VALID(at)]->(:Place)
CALL (body, kind) {
  WITH body, kind WHERE kind IN $kinds
  MATCH (body)<-[leads:LEADS WHERE VALID(leads)]-(upper:Organization WHERE VALID(upper))
        -[near:LOCATED_IN WHERE VALID(near)]->(home:Place)
  RETURN collect(home.id) AS homes
}
WITH id, body, homes WHERE NOT id IN homes
RETURN id AS place, body.id AS body, body.kind AS kind
ORDER BY place, body
