// Places of these below a village that are not part of exactly one village on the day.
UNWIND $bodies AS id
MATCH (place:Body {id: id} WHERE VALID(place))
OPTIONAL MATCH (place)-[part:PART_OF WHERE VALID(part)]->(parent:Place WHERE VALID(parent))
WITH place, collect(parent) AS parents, collect(part) AS parts
WHERE size([parent IN parents WHERE parent.kind = 'village']) <> 1
RETURN place {.id, .name} AS subject,
       {parents: [parent IN parents | parent {.id, .name}]} AS bodies,
       {} AS values,
       reduce(rows = [], part IN parts | rows + part.by) + place.by AS by
ORDER BY place.id
