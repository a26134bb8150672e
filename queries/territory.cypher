// The chains of places on the day: each place, the grids that cover it, then upward by PART_OF. What is above is walked, and
// told, once for all that share it: the grids of a village, the villages of a town.
UNWIND $places AS id
MATCH (place:Body {id: id} WHERE place:Place)
OPTIONAL MATCH (place)-[part:PART_OF WHERE VALID(part)]->(parent:Place WHERE VALID(parent))
WITH parent, collect({
  id: place.id, kind: place.kind, by: place.by,
  grids: [(place)<-[cover:COVERS WHERE VALID(cover)]-(grid:Place WHERE VALID(grid)) | {id: grid.id, kind: grid.kind, by: grid.by}]
}) AS places
OPTIONAL MATCH (parent)-[part:PART_OF WHERE VALID(part)]->(upper:Place WHERE VALID(upper))
WITH upper, collect({parent: CASE WHEN parent IS NOT NULL THEN {id: parent.id, kind: parent.kind, by: parent.by} END, places: places}) AS below
CALL (upper) {
  OPTIONAL MATCH path = (upper)((:Place)-[part:PART_OF WHERE VALID(part)]->(next:Place WHERE VALID(next))){0,6}(:Place)
  WITH coalesce(nodes(path), []) AS upward
  ORDER BY size(upward) DESC
  LIMIT 1
  RETURN [node IN upward | {id: node.id, kind: node.kind, by: node.by}] AS above
}
RETURN below, above
