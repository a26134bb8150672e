// Grids of these that no duty reaches on the day: none holds within them or a place above whose bearer is named, or is of a kind
// that stands at a level of the chain. Where no duty at all was loaded for the county, nothing is missing yet.
OPTIONAL MATCH (any:Duty)
USING INDEX SEEK any:Duty(county, id)
WHERE any.county = $county AND any.id STARTS WITH 'duty:' AND VALID(any)
WITH any LIMIT 1
WHERE any IS NOT NULL
UNWIND $bodies AS id
MATCH (grid:Body {id: id} WHERE VALID(grid))
      ((:Place)-[part:PART_OF WHERE VALID(part)]->(near:Place WHERE VALID(near))){0,8}(upper:Place)
WITH upper, collect(grid) AS grids
WITH grids, EXISTS {
  MATCH (upper)<-[holds:WITHIN WHERE VALID(holds)]-(duty:Duty WHERE VALID(duty))
  WHERE duty.level IN $levels OR (duty.bearerKind IS NULL
    AND EXISTS { MATCH (duty)<-[bears:BEARS WHERE VALID(bears)]-(bearer) WHERE VALID(bearer) })
} AS reached
UNWIND grids AS grid
WITH grid, collect(reached) AS chain
WHERE none(reached IN chain WHERE reached)
RETURN grid {.id, .name} AS subject, {} AS bodies, {} AS values, grid.by AS by
ORDER BY grid.id
