"""Which drafts are checked: found under paths, or changed since a commit by git's own diff."""
