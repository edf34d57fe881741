"""Rules: their files, the declarative kinds, and one package a group for the coded ones."""
