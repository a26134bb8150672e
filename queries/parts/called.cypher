// Whether a name that `it` bears on the day holds $text, and is none that $hidden keeps from being found.
EXISTS {
  MATCH (it)<-[naming:NAMES WHERE VALID(naming)]-(name:Name WHERE VALID(name))
  WITH name, name.text + '|' + coalesce(name.full, '') AS forms
  WHERE toLower(forms) CONTAINS $text AND ($hidden IS NULL OR NOT forms =~ $hidden)
  RETURN name
}
