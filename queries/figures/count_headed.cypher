// In how many places of these levels the top Party organisation has a holder of the post on the day. The top one of a place
// is of the given kinds, located there, and led by none that is located there.
// Ids are made of codes, so those of a kind in a county are one range of the index; the edges then decide.
MATCH (place:Body {id: $place})
UNWIND $levels AS kind
MATCH (home:Place)
USING INDEX SEEK home:Place(kind, id)
WHERE home.kind = kind AND home.id STARTS WITH 'place:' + $area AND VALID(home) AND LIES(home, place)
MATCH (top:Organization WHERE VALID(top))-[at:LOCATED_IN WHERE at.kind IN $kinds AND VALID(at)]->(home)
WHERE NOT EXISTS {
  MATCH (top)<-[leads:LEADS WHERE VALID(leads)]-(leader:Organization WHERE VALID(leader))-[near:LOCATED_IN WHERE VALID(near)]->(home)
} AND EXISTS {
  MATCH (top)<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE VALID(post) AND post.kind IN $posts)
        <-[held:HOLDS WHERE VALID(held)]-(person:Person WHERE VALID(person))
}
RETURN toFloat(count(DISTINCT home)) AS value
