// Whether the body `it` is the body `there`, or lies in it at any depth on the day. This is walked upward from `it` alone, no further than
// `there`: between two ends the server may choose to walk down from the wider place, over all that lies in it.
there IN COLLECT {
  MATCH (it)((lain:Body WHERE lain <> there)-[rise:LOCATED_IN|PART_OF WHERE VALID(rise)]->(risen:Place WHERE VALID(risen))){0,9}(summit)
  RETURN summit
}
