"""What kinds of word a word can be, and which it is in its sentence."""
