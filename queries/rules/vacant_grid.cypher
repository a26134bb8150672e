// Grids of these in which nobody holds a post of these kinds on the day, where a roster of such posts was loaded: one of the
// same town has such a post by then. Elsewhere the roster is missing, not the officer.
UNWIND $bodies AS id
MATCH (grid:Body {id: id} WHERE VALID(grid))
OPTIONAL MATCH (post:Post WHERE post.kind IN $kinds AND VALID(post))-[seat:IN WHERE VALID(seat)]->(grid)
OPTIONAL MATCH (person:Person WHERE VALID(person))-[held:HOLDS WHERE VALID(held)]->(post)
WITH grid, collect(DISTINCT post) AS posts, count(DISTINCT person) AS holders
WHERE holders = 0
OPTIONAL MATCH (grid)-[part:PART_OF WHERE VALID(part)]->(village:Place WHERE VALID(village))
               -[lies:PART_OF WHERE VALID(lies)]->(town:Place WHERE VALID(town))
WITH town, collect({grid: grid, posts: posts}) AS vacant
CALL (town) {
  MATCH (town)<-[lies:PART_OF WHERE VALID(lies)]-(village:Place WHERE VALID(village))
        <-[part:PART_OF WHERE VALID(part)]-(other:Place WHERE VALID(other))
  MATCH (other)<-[seat:IN WHERE VALID(seat)]-(post:Post WHERE post.kind IN $kinds AND VALID(post))
  WITH other LIMIT 1
  RETURN count(other) > 0 AS listed
}
UNWIND vacant AS one
WITH one.grid AS grid, one.posts AS posts, listed
WHERE listed OR size(posts) > 0
RETURN grid {.id, .name} AS subject,
       {} AS bodies,
       {} AS values,
       reduce(rows = [], post IN posts | rows + post.by) + grid.by AS by
ORDER BY grid.id
