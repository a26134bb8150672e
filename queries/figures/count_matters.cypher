// How many matters of these kinds somebody has a duty for on the day, within a place, a part of it, or one it is part of.
MATCH (place:Body {id: $place})
CALL (place) {
  MATCH (place)((:Place)-[part:PART_OF WHERE VALID(part)]->(upper:Place WHERE VALID(upper))){0,8}(above:Place)
  RETURN collect(DISTINCT above.id) AS chain
}
MATCH (item:Matter)
USING INDEX SEEK item:Matter(county, id)
WHERE item.county = 'matters' AND item.id STARTS WITH 'matter:' AND item.kind IN $kinds
CALL (place, chain, item) {
  UNWIND chain AS within
  MATCH (duty:Duty)
  USING INDEX SEEK duty:Duty(within, matter)
  WHERE duty.within = within AND duty.matter = item.id AND VALID(duty)
  RETURN within LIMIT 1
  UNION
  MATCH (duty:Duty)
  USING INDEX SEEK duty:Duty(matter, within)
  WHERE duty.matter = item.id AND duty.within STARTS WITH 'place:' + $area AND VALID(duty)
  WITH DISTINCT place, duty.within AS within
  MATCH (below:Body {id: within})
  WHERE LIES(below, place)
  RETURN within LIMIT 1
}
RETURN toFloat(count(DISTINCT item)) AS value
