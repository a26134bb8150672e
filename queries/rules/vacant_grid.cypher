// Grids of a county in which nobody holds a post of these kinds on the day.
MATCH (grid:Place)
USING INDEX SEEK grid:Place(kind, id)
WHERE grid.kind = 'grid' AND grid.id STARTS WITH 'place:' + $county AND VALID(grid)
OPTIONAL MATCH (post:Post WHERE post.kind IN $kinds AND VALID(post))-[seat:IN WHERE VALID(seat)]->(grid)
OPTIONAL MATCH (person:Person WHERE VALID(person))-[held:HOLDS WHERE VALID(held)]->(post)
WITH grid, collect(DISTINCT post) AS posts, count(DISTINCT person) AS holders
WHERE holders = 0
RETURN grid {.id, .name} AS subject,
       {} AS bodies,
       {} AS values,
       reduce(rows = [], post IN posts | rows + post.by) + grid.by AS by
ORDER BY grid.id
