// The chain of a place on the day: itself, the grids that cover it, then upward by PART_OF.
MATCH path = (place:Body {id: $place})
      ((:Place)-[part:PART_OF WHERE VALID(part)]->(upper:Place WHERE VALID(upper))){0,8}(:Place)
WITH place, nodes(path) AS upward
ORDER BY size(upward) DESC
LIMIT 1
WITH upward, [(place)<-[cover:COVERS WHERE VALID(cover)]-(grid:Place WHERE VALID(grid)) | grid] AS grids
RETURN [node IN upward | {id: node.id, kind: node.kind, by: node.by}] AS upward,
       [node IN grids | {id: node.id, kind: node.kind, by: node.by}] AS grids
