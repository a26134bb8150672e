// The first day for which any duty within each of these places for these matters is attested, after the day asked about.
UNWIND $places AS place
UNWIND $matters AS matter
MATCH (duty:Duty {within: place, matter: matter} WHERE KNOWN(duty))
USING INDEX SEEK duty:Duty(within, matter)
WHERE duty.since > $asOf
RETURN place, min(duty.since) AS since
