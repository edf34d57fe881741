"""The configuration of a draft: the files that apply to it, their keys, and the rules and words that come of them."""
