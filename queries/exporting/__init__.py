"""What an export writes: everything of one county, a page of nodes at a time with what hangs on each; of all days, or of one."""
