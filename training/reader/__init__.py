"""How the reader's model is made: text, corruptions, training, export, evaluation."""
