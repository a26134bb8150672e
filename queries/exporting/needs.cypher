// A page of the needs of a county, in the order of their ids, with who raised them, of which matter they are and who took them.
MATCH (need:Need)
USING INDEX SEEK need:Need(county, id)
WHERE need.county = $county AND need.id > $after AND ($asOf IS NULL OR VALID(need))
WITH need ORDER BY need.id LIMIT $limit
RETURN need {.*, by: null, load: null} AS node,
  head([(need)<-[raises:RAISES WHERE $asOf IS NULL OR VALID(raises)]-(raiser:Body) | raiser.id]) AS raiser,
  head([(need)-[concerns:CONCERNS WHERE $asOf IS NULL OR VALID(concerns)]->(matter:Matter) | matter.id]) AS matter,
  [(need)<-[takes:TAKES WHERE $asOf IS NULL OR VALID(takes)]-(taker:Body) |
    takes {.id, .since, .until, .sincePrecision, .untilPrecision, other: taker.id}] AS takers
