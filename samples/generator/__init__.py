"""What the sample says (units, territory, organisations, posts, matters, duties) and how it becomes files."""
