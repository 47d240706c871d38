"""Turn trained weights into what the package ships: `python -m training.export --help`.

Writes `model.onnx` (int8), `vocab.txt` and `labels.json`, and prints what quantisation cost on the dev sets. The
confidence is calibrated by one temperature, fitted on every other article of two dev sets and checked on the rest.
"""

import argparse
import copy
import json
import shutil
import tempfile
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import nn

from reader.recognise.words import CASES, STARTS
from training import data, evaluate
from training.encoder import Shape, Tagger
from training.labels import KINDS, LABELS
from training.sources import Document, read_plain

INPUTS = ("input_ids", "attention_mask", "casing")
DEV = (
    "worldwide-dev.jsonl",
    "conll2003-dev.jsonl",
    "open/crossner-politics-dev.jsonl",
    "open/uner-ewt-dev.jsonl",
    "re3d-dev.jsonl",
)
FITTED = DEV[:2]
FLOAT_DOWN = 2
"""Layers, the first ones, whose `down` is worked out in float: its inputs have outliers that eight bits cannot hold
beside the rest. Measured: a third of the labels that quantising flips flip there; a tenth more time."""


class SmallEmbedding(nn.Module):
    """An embedding of eight bits with a scale for each row: far nearer to the float one than with one scale for all."""

    def __init__(self, whole: nn.Embedding) -> None:
        super().__init__()
        self.scale: torch.Tensor
        self.rows: torch.Tensor
        self.register_buffer("scale", whole.weight.detach().abs().amax(1, keepdim=True).clamp_min(1e-6) / 127)
        self.register_buffer("rows", (whole.weight.detach() / self.scale).round().to(torch.int8))

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """The rows of these ids as float32."""
        return self.rows[ids].to(torch.float32) * self.scale[ids]


def network(weights: Path) -> Tagger:
    """The trained network, its positions cut to those that training used."""
    state = torch.load(weights, weights_only=True)
    state["places.weight"] = state["places.weight"][: data.LONGEST].clone()
    model = Tagger(len(LABELS), Shape(positions=data.LONGEST))
    model.load_state_dict(state)
    return model.eval()


def write_float(model: Tagger, path: Path) -> None:
    """The network as a float32 ONNX graph with free batch and length."""
    example = tuple(torch.ones(2, 16, dtype=torch.int64) for _ in INPUTS)
    axes = {name: {0: "batch", 1: "pieces"} for name in (*INPUTS, "logits")}
    torch.onnx.export(
        model,
        example,
        path,
        input_names=list(INPUTS),
        output_names=["logits"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def write_int8(model: Tagger, target: Path) -> None:
    """Eight-bit layers with a scale per channel, one bit spare, for CPUs whose eight-bit sums saturate."""
    small = copy.deepcopy(model)
    small.words = SmallEmbedding(model.words)  # type: ignore[assignment]
    source = target.with_suffix(".part")
    write_float(small, source)
    left = [f"/layers.{i}/down/MatMul" for i in range(FLOAT_DOWN)]
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=left,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        extra_options={"MatMulConstBOnly": True},
    )
    whole = onnx.load(target)
    for name in left:
        _store_small(whole.graph, name)
    onnx.save(whole, target)
    source.unlink()
    onnx.checker.check_model(str(target))


def _store_small(graph: onnx.GraphProto, name: str) -> None:
    """Keeps the weights of one product in eight bits, a scale per column, to be unpacked when they are used."""
    node = next(n for n in graph.node if n.name == name)
    old = next(i for i in graph.initializer if i.name == node.input[1])
    weights = onnx.numpy_helper.to_array(old)
    scale = (np.abs(weights).max(0) / 127).astype(np.float32)
    rows = np.round(weights / scale).astype(np.int8)
    graph.initializer.remove(old)
    graph.initializer.append(onnx.numpy_helper.from_array(rows, f"{old.name}_small"))
    graph.initializer.append(onnx.numpy_helper.from_array(scale, f"{old.name}_scale"))
    small = [f"{old.name}_small", f"{old.name}_scale"]
    at = list(graph.node).index(node)
    graph.node.insert(at, onnx.helper.make_node("DequantizeLinear", small, [old.name], axis=1))


def runner(path: Path, threads: int = 1) -> evaluate.Logits:
    """An ONNX file as evaluation wants it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def run(*arrays: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        logits: npt.NDArray[np.float32] = session.run(None, dict(zip(INPUTS, arrays, strict=True)))[0]
        return logits

    return run


def temperature(documents: list[Document], run: evaluate.Logits, pieces_of: Tokenizer) -> float:
    """The divisor of the logits at which the mentions' confidence is likeliest, given which of them are right."""
    cache: dict[bytes, npt.NDArray[np.float32]] = {}

    def once(*arrays: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        key = arrays[0].tobytes()
        if key not in cache:
            cache[key] = run(*arrays)
        return cache[key]

    def surprise(divisor: float) -> float:
        pairs = evaluate.score(documents, evaluate.tag(documents, once, pieces_of, data.LONGEST, divisor)).pairs
        sure = np.clip([p for p, _ in pairs], 1e-4, 1 - 1e-4)
        right = np.array([r for _, r in pairs])
        return float(-np.where(right, np.log(sure), np.log(1 - sure)).mean())

    return min((round(0.8 + 0.1 * i, 1) for i in range(18)), key=surprise)


def calibration_error(pairs: list[tuple[float, bool]]) -> float:
    """The expected gap between confidence and being right, over ten equal bins."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for pair in pairs:
        bins[min(9, int(pair[0] * 10))].append(pair)
    return sum(abs(sum(p for p, _ in b) - sum(r for _, r in b)) for b in bins) / max(1, len(pairs))


def main() -> None:
    """Export, quantise, fit the temperature, measure, write."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--weights", type=Path, required=True, help="weights.pt of a training run")
    ask.add_argument("--encoder", type=Path, required=True, help="folder with vocab.txt")
    ask.add_argument("--gold", type=Path, required=True, help="folder of the gold sets, to measure and to calibrate")
    ask.add_argument("--out", type=Path, required=True, help="folder to write, such as reader/recognise/weights")
    args = ask.parse_args()

    args.out.mkdir(parents=True, exist_ok=True)
    pieces_of = data.tokenizer(args.encoder / "vocab.txt")
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "float.onnx"
        model = network(args.weights)
        write_float(model, whole)
        write_int8(model, args.out / "model.onnx")
        runs = {"float": runner(whole), "int8": runner(args.out / "model.onnx")}
    held = {name: read_plain(args.gold / name) for name in DEV}
    fitted = [d for name in FITTED for d in held[name][::2]]
    checked = [d for name in FITTED for d in held[name][1::2]]
    divisor = temperature(fitted, runs["int8"], pieces_of)
    for name, documents in held.items():
        for kind, run in runs.items():
            clock = time.time()
            tagged = evaluate.tag(documents, run, pieces_of, data.LONGEST, divisor)
            speed = sum(d.words for d in documents) / (time.time() - clock)
            print(
                f"{name} {kind} {evaluate.score(documents, tagged).line()} {speed:.0f} words/s on one thread",
                flush=True,
            )
    pairs = evaluate.score(checked, evaluate.tag(checked, runs["int8"], pieces_of, data.LONGEST, divisor)).pairs
    print(f"temperature {divisor}; calibration error {calibration_error(pairs):.3f} on the other halves")
    shutil.copyfile(args.encoder / "vocab.txt", args.out / "vocab.txt")
    (args.out / "labels.json").write_text(json.dumps(_description(divisor), indent=1) + "\n")


def _description(divisor: float) -> dict[str, object]:
    return {
        "labels": list(LABELS),
        "kinds": list(KINDS),
        "casing": {"classes": list(CASES), "starts": list(STARTS)},
        "special": {"pad": 0, "unknown": 100, "begin": 101, "end": 102},
        "longest": data.LONGEST,
        "temperature": divisor,
    }


if __name__ == "__main__":
    main()
