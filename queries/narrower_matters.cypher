// Matters below this one that have duties on the day within each of these places.
MATCH (matter:Matter {id: $matter})((:Matter)<-[:BROADER]-(:Matter)){1,6}(narrower:Matter)
WITH DISTINCT narrower LIMIT 200
WITH collect({id: narrower.id, name: narrower.name}) AS matters
UNWIND $places AS place
CALL (place, matters) {
  UNWIND matters AS one
  MATCH (duty:Duty {within: place, matter: one.id} WHERE VALID(duty))
  USING INDEX SEEK duty:Duty(within, matter)
  RETURN DISTINCT one.id AS id, one.name AS name
  ORDER BY id
  LIMIT 50
}
RETURN place, id, name
ORDER BY id, place
