"""Turn trained weights into what the package ships: `python -m training.export --help`.

Writes `model.onnx` (eight bits; `fast.onnx` for a student), the word embedding `words.npz`, which both share,
`vocab.txt` and `labels.json`, and prints what eight bits cost on the dev sets. The confidence is calibrated by one
temperature, fitted on every other article of two dev sets and checked on the rest.
"""

import argparse
import json
import shutil
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from reader.ner.words import CASES, STARTS
from training import data, evaluate, graph
from training.encoder import Shape, Tagger
from training.labels import KINDS, LABELS
from training.sources import Document, read_plain

DEV = (
    "worldwide-dev.jsonl",
    "conll2003-dev.jsonl",
    "open/crossner-politics-dev.jsonl",
    "open/uner-ewt-dev.jsonl",
    "re3d-dev.jsonl",
)
FITTED = DEV[:2]
LISTENED = "open/wikigold-train.jsonl"
"""Where the loud neurons are looked for."""
LOUD = 8
"""Inner neurons of each layer that are worked out in float: one or two of them (in the first four layers) are three to
five times as large as all others, so eight bits cannot hold them beside the rest."""
NETWORKS = ("model", "fast")


def network(weights: Path) -> Tagger:
    """The trained network, its positions cut to those that training used."""
    state = torch.load(weights, weights_only=True)
    state["places.weight"] = state["places.weight"][: data.LONGEST].clone()
    layers = sum(name.endswith(".up.weight") for name in state)
    model = Tagger(len(LABELS), Shape(positions=data.LONGEST, layers=layers, inner=len(state["layers.0.up.weight"])))
    model.load_state_dict(state)
    model.eval()
    return model


def loud_neurons(model: Tagger, documents: list[Document], pieces_of: Tokenizer) -> list[list[int]]:
    """Of each layer the inner neurons whose values are largest in these documents."""
    peaks: list[Tensor] = []

    def listen(_: nn.Module, given: tuple[Tensor, ...]) -> None:
        peaks.append(given[0].detach().abs().amax((0, 1)))

    hooks = [layer.down.register_forward_pre_hook(listen) for layer in model.layers]
    run = runner_of(model)
    evaluate.tag(documents, run, pieces_of, data.LONGEST, together=1)
    for hook in hooks:
        hook.remove()
    by_layer = [torch.stack(peaks[i :: len(model.layers)]).amax(0) for i in range(len(model.layers))]
    return [sorted(int(i) for i in peak.topk(LOUD).indices) for peak in by_layer]


def words_of_eight_bits(model: Tagger) -> dict[str, npt.NDArray[np.generic]]:
    """The word embedding as `rows` of eight bits and each row's `scale`."""
    whole = model.words.weight.detach().numpy()
    scale = np.maximum(np.abs(whole).max(1, keepdims=True), 1e-6).astype(np.float32) / 127
    return {"rows": np.round(whole / scale).astype(np.int8), "scale": scale}


def runner_of(model: Tagger) -> evaluate.Logits:
    """The network in float32, as evaluation wants it."""

    def run(*arrays: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        with torch.no_grad():
            logits: npt.NDArray[np.float32] = model(*(torch.from_numpy(a) for a in arrays)).numpy()
            return logits

    return run


def runner(folder: Path, name: str) -> evaluate.Logits:
    """What ships, as evaluation wants it: only ever one window at a time, as the reader does."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(folder / f"{name}.onnx", options, providers=["CPUExecutionProvider"])
    words = np.load(folder / "words.npz")
    rows, scale = words["rows"], words["scale"]

    def run(ids: npt.NDArray[np.int64], _: object, casing: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        given = {"words": rows[ids[0]].astype(np.float32) * scale[ids[0]], "casing": casing[0]}
        logits: npt.NDArray[np.float32] = session.run(None, given)[0]
        return logits[None]

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
        pairs = evaluate.score(documents, evaluate.tag(documents, once, pieces_of, data.LONGEST, divisor, 1)).pairs
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


def reliability(pairs: list[tuple[float, bool]]) -> list[str]:
    """One line for each tenth of confidence: how many mentions, how sure on average, how many of them right."""
    lines = []
    for tenth in range(10):
        here = [pair for pair in pairs if min(9, int(pair[0] * 10)) == tenth]
        if here:
            sure, right = (100 * sum(float(pair[i]) for pair in here) / len(here) for i in (0, 1))
            lines.append(
                f"confidence {tenth / 10:.1f} to {(tenth + 1) / 10:.1f}: {len(here)} sure {sure:.0f} right {right:.0f}"
            )
    return lines


def main() -> None:
    """Export, quantise, fit the temperature, measure, write."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--weights", type=Path, required=True, help="weights.pt of a training run")
    ask.add_argument("--encoder", type=Path, required=True, help="folder with vocab.txt")
    ask.add_argument("--gold", type=Path, required=True, help="folder of the gold sets, to measure and to calibrate")
    ask.add_argument("--out", type=Path, required=True, help="folder to write, such as reader/ner/weights")
    ask.add_argument("--name", choices=NETWORKS, default=NETWORKS[0], help="`fast` beside the `model` it was taught by")
    args = ask.parse_args()

    args.out.mkdir(parents=True, exist_ok=True)
    pieces_of = data.tokenizer(args.encoder / "vocab.txt")
    model = network(args.weights)
    loud = loud_neurons(model, read_plain(args.gold / LISTENED)[:12], pieces_of)
    onnx.save(graph.build(model, loud), args.out / f"{args.name}.onnx")
    _write_words(args.out / "words.npz", words_of_eight_bits(model), shared=args.name != NETWORKS[0])
    runs = {"float": runner_of(model), "int8": runner(args.out, args.name)}
    held = {name: read_plain(args.gold / name) for name in DEV}
    fitted = [d for name in FITTED for d in held[name][::2]]
    checked = [d for name in FITTED for d in held[name][1::2]]
    divisor = temperature(fitted, runs["int8"], pieces_of)
    for name, documents in held.items():
        for kind, run in runs.items():
            clock = time.process_time()
            tagged = evaluate.tag(documents, run, pieces_of, data.LONGEST, divisor, together=1)
            speed = sum(d.words for d in documents) / (time.process_time() - clock)
            print(f"{name} {kind} {evaluate.score(documents, tagged).line()} {speed:.0f} words/CPU s", flush=True)
    pairs = evaluate.score(checked, evaluate.tag(checked, runs["int8"], pieces_of, data.LONGEST, divisor, 1)).pairs
    print(f"temperature {divisor}; calibration error {calibration_error(pairs):.3f} on the other halves")
    for line in reliability(pairs):
        print(line)
    shutil.copyfile(args.encoder / "vocab.txt", args.out / "vocab.txt")
    _write_labels(args.out / "labels.json", args.name, divisor)


def _write_words(path: Path, words: dict[str, npt.NDArray[np.generic]], shared: bool) -> None:
    """Write the embedding; or, where it is there already and shared, make sure that it is the same."""
    if not shared:
        np.savez(path, allow_pickle=False, **words)
    elif any(not np.array_equal(words[name], there) for name, there in np.load(path).items()):
        raise SystemExit(f"{path} is not the embedding of this network: export its teacher there first.")


def _write_labels(path: Path, name: str, divisor: float) -> None:
    """Describe the networks of a folder; what it says of another network stays."""
    others = json.loads(path.read_text())["temperature"] if name != NETWORKS[0] else {}
    described = {
        "labels": list(LABELS),
        "kinds": list(KINDS),
        "casing": {"classes": list(CASES), "starts": list(STARTS)},
        "special": {"pad": 0, "unknown": 100, "begin": 101, "end": 102},
        "longest": data.LONGEST,
        "temperature": others | {name: divisor},
    }
    path.write_text(json.dumps(described, indent=1) + "\n")


if __name__ == "__main__":
    main()
