"""Writes the reader as a graph for onnxruntime, without torch: weights in blocks of four or eight bits.

Most products are in bytes: each row of what comes in is rounded by a scale of its own, so that what one text gets does
not depend on the others in its batch, and so is each row of the weights. The rest, to keep the file small, are
`MatMulNBits` of onnxruntime: blocks of weights have a scale and a zero point each, chosen for the least squared error.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnx import ModelProto

Array = NDArray[Any]
HEADS_WIDE = 12  # attention heads
EPSILON = 1e-12
SCALE = 10.0  # as reader.network.SCALE
_CONTRIB = "com.microsoft"
_FLOAT, _UINT8 = 1, 2  # types, by their numbers in ONNX
_MIDDLE = 128  # the byte that stands for nought
# Processors without VNNI add two products of bytes in 16 bits: weights of seven bits cannot overflow there, and so the
# scores are the same everywhere.
_SAFE = 63
_SHRINK = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.75, 0.7)  # of a block's range: cutting off an outlier may cost less


class Bits(NamedTuple):
    """How finely a matrix is kept: bits of a weight, and weights that share a scale."""

    bits: int
    block: int


WHOLE = Bits(8, 0)  # one scale for each row of a matrix: fastest, where what comes in has no outliers
FINE, COARSE = Bits(4, 64), Bits(4, 128)
FIRST_WHOLE = 4  # the layer from which all but the last matrix is kept whole; it decides the size of the file
LAST_WHOLE = 5  # the layer from which that is, too
LEAST_GELU = -0.17  # the lowest that the function goes


class Graph:
    """Nodes and constants as they are added."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def add(self, kind: str, *inputs: str, name: str = "", **attributes: Any) -> str:
        """Add a node with one output, and return the output's name."""
        from onnx import helper

        name = name or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    def constant(self, array: Array) -> str:
        """Add a constant, and return its name."""
        from onnx import numpy_helper

        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def floats(self, array: Any) -> str:
        """Add a constant in single precision, and return its name."""
        return self.constant(np.asarray(array, np.float32))

    def whole(self, *numbers: int) -> str:
        """Add a list of whole numbers, and return its name."""
        return self.constant(np.array(numbers, np.int64))

    def product(self, x: str, weight: Array, bias: Array, kept: Bits, least: float | None = None) -> str:
        """Return x @ weight.T + bias; weight is (out, in). No number in x is below `least`, where that is given."""
        if not kept.block and least is not None:
            return self.raised_product(x, weight, bias, least)
        if not kept.block:
            return self.add("Add", self.whole_product(x, weight), self.floats(bias))
        small, scales, zeros = in_blocks(weight, kept)
        made = self.add(
            "MatMulNBits", x, self.constant(small), self.floats(scales), self.constant(zeros), domain=_CONTRIB,
            K=weight.shape[1], N=weight.shape[0], bits=kept.bits, block_size=kept.block, accuracy_level=4,
        )  # fmt: skip
        return self.add("Add", made, self.floats(bias))

    def whole_product(self, x: str, weight: Array) -> str:
        """Return x @ weight.T in bytes; each row of x has a scale of its own, and so has each row of the weight."""
        small, scales = _bytes_by_row(weight, _SAFE)
        largest = self.add("ReduceMax", self.add("Abs", x), axes=[-1], keepdims=1)
        steps = self.add("Max", self.add("Mul", largest, self.floats(1 / 127)), self.floats(1e-9))
        middle = self.constant(np.array(_MIDDLE, np.uint8))
        rounded = self.add("Add", self.add("Round", self.add("Div", x, steps)), self.floats(_MIDDLE))
        rows = self.add("Cast", rounded, to=_UINT8)
        made = self.add("MatMulInteger", rows, self.constant(small.T), middle, self.constant(np.array(0, np.int8)))
        return self.add("Mul", self.add("Mul", self.add("Cast", made, to=_FLOAT), steps), self.floats(scales[:, 0]))

    def raised_product(self, x: str, weight: Array, bias: Array, least: float) -> str:
        """Return x @ weight.T + bias in bytes, of which all count for what stands above `least`."""
        small, scales = _bytes_by_row(weight, _SAFE)
        raised = self.add("Add", x, self.floats(-least))
        largest = self.add("ReduceMax", raised, axes=[-1], keepdims=1)
        steps = self.add("Max", self.add("Mul", largest, self.floats(1 / 255)), self.floats(1e-9))
        rows = self.add("Cast", self.add("Round", self.add("Div", raised, steps)), to=_UINT8)
        nought = self.constant(np.array(0, np.uint8)), self.constant(np.array(0, np.int8))
        made = self.add("MatMulInteger", rows, self.constant(small.T), *nought)
        scaled = self.add("Mul", self.add("Mul", self.add("Cast", made, to=_FLOAT), steps), self.floats(scales[:, 0]))
        return self.add("Add", scaled, self.floats(bias + least * (small * scales).sum(1)))

    def norm(self, x: str, weight: Array, bias: Array) -> str:
        """Return x with mean nought and variance one along its last axis, scaled and moved."""
        return self.add("LayerNormalization", x, self.floats(weight), self.floats(bias), axis=-1, epsilon=EPSILON)


def in_blocks(weight: Array, kept: Bits) -> tuple[Array, Array, Array]:
    """Return a matrix (out, in) as MatMulNBits has it: packed blocks, a scale for each, packed zero points."""
    out, inner = weight.shape
    x = weight.astype(np.float32).reshape(out, inner // kept.block, kept.block)
    top = 2**kept.bits - 1
    low, high = np.minimum(x.min(-1, keepdims=True), 0), np.maximum(x.max(-1, keepdims=True), 0)
    best: list[Array] = []
    for shrink in _SHRINK:
        scale = np.maximum((high - low) * shrink / top, 1e-9)
        zero = np.clip(np.rint(-low * shrink / scale), 0, top)
        whole = np.clip(np.rint(x / scale) + zero, 0, top)
        error = (((whole - zero) * scale - x) ** 2).sum(-1, keepdims=True)
        found = [error, scale, zero, whole]
        best = [np.where(error < best[0], new, old) for new, old in zip(found, best, strict=True)] if best else found
    _, scale, zero, whole = best
    return _packed(whole, kept), scale.reshape(-1), _packed(zero[..., 0], kept).reshape(-1)


def _packed(numbers: Array, kept: Bits) -> Array:
    small = numbers.astype(np.uint8)
    if kept.bits == 8:
        return small
    if small.shape[-1] % 2:
        small = np.concatenate([small, np.zeros((*small.shape[:-1], 1), np.uint8)], -1)
    return small[..., 0::2] | (small[..., 1::2] << 4)


def built(weights: Mapping[str, Array]) -> ModelProto:
    """Return the model.

    From `pieces` (texts, n) to `scores` (texts, n, heads), in log odds; and from `at`, places counted through all
    texts, and `candidates`, pieces of the vocabulary, to `proposals` (places, candidates): how well each candidate
    would fit there, in nats but for a constant of the place.
    """
    from onnx import TensorProto, helper

    graph = Graph()
    words, scales = _bytes_by_row(weights["encoder.embeddings.word_embeddings.weight"])
    table = graph.constant(words), graph.floats(scales)
    hidden = _embedded(graph, weights, table)
    for layer in range(_layers(weights)):
        hidden = _layer(graph, hidden, weights, layer)
    expected = _expected(graph, hidden, weights)
    piece_bias = graph.floats(weights["masked.bias"])
    actual = _rows(graph, table, "pieces")
    agrees = graph.add("ReduceSum", graph.add("Mul", expected, actual), graph.whole(-1), keepdims=1)
    agrees = graph.add(
        "Add", agrees, graph.add("Unsqueeze", graph.add("Gather", piece_bias, "pieces"), graph.whole(-1))
    )
    both = graph.add("Concat", hidden, graph.add("Mul", agrees, graph.floats(1 / SCALE)), axis=-1)
    heads = graph.add("MatMul", both, graph.floats(weights["heads.weight"].T))
    graph.add("Add", heads, graph.floats(weights["heads.bias"]), name="scores")
    flat = graph.add("Reshape", expected, graph.whole(-1, expected_width(weights)))
    chosen = graph.add("Gather", flat, "at", axis=0)
    others = graph.add("Transpose", _rows(graph, table, "candidates"), perm=[1, 0])
    fits = graph.add("MatMul", chosen, others)
    graph.add("Add", fits, graph.add("Gather", piece_bias, "candidates"), name="proposals")
    count = len(weights["heads.bias"])
    value = helper.make_tensor_value_info
    inputs = [value("pieces", TensorProto.INT64, ["b", "n"]), value("at", TensorProto.INT64, ["k"]),
              value("candidates", TensorProto.INT64, ["c"])]  # fmt: skip
    outputs = [value("scores", TensorProto.FLOAT, ["b", "n", count]), value("proposals", TensorProto.FLOAT, ["k", "c"])]
    whole = helper.make_graph(graph.nodes, "reader", inputs, outputs, graph.constants)
    sets = [helper.make_opsetid("", 17), helper.make_opsetid(_CONTRIB, 1)]
    return helper.make_model(whole, opset_imports=sets, ir_version=8)


def expected_width(weights: Mapping[str, Array]) -> int:
    """Return how wide the hidden states are."""
    return int(weights["masked.transform.dense.weight"].shape[0])


def _layers(weights: Mapping[str, Array]) -> int:
    return 1 + max(int(name.split(".")[3]) for name in weights if name.startswith("encoder.encoder.layer."))


def _bytes_by_row(table: Array, most: int = 127) -> tuple[Array, Array]:
    scales = np.maximum(np.abs(table).max(1, keepdims=True), 1e-9) / most
    return np.rint(table / scales).astype(np.int8), scales.astype(np.float32)


def _rows(graph: Graph, table: tuple[str, str], which: str) -> str:
    small, scales = (graph.add("Gather", part, which, axis=0) for part in table)
    return graph.add("Mul", graph.add("Cast", small, to=_FLOAT), scales)


def _embedded(graph: Graph, weights: Mapping[str, Array], table: tuple[str, str]) -> str:
    name = "encoder.embeddings."
    places = weights[name + "position_embeddings.weight"] + weights[name + "token_type_embeddings.weight"][0]
    length = graph.add("Shape", "pieces", start=1)
    seen = graph.add("Slice", graph.floats(places), graph.whole(0), length, graph.whole(0))
    summed = graph.add("Add", _rows(graph, table, "pieces"), seen)
    return graph.norm(summed, weights[name + "LayerNorm.weight"], weights[name + "LayerNorm.bias"])


def _layer(graph: Graph, x: str, weights: Mapping[str, Array], layer: int) -> str:
    """Return the hidden states after a layer (Vaswani et al., 2017; Devlin et al., 2019)."""
    name = f"encoder.encoder.layer.{layer}."

    def product(of: str, part: str, kept: Bits, least: float | None = None) -> str:
        return graph.product(of, weights[f"{name}{part}.weight"], weights[f"{name}{part}.bias"], kept, least)

    def norm(of: str, part: str) -> str:
        return graph.norm(of, weights[f"{name}{part}.LayerNorm.weight"], weights[f"{name}{part}.LayerNorm.bias"])

    query, key, value = (product(x, f"attention.self.{part}", WHOLE) for part in ("query", "key", "value"))
    seen = graph.add("MultiHeadAttention", query, key, value, domain=_CONTRIB, num_heads=HEADS_WIDE)
    x = norm(graph.add("Add", x, product(seen, "attention.output.dense", WHOLE)), "attention.output")
    inner = product(x, "intermediate.dense", WHOLE if layer >= FIRST_WHOLE else FINE)
    inner = graph.add("Gelu", inner, domain=_CONTRIB)
    bent = product(inner, "output.dense", WHOLE if layer >= LAST_WHOLE else COARSE, LEAST_GELU)
    return norm(graph.add("Add", x, bent), "output")


def _expected(graph: Graph, hidden: str, weights: Mapping[str, Array]) -> str:
    """Return what the masked head would have at each place, to be held against the embeddings of pieces."""
    name = "masked.transform."
    made = graph.product(hidden, weights[name + "dense.weight"], weights[name + "dense.bias"], WHOLE)
    made = graph.add("Gelu", made, domain=_CONTRIB)
    return graph.norm(made, weights[name + "LayerNorm.weight"], weights[name + "LayerNorm.bias"])
