"""The model's file: how weights are kept, and that the graph says what the network says."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.graph import COARSE, FINE, Bits, built, in_blocks

KINDS = (FINE, COARSE, Bits(8, 64))


def unpacked(packed: Any, bits: int, count: int) -> Any:
    """Return small numbers, two of which may share a byte, along the last axis."""
    if bits == 8:
        return packed.astype(np.float32)
    return np.stack([packed & 15, packed >> 4], -1).reshape(*packed.shape[:-1], -1)[..., :count].astype(np.float32)


def restored(weight: Any, kept: Bits) -> tuple[Any, Any, Any]:
    """Return a matrix as it comes out of its blocks, the step of each number, and whether it was cut off."""
    packed, scales, zeros = in_blocks(weight, kept)
    out, blocks = weight.shape[0], weight.shape[1] // kept.block
    assert packed.shape == (out, blocks, kept.block * kept.bits // 8)
    assert packed.dtype == zeros.dtype == np.uint8
    whole = unpacked(packed, kept.bits, kept.block)
    zero = unpacked(zeros.reshape(out, -1), kept.bits, blocks)[..., None]
    step = np.broadcast_to(scales.reshape(out, blocks, 1), whole.shape)
    cut = (whole == 0) | (whole == 2**kept.bits - 1)
    return ((whole - zero) * step).reshape(weight.shape), step.reshape(weight.shape), cut.reshape(weight.shape)


@pytest.mark.parametrize("kept", KINDS)
@given(seed=st.integers(0, 99), moved=st.sampled_from([0.0, 0.5, -3.0]), blocks=st.integers(1, 3))
def test_what_is_not_cut_off_is_within_half_a_step(kept: Bits, seed: int, moved: float, blocks: int) -> None:
    weight = np.random.default_rng(seed).normal(moved, 1, (3, blocks * kept.block)).astype(np.float32)
    found, step, cut = restored(weight, kept)
    error = np.abs(found - weight)
    assert (error[~cut] <= step[~cut] * 0.5001 + 1e-6).all()
    assert error.mean() < step.mean() / 2


@pytest.mark.parametrize("kept", KINDS)
def test_a_range_is_cut_only_where_that_costs_less(kept: Bits) -> None:
    weight = np.random.default_rng(1).normal(0, 1, (8, 2 * kept.block)).astype(np.float32)
    weight[:, 0] = 9.0
    found, *_ = restored(weight, kept)
    blocks = weight.reshape(8, 2, kept.block)
    step = (np.maximum(blocks.max(-1), 0) - np.minimum(blocks.min(-1), 0)) / (2**kept.bits - 1)
    low = np.minimum(blocks.min(-1, keepdims=True), 0)
    zero = np.rint(-low / step[..., None])
    plain = (np.clip(np.rint(blocks / step[..., None]) + zero, 0, 2**kept.bits - 1) - zero) * step[..., None]
    squared = ((found.reshape(blocks.shape) - blocks) ** 2).sum(-1)
    assert (squared <= ((plain - blocks) ** 2).sum(-1) + 1e-5).all()


@pytest.mark.parametrize("kept", KINDS)
def test_nought_stays_nought(kept: Bits) -> None:
    weight = np.random.default_rng(1).normal(0.3, 1, (4, kept.block)).astype(np.float32)
    weight[:, ::3] = 0
    assert (restored(weight, kept)[0][:, ::3] == 0).all()
    assert (restored(np.zeros((4, kept.block), np.float32), kept)[0] == 0).all()


@pytest.fixture(scope="module")
def network() -> Any:
    """Return a network with two layers and chance weights."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    from reader.network import Reader

    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=300, hidden_size=192, num_hidden_layers=2, num_attention_heads=12, intermediate_size=384,
        max_position_embeddings=64, initializer_range=0.1,
    )  # fmt: skip
    reader = Reader(transformers.BertForMaskedLM(config)).eval()
    torch.nn.init.normal_(reader.bias, std=0.5)
    return reader


def test_the_graph_says_what_the_network_says(network: Any) -> None:
    torch, onnxruntime = pytest.importorskip("torch"), pytest.importorskip("onnxruntime")
    pytest.importorskip("onnx")
    weights = {name: tensor.detach().numpy() for name, tensor in network.state_dict().items()}
    model = built(weights, attention=Bits(8, 16), feed=Bits(8, 16)).SerializeToString()
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    ids = np.random.default_rng(1).integers(0, 300, (1, 20))
    at, candidates = np.array([3, 17]), np.array([5, 200, 299])
    scores, proposals = session.run(None, {"pieces": ids, "at": at, "candidates": candidates})
    with torch.no_grad():
        mask = torch.ones(ids.shape, dtype=torch.long)
        exact = network(torch.tensor(ids), mask).numpy()
        fits = network.proposals(network.hidden(torch.tensor(ids), mask))[0][at][:, candidates].numpy()
    assert np.abs(scores - exact).max() < 0.1 * exact.std()
    assert np.abs(proposals - fits).max() < 0.1 * fits.std()


def test_a_text_gets_the_same_alone_and_among_others(network: Any) -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    pytest.importorskip("onnx")
    weights = {name: tensor.detach().numpy() for name, tensor in network.state_dict().items()}
    session = onnxruntime.InferenceSession(built(weights).SerializeToString(), providers=["CPUExecutionProvider"])
    ids, nought = np.random.default_rng(1).integers(0, 300, (4, 20)), np.zeros(1, np.int64)
    both = session.run(["scores"], {"pieces": ids, "at": nought, "candidates": nought})[0]
    for row in range(4):
        alone = session.run(["scores"], {"pieces": ids[row : row + 1], "at": nought, "candidates": nought})[0]
        assert np.abs(alone[0] - both[row]).max() < 1e-4
