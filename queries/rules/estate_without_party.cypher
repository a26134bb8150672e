// Estates of these in which no organisation of these kinds is located on the day.
UNWIND $bodies AS id
MATCH (estate:Body {id: id} WHERE VALID(estate))
WHERE NOT EXISTS {
  MATCH (estate)<-[at:LOCATED_IN WHERE VALID(at)]-(party:Organization WHERE party.kind IN $kinds AND VALID(party))
}
RETURN estate {.id, .name} AS subject, {} AS bodies, {} AS values, estate.by AS by
ORDER BY estate.id
