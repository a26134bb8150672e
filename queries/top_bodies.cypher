// The top organisation of each place on the day: of these kinds, located there, led by none that is located there.
UNWIND $places AS id
UNWIND $kinds AS kind
MATCH (body:Organization WHERE VALID(body))-[at:LOCATED_IN {place: id, kind: kind} WHERE VALID(at)]->(:Place)
CALL (body) {
  OPTIONAL MATCH (body)<-[leads:LEADS WHERE VALID(leads)]-(upper:Organization WHERE VALID(upper))
  OPTIONAL MATCH (upper)-[near:LOCATED_IN WHERE VALID(near)]->(home:Place)
  RETURN collect(home.id) AS homes
}
WITH id, body, homes WHERE NOT id IN homes
RETURN id AS place, body.id AS body, body.kind AS kind
ORDER BY place, body
