// The bodies that lead this one, upward, each with the edge's own axis; the primary side of dual leadership first.
MATCH path = (body:Body {id: $body})
      ((:Body)<-[leads:LEADS WHERE VALID(leads)]-(upper:Organization WHERE VALID(upper))){1,6}(top:Organization)
WITH path, leads[-1] AS last, top
RETURN top.id AS body, length(path) AS distance, last.axis AS axis, coalesce(last.primary, true) AS primary, last.by AS by
ORDER BY distance, primary DESC, body
LIMIT 20
