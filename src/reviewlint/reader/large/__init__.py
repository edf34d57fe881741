"""The large reader: a language model with additions of our own, which is built on the user's machine.

`reviewlint reader install` fetches the language model once (`install`), joins the additions that come with reviewlint
to it (`additions`, `llama`), and writes a model file that onnxruntime runs (`graph`). What it is good for stands in
`data/ADDITIONS.md`.
"""
