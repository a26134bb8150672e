// Places up to two levels below this one within which duties for this matter hold on the day.
MATCH (place:Body {id: $place})
      ((:Place)<-[part:PART_OF WHERE VALID(part)]-(lower:Place WHERE VALID(lower))){1,2}(below:Place)
WITH DISTINCT below LIMIT 400
MATCH (duty:Duty {within: below.id, matter: $matter} WHERE VALID(duty))
RETURN DISTINCT below.id AS id
ORDER BY id
LIMIT 200
