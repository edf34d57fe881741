"""Writes a language model as a graph for onnxruntime that gives each piece its scores; its weights are in bytes.

All pieces of a stretch attend to each other: a stretch is run alone, so there is no mask. Weights have a scale for each
column, embeddings and what goes into a product for each row. Bytes are without sign: processors that lack VNNI multiply
others inexactly (see `reviewlint.reader.model`), unless the library turns them all when it loads the file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from reviewlint.reader.large.additions import Array, in_bytes
from reviewlint.reader.large.llama import Layer, Llama
from reviewlint.reader.model import MOST_PIECES

if TYPE_CHECKING:
    from onnx import ModelProto

_OPSET, _IR = 17, 8
_FLOAT, _UINT8 = 1, 2  # types, by their numbers in ONNX
_MIDDLE = 128  # the byte that stands for nought


class _Graph:
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

    def single(self, number: float) -> str:
        """Add a number, and return its name."""
        return self.constant(np.array(number, np.float32))

    def whole(self, *numbers: int) -> str:
        """Add a list of whole numbers, and return its name."""
        return self.constant(np.array(numbers, np.int64))

    def product(self, x: str, weight: Array) -> str:
        """Return x @ weight, computed in bytes; each row of x has a scale of its own, for some rows are huge."""
        small, scales = in_bytes(weight, 0)
        middle = np.array(_MIDDLE, np.uint8)
        signless = self.constant((small.astype(np.int16) + _MIDDLE).astype(np.uint8))
        largest = self.add("ReduceMax", self.add("Abs", x), axes=[-1], keepdims=1)
        steps = self.add("Max", self.add("Mul", largest, self.single(1 / 127)), self.single(1e-9))
        rounded = self.add("Add", self.add("Round", self.add("Div", x, steps)), self.single(_MIDDLE))
        row_bytes = self.add("Cast", rounded, to=_UINT8)
        whole = self.add("MatMulInteger", row_bytes, signless, self.constant(middle), self.constant(middle))
        return self.add("Mul", self.add("Mul", self.add("Cast", whole, to=_FLOAT), steps), self.constant(scales[0]))

    def norm(self, x: str, weight: Array, epsilon: float) -> str:
        """Return x scaled to a mean square of one, and by a weight (Zhang and Sennrich, "RMSNorm", 2019)."""
        scale = self.constant(weight.astype(np.float32))
        return self.add("SimplifiedLayerNormalization", x, scale, axis=-1, epsilon=epsilon)

    def split(self, x: str, sizes: Sequence[int], axis: int) -> list[str]:
        """Return the parts of x along an axis."""
        from onnx import helper

        names = [f"n{len(self.nodes)}.{part}" for part in range(len(sizes))]
        self.nodes.append(helper.make_node("Split", [x, self.whole(*sizes)], names, axis=axis))
        return names


def built(llama: Llama, additions: Mapping[str, Array]) -> ModelProto:
    """Return the model: from `pieces` (1, n) to `scores` (1, n, heads), in log odds."""
    from onnx import TensorProto, helper

    graph = _Graph()
    h = _embedded(graph, llama)
    turn = _turn(graph, llama)
    for layer in llama.joined_layers(additions):
        h = _layer(graph, h, layer, turn, llama)
    last = graph.norm(h, additions["body.last"], llama.epsilon)
    weight, bias = (graph.constant(additions[name].T.astype(np.float32)) for name in ("heads.weight", "heads.bias"))
    graph.add("Add", graph.add("MatMul", last, weight), bias, name="scores")
    heads = len(additions["heads.bias"])
    pieces = helper.make_tensor_value_info("pieces", TensorProto.INT64, [1, "n"])
    scores = helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, "n", heads])
    whole = helper.make_graph(graph.nodes, "reader", [pieces], [scores], graph.constants)
    return helper.make_model(whole, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)


def _embedded(graph: _Graph, llama: Llama) -> str:
    table, scales = in_bytes(llama.pieces(), 1)
    rows = graph.add("Gather", graph.constant(table), "pieces")
    return graph.add("Mul", graph.add("Cast", rows, to=_FLOAT), graph.add("Gather", graph.constant(scales), "pieces"))


def _turn(graph: _Graph, llama: Llama) -> tuple[str, str]:
    """Return cosines and sines (1, 1, n, size) of the places (rotary embedding, Su et al., 2021)."""
    size = llama.width // llama.queries
    turns = llama.base ** -(np.arange(0, size, 2, dtype=np.float32) / size)
    angles = np.arange(MOST_PIECES, dtype=np.float32)[:, None] * np.tile(turns, 2)
    length = graph.add("Shape", "pieces", start=1)
    zero, axis = graph.whole(0), graph.whole(0)
    cosines, sines = (
        graph.add("Slice", graph.constant(f(angles).astype(np.float32)), zero, length, axis) for f in (np.cos, np.sin)
    )
    return cosines, sines


def _layer(graph: _Graph, h: str, layer: Layer, turn: tuple[str, str], llama: Llama) -> str:
    """Return the hidden states (1, n, width) after a layer."""
    x = graph.product(graph.norm(h, layer.before, llama.epsilon), layer.inward)
    h = graph.add("Add", h, graph.product(_attended(graph, x, turn, llama), layer.outward))
    inner = layer.down.shape[0]
    gate, value = graph.split(
        graph.product(graph.norm(h, layer.between, llama.epsilon), layer.up), [inner, inner], axis=2
    )
    let = graph.add("Mul", graph.add("Mul", gate, graph.add("Sigmoid", gate)), value)
    return graph.add("Add", h, graph.product(let, layer.down))


def _attended(graph: _Graph, x: str, turn: tuple[str, str], llama: Llama) -> str:
    """Return what the pieces gather from each other; keys and values serve several queries (Ainslie et al., 2023)."""
    queries, keys = llama.queries, llama.keys
    size, group = llama.width // queries, queries // keys
    heads = graph.add("Transpose", graph.add("Reshape", x, graph.whole(0, 0, -1, size)), perm=[0, 2, 1, 3])
    q, k, v = graph.split(heads, [queries, keys, keys], axis=1)
    root = graph.single(size**-0.5)
    q = graph.add("Mul", _turned(graph, q, turn, size), root)
    q = graph.add("Reshape", q, graph.whole(keys, group, -1, size))
    k, v = (graph.add("Reshape", t, graph.whole(keys, 1, -1, size)) for t in (_turned(graph, k, turn, size), v))
    fits = graph.add("MatMul", q, graph.add("Transpose", k, perm=[0, 1, 3, 2]))
    seen = graph.add("MatMul", graph.add("Softmax", fits, axis=-1), v)
    seen = graph.add("Transpose", graph.add("Reshape", seen, graph.whole(1, queries, -1, size)), perm=[0, 2, 1, 3])
    return graph.add("Reshape", seen, graph.whole(0, 0, llama.width))


def _turned(graph: _Graph, x: str, turn: tuple[str, str], size: int) -> str:
    first, second = graph.split(x, [size // 2, size // 2], axis=3)
    other = graph.add("Concat", graph.add("Neg", second), first, axis=3)
    cosines, sines = turn
    return graph.add("Add", graph.add("Mul", x, cosines), graph.add("Mul", other, sines))
