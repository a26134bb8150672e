// The counties (and what lies above them) of the places that a load attests. A look at every place: for an undo, no question.
MATCH (place:Place)
WHERE any(by IN place.by WHERE by STARTS WITH $attestation)
RETURN DISTINCT place.county AS county
