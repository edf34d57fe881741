"""lingotweaker: the patterns of LanguageTool in Rust, without Java, in a process of its own."""
