// A page of the matters, in the order of their ids, with their names and what is broader. Matters hold at all times; names do not.
MATCH (matter:Matter)
USING INDEX SEEK matter:Matter(county, id)
WHERE matter.county = $county AND matter.id > $after
WITH matter ORDER BY matter.id LIMIT $limit
RETURN matter {.*, by: null, load: null} AS node,
  [(matter)<-[naming:NAMES WHERE $asOf IS NULL OR VALID(naming)]-(name:Name WHERE $asOf IS NULL OR VALID(name)) |
    name {.id, .text, .full, .form, .since, .until, .sincePrecision, .untilPrecision}] AS names,
  [(matter)-[:BROADER]->(broader:Matter) | broader.id] AS broader
