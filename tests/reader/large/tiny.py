"""A made-up language model of two layers in GGUF, additions for it, and what they come to, computed plainly."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np
from tokenizers import pre_tokenizers

from reviewlint.reader.large.additions import SCALE, Array

WIDTH, INNER, LAYERS, QUERIES, KEYS, BASE, EPSILON = 24, 48, 2, 6, 2, 10_000.0, 1e-5
SIZE = WIDTH // QUERIES
BYTES = sorted(pre_tokenizers.ByteLevel.alphabet())
PIECES = ["<|im_start|>", *BYTES, "it", "Ġit", "rain", "rains"]
MERGES = ["i t", "Ġ it", "r a", "ra i", "rai n", "rain s"]
PIECES += ["ra", "rai"]


def weights(seed: int = 1) -> dict[str, Array]:
    """Return the weights of the model by the names of GGUF, queries and keys by halves as transformers has them."""
    rng = np.random.default_rng(seed)

    def some(*shape: int) -> Array:
        return rng.normal(0, 0.3, shape).astype(np.float32)

    made = {"token_embd.weight": some(len(PIECES), WIDTH), "output_norm.weight": np.ones(WIDTH, np.float32)}
    for index in range(LAYERS):
        made |= {
            f"blk.{index}.attn_q.weight": some(WIDTH, WIDTH),
            f"blk.{index}.attn_k.weight": some(KEYS * SIZE, WIDTH),
            f"blk.{index}.attn_v.weight": some(KEYS * SIZE, WIDTH),
            f"blk.{index}.attn_output.weight": some(WIDTH, WIDTH),
            f"blk.{index}.ffn_gate.weight": some(INNER, WIDTH),
            f"blk.{index}.ffn_up.weight": some(INNER, WIDTH),
            f"blk.{index}.ffn_down.weight": some(WIDTH, INNER),
        }
    return made


def additions(seed: int = 2, rank: int = 4) -> dict[str, Array]:
    """Return additions as training writes them."""
    rng = np.random.default_rng(seed)
    shapes = {
        "inward": (WIDTH + 2 * KEYS * SIZE, WIDTH),
        "outward": (WIDTH, WIDTH),
        "up": (2 * INNER, WIDTH),
        "down": (WIDTH, INNER),
    }
    made = {
        "body.last": rng.normal(1, 0.1, WIDTH),
        "heads.weight": rng.normal(0, 1, (3, WIDTH)),
        "heads.bias": np.ones(3),
    }
    for index in range(LAYERS):
        name = f"body.layers.{index}"
        made |= {f"{name}.before": rng.normal(1, 0.1, WIDTH), f"{name}.between": rng.normal(1, 0.1, WIDTH)}
        for part, (out, into) in shapes.items():
            made |= {f"{name}.{part}.tall": rng.normal(0, 0.1, (out, rank))}
            made |= {f"{name}.{part}.thin": rng.normal(0, 0.3, (rank, into))}
    return {name: array.astype(np.float16) for name, array in made.items()}


def write(path: Path) -> None:
    """Write the model as GGUF, its queries and keys by pairs."""
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_block_count(LAYERS)
    writer.add_embedding_length(WIDTH)
    writer.add_head_count(QUERIES)
    writer.add_head_count_kv(KEYS)
    writer.add_rope_freq_base(BASE)
    writer.add_layer_norm_rms_eps(EPSILON)
    writer.add_token_list(PIECES)
    writer.add_token_merges(MERGES)
    for name, array in weights().items():
        heads = QUERIES if "attn_q" in name else KEYS
        writer.add_tensor(name, _by_pairs(array, heads) if "attn_q" in name or "attn_k" in name else array)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _by_pairs(array: Array, heads: int) -> Array:
    return np.ascontiguousarray(array.reshape(heads, 2, -1, WIDTH).swapaxes(1, 2).reshape(array.shape))


def scores(ids: list[int], added: dict[str, Array]) -> Array:
    """Return the scores (pieces, heads) of the model with additions, in single precision."""
    base = weights()
    h = base["token_embd.weight"][ids]
    for index in range(LAYERS):
        name = f"body.layers.{index}"
        plain = [base[f"blk.{index}.{part}.weight"] for part in ("attn_q", "attn_k", "attn_v")]
        x = _norm(h, added[f"{name}.before"]) @ _added(np.concatenate(plain), added, f"{name}.inward").T
        q, k, v = np.split(x, [WIDTH, WIDTH + KEYS * SIZE], axis=1)
        seen = [_attended(q, k, v, head) for head in range(QUERIES)]
        outward = _added(base[f"blk.{index}.attn_output.weight"], added, f"{name}.outward")
        h = h + np.concatenate(seen, axis=1) @ outward.T
        both = np.concatenate([base[f"blk.{index}.ffn_{part}.weight"] for part in ("gate", "up")])
        gate, value = np.split(_norm(h, added[f"{name}.between"]) @ _added(both, added, f"{name}.up").T, 2, axis=1)
        h = (
            h
            + (gate / (1 + np.exp(-gate)) * value)
            @ _added(base[f"blk.{index}.ffn_down.weight"], added, f"{name}.down").T
        )
    result: Array = _norm(h, added["body.last"]) @ added["heads.weight"].T + added["heads.bias"]
    return result


def _added(weight: Array, added: dict[str, Array], name: str) -> Array:
    joined: Array = weight + SCALE * added[f"{name}.tall"] @ added[f"{name}.thin"]
    return joined


def _norm(x: Array, weight: Array) -> Array:
    normal: Array = x / np.sqrt((x**2).mean(1, keepdims=True) + EPSILON) * weight
    return normal


def _attended(q: Array, k: Array, v: Array, head: int) -> Array:
    mine, other = slice(head * SIZE, (head + 1) * SIZE), head // (QUERIES // KEYS)
    theirs = slice(other * SIZE, (other + 1) * SIZE)
    fits = _turned(q[:, mine]) @ _turned(k[:, theirs]).T / SIZE**0.5
    chances = np.exp(fits - fits.max(1, keepdims=True))
    seen: Array = chances / chances.sum(1, keepdims=True) @ v[:, theirs]
    return seen


def _turned(x: Array) -> Array:
    """Return x with each pair of numbers as a complex one, turned by its place."""
    half = SIZE // 2
    angles = np.arange(len(x))[:, None] * BASE ** (-np.arange(half) / half)
    pairs = (x[:, :half] + 1j * x[:, half:]) * np.exp(1j * angles)
    return np.concatenate([pairs.real, pairs.imag], axis=1)
