"""Teach a small, fast network what a trained one says: `python -m training.distil --help`.

The student starts from some of the teacher's layers, each with the half of its inner neurons that weigh most, and keeps
the teacher's word embedding as it is, so that both can ship with one copy of it. It learns the teacher's opinion of
every word, the teacher's last hidden state, and, a little, the gold labels. Text without labels serves as well as any.
"""

import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from reader.ner.sentences import sentences_of
from training import data
from training.encoder import Shape, Tagger
from training.labels import LABELS, Targets
from training.sources import Document, Sentence
from training.train import Run, arguments, begin, loss_of, minutes, report

_SOFT = 2.0
"""What teacher's and student's logits are divided by, so that the teacher's second thoughts count too."""
_GOLD, _HIDDEN = 0.3, 1.0
"""How much the gold labels and the last hidden state weigh beside the teacher's opinion."""


@dataclass(frozen=True)
class Lesson:
    """A batch, and what the teacher makes of it: the last hidden state and the logits of each piece, in bf16."""

    arrays: list[Tensor]
    weights: Tensor
    hidden: Tensor
    logits: Tensor


def pupil(teacher: Tagger, layers: Sequence[int], inner: int) -> Tagger:
    """A network of the teacher's `layers` with `inner` neurons in each, everything else as in the teacher."""
    student = Tagger(len(LABELS), Shape(layers=len(layers), inner=inner, dropout=0.0))
    state = {n: p for n, p in teacher.state_dict().items() if not n.startswith("layers.")}
    for new, old in enumerate(layers):
        begins = f"layers.{old}."
        part = {n.removeprefix(begins): p for n, p in teacher.state_dict().items() if n.startswith(begins)}
        weight = part["up.weight"].norm(dim=1) * part["down.weight"].norm(dim=0)
        kept = weight.topk(inner).indices
        part["up.weight"], part["up.bias"] = part["up.weight"][kept], part["up.bias"][kept]
        part["down.weight"] = part["down.weight"][:, kept]
        state |= {f"layers.{new}.{n}": p for n, p in part.items()}
    student.load_state_dict(state)
    student.words.weight.requires_grad_(False)
    return student


def unlabelled(path: Path) -> list[Document]:
    """The articles of a JSONL file with a `text` each, of weight 0: nothing is known about their names."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            sentences = [Sentence(text[s.start : s.end], [], s.opens_line) for s in sentences_of(text)]
            found.append(Document(sentences, weight=0.0, words=len(text.split()), lends=False))
    return found


def lesson(teacher: Tagger, batch: list[data.Window]) -> Lesson:
    """What the teacher says of a batch."""
    arrays = [torch.from_numpy(a) for a in data.pad(batch)]
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = teacher.read(*arrays[:3])
        logits = teacher.head(hidden)
    return Lesson(arrays, torch.tensor([w.weight for w in batch]), hidden, logits)


def distance(student: Tagger, given: Lesson, allowed: Tensor) -> Tensor:
    """How far the student is from what it is taught."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = student.read(*given.arrays[:3])
        logits = student.head(hidden)
    real, taught = given.arrays[1] > 0, given.arrays[3] != Targets.IGNORED
    wanted = given.hidden[real].float()
    apart = F.mse_loss(hidden[real].float(), wanted) / wanted.var()
    soft = F.kl_div(
        F.log_softmax(logits[taught].float() / _SOFT, -1),
        F.log_softmax(given.logits[taught].float() / _SOFT, -1),
        reduction="batchmean",
        log_target=True,
    )
    return _SOFT**2 * soft + _HIDDEN * apart + _GOLD * loss_of(logits, given.arrays[3], allowed, given.weights)


def main() -> None:
    """Each round makes its sentences anew, asks the teacher once, and goes over the answers a few times."""
    ask = arguments(__doc__)
    ask.add_argument("--teacher", type=Path, required=True, help="weights.pt of a training run on the same sources")
    ask.add_argument("--texts", type=Path, nargs="*", default=[], help="JSONL files of articles without labels")
    ask.add_argument("--layers", type=int, nargs="+", default=[0, 2], help="the teacher's layers to start from")
    ask.add_argument("--inner", type=int, default=768, help="neurons in the middle of each layer")
    ask.add_argument("--rounds", type=int, default=1)
    ask.add_argument("--passes", type=int, default=4, help="how often a round's batches are gone over")
    ask.add_argument("--rate", type=float, default=5e-4, help="highest learning rate")
    args = ask.parse_args()
    pieces_of, targets, prepare = begin(args, (document for path in args.texts for document in unlabelled(path)))
    teacher = Tagger(len(LABELS))
    teacher.load_state_dict(torch.load(args.teacher, weights_only=True))
    teacher.eval()

    batches = prepare(0)
    length = len(batches)
    run = Run(pupil(teacher, args.layers, args.inner), length * args.rounds * args.passes, args.rate)
    begun = time.time()
    last = args.out / "last.pt"
    if last.exists():
        run.load(last)
    for number in range(run.step // (length * args.passes), args.rounds):
        batches = batches if number == 0 else prepare(number)
        lessons = [lesson(teacher, batch) for batch in batches[:length]]
        print(f"round {number + 1} {minutes(begun)} {len(lessons)} lessons", flush=True)
        allowed = torch.from_numpy(targets.table())
        for turn in range(run.step // length % args.passes, args.passes):
            run.model.train()
            total = 0.0
            for given in random.Random(turn).sample(lessons, len(lessons)):
                loss = distance(run.model, given, allowed)
                loss.backward()
                run.update()
                total += float(loss.detach())
            run.step = (number * args.passes + turn + 1) * length  # a round may have fewer batches than the first
            run.save(last)
            print(f"round {number + 1} pass {turn + 1} {minutes(begun)} loss {total / len(lessons):.4f}", flush=True)
        report(run, args.gold, pieces_of, args.out / "weights.pt", f"round {number + 1} {minutes(begun)}")


if __name__ == "__main__":
    main()
