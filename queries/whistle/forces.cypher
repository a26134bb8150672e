// What these departments have in a town on the day: offices of theirs that are located there, and places of these kinds where
// their people work. Ids are made of codes, so the places of a kind in a town are one range of the index; the edges then decide.
CALL () {
  MATCH (town:Body {id: $town})<-[at:LOCATED_IN WHERE VALID(at)]-(force:Organization WHERE VALID(force))
  MATCH (force)<-[tie:DISPATCHES|LEADS WHERE VALID(tie)]-(department:Body)
  WHERE department.id IN $departments AND (type(tie) = 'DISPATCHES' OR force.kind = $office)
  RETURN department, force, tie
  UNION
  UNWIND $kinds AS kind
  MATCH (force:Place)
  USING INDEX SEEK force:Place(kind, id)
  WHERE force.kind = kind AND force.id STARTS WITH $town AND VALID(force)
  MATCH (force)<-[tie:DISPATCHES WHERE VALID(tie)]-(department:Body)
  MATCH (town:Body {id: $town})
  WHERE department.id IN $departments AND LIES(force, town)
  RETURN department, force, tie
}
RETURN department.id AS department, force.id AS force, force.kind AS kind, tie.by AS by
ORDER BY department, force
LIMIT 1000
