"""Reads a language model from its GGUF file, and joins the additions to its weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from reviewlint.reader.large.additions import SCALE, Array

_PARTS = ("inward", "outward", "up", "down")


class Layer(NamedTuple):
    """The weights of a layer: two norms (width,), and four matrices (in, out).

    `inward` makes queries, keys and values, `up` the gate and what it lets through.
    """

    before: Array
    inward: Array
    outward: Array
    between: Array
    up: Array
    down: Array


class Llama:
    """A language model in a GGUF file, a Llama (Touvron et al., 2023): its measures, its pieces, its layers."""

    def __init__(self, path: Path) -> None:
        from gguf import GGUFReader

        reader = GGUFReader(path)
        self._tensors = {tensor.name: tensor for tensor in reader.tensors}
        self._fields = reader.fields
        self.layers = int(self._value("llama.block_count"))
        self.width = int(self._value("llama.embedding_length"))
        self.queries = int(self._value("llama.attention.head_count"))
        self.keys = int(self._value("llama.attention.head_count_kv"))
        self.base = float(self._value("llama.rope.freq_base"))
        self.epsilon = float(self._value("llama.attention.layer_norm_rms_epsilon"))

    def pieces(self) -> Array:
        """Return the embeddings of the pieces (pieces, width)."""
        return self._weight("token_embd.weight")

    def joined_layers(self, additions: Mapping[str, Array]) -> Iterator[Layer]:
        """Yield the layers with the additions in them, one at a time, for all together fill half a gigabyte."""
        for index in range(self.layers):
            name = f"body.layers.{index}"
            plain = zip(_PARTS, self._matrices(index), strict=True)
            inward, outward, up, down = (_with_addition(w, additions, f"{name}.{part}") for part, w in plain)
            yield Layer(additions[f"{name}.before"], inward, outward, additions[f"{name}.between"], up, down)

    def tokenizer(self) -> str:
        """Return the tokenizer as the library tokenizers writes it: pairs of bytes, digits one by one, nothing special.

        A draft that has the model's marks for the ends of texts in it has them as any other words.
        """
        from tokenizers import Tokenizer, models, pre_tokenizers

        vocabulary = {piece: index for index, piece in enumerate(self._texts("tokenizer.ggml.tokens"))}
        merges = [_pair(merge) for merge in self._texts("tokenizer.ggml.merges")]
        tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
        tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
            [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
        )
        return str(tokenizer.to_str())

    def _matrices(self, index: int) -> tuple[Array, Array, Array, Array]:
        """Return the matrices of a layer (out, in), joined as training joined them."""

        def of(name: str) -> Array:
            return self._weight(f"blk.{index}.{name}.weight")

        turned = _unturned(of("attn_q"), self.queries), _unturned(of("attn_k"), self.keys)
        inward = np.concatenate([*turned, of("attn_v")])
        return inward, of("attn_output"), np.concatenate([of("ffn_gate"), of("ffn_up")]), of("ffn_down")

    def _weight(self, name: str) -> Array:
        from gguf.quants import dequantize

        tensor = self._tensors[name]
        return np.asarray(dequantize(tensor.data, tensor.tensor_type), dtype=np.float32)

    def _value(self, name: str) -> Any:
        field = self._fields[name]
        return field.parts[field.data[0]][0]

    def _texts(self, name: str) -> list[str]:
        field = self._fields[name]
        return [bytes(field.parts[at]).decode() for at in field.data]


def _pair(merge: str) -> tuple[str, str]:
    first, _, second = merge.partition(" ")
    return first, second


def _unturned(weight: Array, heads: int) -> Array:
    """Return the weight of queries or keys in the order of Su et al. (2021) by halves; GGUF has it by pairs."""
    half = weight.shape[0] // heads // 2
    return weight.reshape(heads, half, 2, -1).transpose(0, 2, 1, 3).reshape(weight.shape)


def _with_addition(weight: Array, additions: Mapping[str, Array], name: str) -> Array:
    """Return a matrix (in, out) with the product of two thin ones added to it (Hu et al., "LoRA", 2021)."""
    tall, thin = additions[f"{name}.tall"], additions[f"{name}.thin"]
    joined: Array = (weight + SCALE * (tall @ thin)).T
    return joined
