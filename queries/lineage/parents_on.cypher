// In what each place lies on the day, and since when.
UNWIND $places AS id
MATCH (place:Body {id: id} WHERE VALID(place))-[part:PART_OF WHERE VALID(part)]->(upper:Place WHERE VALID(upper))
RETURN id, upper.id AS parent, place.since AS since, part.since AS lying, part.by AS by
