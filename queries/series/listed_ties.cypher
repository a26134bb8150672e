// Ties of these types that hold on the day, of bodies of which the code begins with $code, if one of these sheets attests them;
// they are the sheets' own if none else does.
// Ids are made of codes: place:<code>, org:<kind>:<code>:<name>.
CALL () {
  MATCH (body:Body WHERE body.id STARTS WITH 'place:' + $code)
  RETURN body
  UNION ALL
  MATCH (body:Organization)
  USING INDEX SEEK body:Organization(county, id)
  WHERE body.county STARTS WITH left($code, 6) AND body.id STARTS WITH 'org:' AND split(body.id, ':')[2] STARTS WITH $code
  RETURN body
}
MATCH (body)-[tie WHERE VALID(tie)]-(:Body)
WHERE type(tie) IN $types
WITH DISTINCT tie, [one IN tie.by WHERE left(one, size(one) - size(last(split(one, '!')))) IN $sheets] AS mine
WHERE size(mine) > 0
RETURN type(tie) AS type, tie.id AS id, startNode(tie).id AS start, endNode(tie).id AS end, tie.attestedOn AS attestedOn,
       last(mine) AS by, size(mine) = size(tie.by) AS own, startNode(tie).name + ' → ' + endNode(tie).name AS name
ORDER BY id
