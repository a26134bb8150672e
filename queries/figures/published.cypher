// The numbers published for a place that hold on the day, the latest first.
MATCH (place:Body {id: $place})
MATCH (figure:Figure)
USING INDEX SEEK figure:Figure(county, id)
WHERE figure.county = place.county AND figure.id STARTS WITH 'figure:' AND figure.place = $place AND VALID(figure)
RETURN figure.code AS code, figure.label AS label, figure.reported AS reported, figure.unit AS unit,
       figure.asOf AS reportedOn, figure.basis AS basis, figure.by AS by
ORDER BY figure.asOf DESC, figure.attestedOn DESC, figure.id
LIMIT 1000
