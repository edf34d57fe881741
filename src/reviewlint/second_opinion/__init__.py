"""A second opinion by a language model that the editor runs: Ollama, llama.cpp, vLLM, LM Studio and the like.

It is asked closed questions about single sentences, and what it answers counts only where it stands in them. Nothing
is asked unless the user's own configuration names a model; `docs/model.md` has more.
"""
