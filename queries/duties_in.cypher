// The duties for each matter on the day, in one place at any depth where that is asked.
UNWIND $owners AS owner
CALL (owner) {
  MATCH (:Matter {id: owner})<-[about:FOR WHERE VALID(about)]-(item:Duty WHERE VALID(item))
  WHERE $place IS NULL OR item.within = $place OR EXISTS {
    MATCH (:Body {id: item.within})((:Place)-[part:PART_OF WHERE VALID(part)]->(upper:Place WHERE VALID(upper))){1,8}(:Body {id: $place})
  }
  WITH item.id AS key
  WHERE $after IS NULL OR key > $after
  RETURN key ORDER BY key LIMIT $limit
}
RETURN owner, key AS id, key
