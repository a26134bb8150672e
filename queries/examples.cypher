// Matters that somebody leads here on the day (those of a kind of post first), and villages here that have grids.
MATCH (duty:Duty WHERE VALID(duty))
WHERE duty.county IN $counties AND duty.id STARTS WITH 'duty:' AND duty.role = 'LEAD'
WITH duty.matter AS id, CASE duty.level WHEN 'grid' THEN 0 WHEN 'village' THEN 1 ELSE 2 END AS level LIMIT 2000
WITH id, min(level) AS rank
ORDER BY rank, id LIMIT $limit
MATCH (matter:Matter {id: id})
WITH matter ORDER BY rank, id
WITH collect(matter.name) AS matters
RETURN matters, COLLECT {
  MATCH (grid:Place {kind: 'grid'} WHERE VALID(grid))-[part:PART_OF WHERE VALID(part)]->(village:Place WHERE VALID(village))
  WHERE grid.county IN $counties AND grid.id STARTS WITH 'place:'
  RETURN DISTINCT village.name ORDER BY village.name LIMIT $limit
} AS places
