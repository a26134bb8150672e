// Places, organisations or duties that hold on the day, of which the code begins with $code, if one of these sheets attests
// them; they are the sheets' own if none else does.
// Ids are made of codes: place:<code>, org:<kind>:<code>:<name>; a duty has the place within which it holds.
CALL () {
  MATCH (node:Body WHERE node.id STARTS WITH 'place:' + $code)
  WHERE 'Place' IN $types
  RETURN 'Place' AS type, node, node.name AS name
  UNION ALL
  MATCH (node:Organization)
  USING INDEX SEEK node:Organization(county, id)
  WHERE 'Organization' IN $types AND node.county STARTS WITH left($code, 6) AND node.id STARTS WITH 'org:'
    AND split(node.id, ':')[2] STARTS WITH $code
  RETURN 'Organization' AS type, node, node.name AS name
  UNION ALL
  MATCH (node:Duty)
  USING INDEX SEEK node:Duty(within, matter)
  WHERE 'Duty' IN $types AND node.within STARTS WITH 'place:' + $code AND node.matter > ''
  OPTIONAL MATCH (matter:Matter {id: node.matter})
  OPTIONAL MATCH (bearer:Body {id: node.bearer})
  RETURN 'Duty' AS type, node, coalesce(matter.name, node.matter) + '（' + coalesce(bearer.name, node.bearerKind, node.bearer) + '）' AS name
}
WITH type, node, name, [one IN node.by WHERE left(one, size(one) - size(last(split(one, '!')))) IN $sheets] AS mine
WHERE VALID(node) AND size(mine) > 0
RETURN type, node.id AS id, null AS start, null AS end, node.attestedOn AS attestedOn, last(mine) AS by, size(mine) = size(node.by) AS own, name
ORDER BY id
