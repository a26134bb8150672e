// The grids that cover each group, estate or cell on the day.
UNWIND $owners AS owner
MATCH (:Body {id: owner})<-[cover:COVERS WHERE VALID(cover)]-(grid:Place WHERE VALID(grid))
RETURN owner, grid.id AS id, grid.id AS key
ORDER BY owner, key
LIMIT 2000
