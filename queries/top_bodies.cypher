// The top organisation of each place on the day: of these kinds, located there, led by none that is located there.
UNWIND $places AS id
MATCH (place:Place {id: id})<-[at:LOCATED_IN WHERE VALID(at)]-(body:Organization WHERE VALID(body))
WHERE body.kind IN $kinds AND NOT EXISTS {
  MATCH (body)<-[leads:LEADS WHERE VALID(leads)]-(upper:Organization WHERE VALID(upper))
        -[near:LOCATED_IN WHERE VALID(near)]->(place)
}
RETURN place.id AS place, body.id AS body, body.kind AS kind
ORDER BY place, body
