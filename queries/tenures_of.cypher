// The tenures of each post or person: those of the day, or all of them; the newest first.
UNWIND $owners AS owner
CALL (owner) {
  CALL (owner) {
    MATCH (:Post {id: owner})<-[held:HOLDS WHERE $history OR VALID(held)]-(person:Person WHERE $history OR VALID(person)) RETURN held
    UNION
    MATCH (:Person {id: owner})-[held:HOLDS WHERE $history OR VALID(held)]->(post:Post WHERE $history OR VALID(post)) RETURN held
  }
  WITH held.id AS id, toString(held.since) + '|' + held.id AS key
  WHERE $after IS NULL OR key < $after
  RETURN id, key ORDER BY key DESC LIMIT $limit
}
RETURN owner, id, key
