// What bodies are called on the day.
UNWIND $ids AS id
MATCH (body:Body {id: id})<-[naming:NAMES WHERE VALID(naming)]-(name:Name {form: 'name'} WHERE VALID(name))
RETURN body.id AS id, name.text AS name
