"""The network as the ONNX graph that ships, written node by node with the operators that onnxruntime is fastest at.

What torch's exporter and onnxruntime's own quantiser make of the same network takes nearly twice as long: they leave
additions and transpositions unfused and have no middle way for the few neurons that eight bits cannot hold.
The graph reads one window: `words` [piece, hidden], float32, the rows of the word embedding, which stays outside so
that two networks can share one copy of it; `casing` [piece], int64. It gives `logits` [piece, label].
"""

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor

from training.encoder import Layer, Tagger

_CONTRIB = "com.microsoft"
_CONTRIBUTED = ("DynamicQuantizeMatMul", "FastGelu", "MultiHeadAttention")
"""onnxruntime's own operators. `FastGelu` is the tanh form of GELU, 0.0005 off: far less than eight bits are."""
_HALF_RANGE = 63
"""Largest eight-bit weight: one bit is left spare, for CPUs whose eight-bit sums saturate."""

Floats = npt.NDArray[np.float32]


class _Graph:
    """Nodes and constants, in the order they are added."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: Floats | npt.NDArray[np.int8] | npt.NDArray[np.int64]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, operator: str, inputs: list[str], output: str, **attributes: object) -> str:
        domain = _CONTRIB if operator in _CONTRIBUTED else ""
        self.nodes.append(helper.make_node(operator, inputs, [output], output, domain=domain, **attributes))
        return output

    def product(self, given: str, name: str, weight: Floats, bias: Floats | None) -> str:
        """`given` times an [in, out] matrix of eight bits with a scale per column, its rows scaled as they come."""
        scale = np.maximum(np.abs(weight).max(0), 1e-9).astype(np.float32) / _HALF_RANGE
        inputs = [
            given,
            self.constant(f"{name}.weight", np.round(weight / scale).astype(np.int8)),
            self.constant(f"{name}.scale", scale),
            self.constant(f"{name}.zero", np.zeros(len(scale), np.int8)),
        ]
        inputs += [self.constant(f"{name}.bias", bias)] if bias is not None else []
        return self.node("DynamicQuantizeMatMul", inputs, name)

    def normed(self, left: str, right: str, name: str, weight: Floats, bias: Floats, epsilon: float) -> str:
        """The normalised sum of two."""
        # `Sum`, since onnxruntime would make one operator of `Add` and this, which takes three times as long as both.
        total = self.node("Sum", [left, right], f"{name}.sum")
        inputs = [total, self.constant(f"{name}.weight", weight), self.constant(f"{name}.bias", bias)]
        return self.node("LayerNormalization", inputs, name, axis=-1, epsilon=epsilon)


def build(model: Tagger, loud: list[list[int]]) -> onnx.ModelProto:
    """The graph of `model`; of each layer, the inner neurons `loud` are worked out in float."""
    graph = _Graph()
    graph.constant("first", np.array([0], np.int64))
    graph.constant("flat", np.array([-1, model.head.in_features], np.int64))
    length = graph.node("Shape", ["casing"], "length")
    places = graph.node("Slice", [graph.constant("places", _floats(model.places.weight)), "first", length], "placed")
    cased = graph.node("Gather", [graph.constant("casings", _floats(model.casing.weight)), "casing"], "cased")
    x = graph.node("Add", [places, cased], "known")
    x = graph.normed("words", x, "norm", *_parameters(model.norm), model.norm.eps)
    for number, layer in enumerate(model.layers):
        assert isinstance(layer, Layer)
        x = _layer(graph, layer, x, f"layer{number}", loud[number])
    weight, bias = _parameters(model.head)
    graph.node("Gemm", [x, graph.constant("head.weight", weight.T), graph.constant("head.bias", bias)], "logits")
    hidden, labels = model.head.in_features, model.head.out_features
    made = helper.make_graph(
        graph.nodes,
        "recogniser",
        [
            helper.make_tensor_value_info("words", TensorProto.FLOAT, ["pieces", hidden]),
            helper.make_tensor_value_info("casing", TensorProto.INT64, ["pieces"]),
        ],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["pieces", labels])],
        graph.constants,
    )
    versions = [helper.make_opsetid("", 17), helper.make_opsetid(_CONTRIB, 1)]
    return helper.make_model(made, opset_imports=versions, ir_version=8, producer_name="tadmor")


def _layer(graph: _Graph, layer: Layer, x: str, name: str, loud: list[int]) -> str:
    """One encoder layer."""
    hidden = layer.out.in_features
    weight, bias = _parameters(layer.qkv)
    qkv = graph.product(x, f"{name}.qkv", weight.T, bias)
    batch = graph.constant(f"{name}.batch", np.array([1, -1, 3 * hidden], np.int64))
    qkv = graph.node("Reshape", [qkv, batch], f"{name}.batched")
    parts = [f"{name}.{part}" for part in "qkv"]
    graph.nodes.append(helper.make_node("Split", [qkv], parts, f"{name}.split", axis=2))
    y = graph.node("MultiHeadAttention", parts, f"{name}.attention", num_heads=layer.heads)
    y = graph.node("Reshape", [y, "flat"], f"{name}.attended")
    weight, bias = _parameters(layer.out)
    y = graph.product(y, f"{name}.out", weight.T, bias)
    x = graph.normed(y, x, f"{name}.norm1", *_parameters(layer.norm1), layer.norm1.eps)

    up, up_bias = _parameters(layer.up)
    down, down_bias = _parameters(layer.down)
    quiet = [i for i in range(len(up)) if i not in set(loud)]
    y = graph.product(x, f"{name}.up", up[quiet].T, None)
    y = graph.node("FastGelu", [y, graph.constant(f"{name}.up.bias", up_bias[quiet])], f"{name}.inner")
    y = graph.product(y, f"{name}.down", down[:, quiet].T, down_bias)
    if loud:
        z = graph.node("MatMul", [x, graph.constant(f"{name}.loud.up", up[loud].T)], f"{name}.loud")
        z = graph.node("FastGelu", [z, graph.constant(f"{name}.loud.bias", up_bias[loud])], f"{name}.loud.inner")
        y = graph.node("Gemm", [z, graph.constant(f"{name}.loud.down", down[:, loud].T), y], f"{name}.both")
    return graph.normed(y, x, f"{name}.norm2", *_parameters(layer.norm2), layer.norm2.eps)


def _parameters(module: object) -> tuple[Floats, Floats]:
    return _floats(module.weight), _floats(module.bias)  # type: ignore[attr-defined]


def _floats(tensor: Tensor) -> Floats:
    values: Floats = tensor.detach().float().numpy()
    return values
