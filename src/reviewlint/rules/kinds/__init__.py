"""The declarative kinds of rule: each module turns a rule's keys into the function that checks it."""
