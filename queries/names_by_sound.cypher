// Names that are read aloud in one of these ways, in these counties; `name` is the id of the name.
UNWIND $counties AS county
UNWIND $sounds AS sound
MATCH (name:Name {county: county, pinyin: sound})
RETURN name.id AS name, name.text AS text
LIMIT $limit
