// How many people hold one of the posts in an organisation of these kinds within a place, and head a member of it, on the day.
// Ids are made of codes, so those of a kind in a county are one range of the index; the edges then decide.
MATCH (place:Body {id: $place})
UNWIND $kinds AS kind
MATCH (item:Organization WHERE VALID(item))-[at:LOCATED_IN WHERE VALID(at)]->(home:Place WHERE VALID(home))
USING INDEX SEEK at:LOCATED_IN(kind, place)
WHERE at.kind = kind AND at.place STARTS WITH 'place:' + $area
WITH place, home, collect(item) AS items
WHERE LIES(home, place)
UNWIND items AS item
MATCH (person:Person WHERE VALID(person))-[sits:HOLDS WHERE VALID(sits)]->(chair:Post WHERE VALID(chair) AND chair.kind IN $posts)
      -[of:IN WHERE VALID(of)]->(item)
WHERE EXISTS {
  MATCH (person)-[heads:HOLDS WHERE VALID(heads)]->(head:Post WHERE VALID(head) AND head.kind IN $heads)
        -[seat:IN WHERE VALID(seat)]->(unit:Body WHERE VALID(unit))-[member:MEMBER_OF WHERE VALID(member)]->(item)
}
RETURN toFloat(count(DISTINCT person)) AS value
