// Places up to two levels below this one within which duties for this matter hold on the day.
// Ids are made of codes, so the duties of what lies below are one range of the index; the edges then decide.
MATCH (duty:Duty WHERE duty.matter = $matter AND duty.within STARTS WITH $place AND VALID(duty))
USING INDEX SEEK duty:Duty(matter, within)
WITH DISTINCT duty.within AS within
WHERE within <> $place
MATCH (below:Body {id: within})
      ((lower:Place WHERE VALID(lower))-[part:PART_OF WHERE VALID(part)]->(:Place)){1,2}(:Body {id: $place})
RETURN DISTINCT below.id AS id
ORDER BY id
LIMIT 200
