// Matters below this one that have duties on the day within these places.
MATCH (matter:Matter {id: $matter})((:Matter)<-[:BROADER]-(:Matter)){1,6}(narrower:Matter)
WITH DISTINCT narrower LIMIT 200
UNWIND $places AS place
MATCH (duty:Duty {within: place, matter: narrower.id} WHERE VALID(duty))
USING INDEX SEEK duty:Duty(within, matter)
RETURN DISTINCT narrower.id AS id, narrower.name AS name
ORDER BY id
LIMIT 50
