"""LanguageTool: a server of its own, which reads annotated passages."""
