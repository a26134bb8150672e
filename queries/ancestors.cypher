// The places above each place on the day, nearest first.
UNWIND $owners AS owner
MATCH path = (:Body {id: owner})((:Place)-[part:PART_OF WHERE VALID(part)]->(upper:Place WHERE VALID(upper))){1,9}(above:Place)
RETURN owner, above.id AS id, toString(min(length(path))) AS key
ORDER BY owner, key, id
