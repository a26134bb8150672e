// Of these bodies the places in which some organisation is located on the day: a roster speaks of them.
UNWIND $places AS id
MATCH (place:Body {id: id} WHERE VALID(place))
WHERE EXISTS { MATCH (place)<-[at:LOCATED_IN WHERE VALID(at)]-(body:Organization WHERE VALID(body)) }
RETURN place.id AS id
