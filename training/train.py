"""Train the recogniser's network: `python -m training.train --gold DIR --encoder DIR --out DIR [--resume]`."""

import argparse
import random
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor

from training import augment, data, evaluate
from training.encoder import Tagger, load_encoder
from training.labels import LABELS, Targets
from training.sources import SETS, Document, chosen, read, read_plain

DEV = (
    "worldwide-dev.jsonl",
    "conll2003-dev.jsonl",
    "open/crossner-politics-test.jsonl",
    "open/uner-ewt-dev.jsonl",
    "re3d-dev.jsonl",
    "seeds.jsonl",
)


FRESH = ("casing.weight", "head.weight", "head.bias")
"""What the encoder brings no weights for."""


def loss_of(logits: Tensor, targets: Tensor, allowed: Tensor, weights: Tensor) -> Tensor:
    """Minus the log-probability that a word's label is among those its target allows, averaged by weight."""
    logits = logits.float()
    masked = logits.masked_fill(~allowed[targets], -1e4)
    each = torch.logsumexp(logits, -1) - torch.logsumexp(masked, -1)
    weights = weights[:, None] * (targets != Targets.IGNORED)
    return (each * weights).sum() / weights.sum().clamp_min(1.0)


class Run:
    """The state of a training run: everything that a checkpoint holds."""

    def __init__(self, model: Tagger, steps: int, rate: float, fresh: Sequence[str] = ()) -> None:
        """Parameters named `fresh`, which begin with nothing, learn eight times as fast as the `rate` of the others."""
        self.model = model
        named = dict(model.named_parameters())
        self.dense = [p for n, p in named.items() if n != "words.weight"]
        others = [p for n, p in named.items() if n != "words.weight" and n not in fresh]
        plain = [p for p in others if p.ndim < 2]
        decayed = [p for p in others if p.ndim > 1]
        self.optimisers: list[torch.optim.Optimizer] = [
            torch.optim.AdamW(
                [
                    {"params": decayed, "lr": rate, "weight_decay": 0.01},
                    {"params": plain, "lr": rate, "weight_decay": 0.0},
                    {"params": [named[n] for n in fresh], "lr": 8 * rate, "weight_decay": 0.0},
                ],
                fused=True,
            ),
        ]
        if model.words.weight.requires_grad:
            self.optimisers.append(torch.optim.SparseAdam([model.words.weight], lr=rate))
        warm = max(1, steps // 16)
        self.schedules = [
            torch.optim.lr_scheduler.LambdaLR(o, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm))))
            for o in self.optimisers
        ]
        self.average = {n: p.detach().clone() for n, p in named.items()}
        self.step = 0

    def update(self) -> None:
        """One step of the optimisers; every tenth, the running average of the weights follows."""
        torch.nn.utils.clip_grad_norm_(self.dense, 1.0)
        for optimiser, schedule in zip(self.optimisers, self.schedules, strict=True):
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
        self.step += 1
        if self.step % 10 == 0:
            keep = min(0.985, self.step / (self.step + 100))  # young averages forget faster
            with torch.no_grad():
                for name, parameter in self.model.named_parameters():
                    self.average[name].lerp_(parameter, 1 - keep)

    def save(self, path: Path) -> None:
        """Write a checkpoint, whole or not at all."""
        state: dict[str, Any] = {
            "model": self.model.state_dict(),
            "average": self.average,
            "optimisers": [o.state_dict() for o in self.optimisers],
            "schedules": [s.state_dict() for s in self.schedules],
            "step": self.step,
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def load(self, path: Path) -> None:
        """Go on from a checkpoint."""
        state = torch.load(path, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.average = state["average"]
        for mine, saved in zip(self.optimisers, state["optimisers"], strict=True):
            mine.load_state_dict(saved)
        for schedule, saved in zip(self.schedules, state["schedules"], strict=True):
            schedule.load_state_dict(saved)
        self.step = state["step"]


def runner(model: Tagger) -> evaluate.Logits:
    """The network as evaluation wants it."""

    def run(*arrays: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            logits: npt.NDArray[np.float32] = model(*(torch.from_numpy(a) for a in arrays)).float().numpy()
            return logits

    return run


def report(run: Run, gold: Path, pieces_of: Tokenizer, out: Path, when: str) -> None:
    """Write the averaged weights and print their scores on the dev sets."""
    torch.save(run.average, out)
    own = {n: p.detach().clone() for n, p in run.model.named_parameters()}
    run.model.load_state_dict(run.average)
    run.model.eval()
    for name in DEV:
        held = read_plain(gold / name)
        tagged = evaluate.tag(held, runner(run.model), pieces_of, data.LONGEST)
        print(when, name, evaluate.score(held, tagged).line(), flush=True)
    run.model.load_state_dict(own)


def minutes(begun: float) -> str:
    """How long ago that was, for a log."""
    return f"{(time.time() - begun) / 60:.1f} min"


Prepare = Callable[[int], list[list[data.Window]]]
"""The batches of an epoch, made anew by its number."""


def arguments(about: str | None) -> argparse.ArgumentParser:
    """What training and teaching are both told."""
    ask = argparse.ArgumentParser(description=about)
    ask.add_argument("--gold", type=Path, required=True, help="folder of the gold sets")
    ask.add_argument("--encoder", type=Path, required=True, help="folder with model.safetensors and vocab.txt")
    ask.add_argument("--out", type=Path, required=True, help="folder for checkpoints and weights")
    ask.add_argument("--sources", choices=SETS, default="open", help="those with an open licence, or all")
    ask.add_argument("--without", nargs="*", default=[], metavar="SOURCE", help="leave these out, to measure on them")
    ask.add_argument("--batch", type=int, default=2560, help="word pieces in a batch")
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--seed", type=int, default=1)
    return ask


def begin(args: argparse.Namespace, more: Iterable[Document] = ()) -> tuple[Tokenizer, Targets, Prepare]:
    """Read the sources, and `more` besides; answers what cuts words to pieces, the targets, and what makes batches."""
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    documents = read(args.gold, chosen(args.sources, args.without))
    pools = augment.pools(documents)
    documents += more
    pieces_of = data.tokenizer(args.encoder / "vocab.txt")
    targets = Targets()

    def prepare(number: int) -> list[list[data.Window]]:
        made = data.epoch(documents, pools, pieces_of, targets, args.seed * 1000 + number)
        return data.batches(made, args.batch, random.Random(number))

    return pieces_of, targets, prepare


def main() -> None:
    """Read, train, measure each epoch, keep the last checkpoint and the averaged weights."""
    ask = arguments(__doc__)
    ask.add_argument("--resume", action="store_true", help="go on from the folder's checkpoint")
    ask.add_argument("--epochs", type=int, default=10)
    ask.add_argument("--rate", type=float, default=1.2e-4, help="highest learning rate of the encoder")
    args = ask.parse_args()
    pieces_of, targets, prepare = begin(args)

    batches = prepare(0)
    length = len(batches)
    model = Tagger(len(LABELS))
    load_encoder(model, args.encoder / "model.safetensors")
    run = Run(model, length * args.epochs, args.rate, FRESH)
    last = args.out / "last.pt"
    if args.resume and last.exists():
        run.load(last)
    begun = time.time()
    for number in range(run.step // length, args.epochs):
        batches = batches if number == 0 else prepare(number)
        allowed = torch.from_numpy(targets.table())
        run.model.train()
        seen, total, clock = 0, 0.0, time.time()
        # Epochs differ by a few batches; the schedule counts `length` for each, and resuming goes by that count.
        for batch in batches[run.step % length : length]:
            arrays = [torch.from_numpy(a) for a in data.pad(batch)]
            weights = torch.tensor([w.weight for w in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = run.model(*arrays[:3])
            loss = loss_of(logits, arrays[3], allowed, weights)
            loss.backward()
            run.update()
            seen += int(arrays[1].sum())
            total += float(loss.detach())
            if run.step % 100 == 0:
                print(f"step {run.step} loss {total / 100:.4f} {seen / (time.time() - clock):.0f} pieces/s", flush=True)
                seen, total, clock = 0, 0.0, time.time()
            if run.step % 500 == 0:
                run.save(last)
        while run.step % length:  # an epoch with fewer batches than the first
            run.step += 1
        run.save(last)
        report(run, args.gold, pieces_of, args.out / "weights.pt", f"epoch {number + 1} {minutes(begun)}")


if __name__ == "__main__":
    main()
