"""Score shipped weights on gold files, as written or spoilt: `python -m training.measure --gold FILE --style lower`."""

import argparse
import json
from dataclasses import replace
from pathlib import Path

from training import augment, data, evaluate
from training.export import NETWORKS, runner
from training.sources import Document, Sentence, read_plain

WEIGHTS = Path(__file__).parent.parent / "reader" / "ner" / "weights" / "open"
STYLES = ("as written", "lower", "upper", "title", "lost")


def spoil(documents: list[Document], style: str) -> list[Document]:
    """The documents in another casing, or (`lost`) without apostrophes and commas."""

    def change(sentence: Sentence) -> Sentence:
        if style == "as written":
            return sentence
        return augment.lose(sentence, "'’,") if style == "lost" else augment.recase(sentence, style)

    return [replace(document, sentences=[change(s) for s in document.sentences]) for document in documents]


def main() -> None:
    """Print one line for each file and style."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--gold", type=Path, nargs="+", required=True, help="gold JSONL files")
    ask.add_argument("--weights", type=Path, default=WEIGHTS, help="folder that training.export wrote")
    ask.add_argument("--name", choices=NETWORKS, default=NETWORKS[0])
    ask.add_argument("--style", choices=STYLES, nargs="+", default=STYLES[:1])
    args = ask.parse_args()
    pieces_of = data.tokenizer(args.weights / "vocab.txt")
    run = runner(args.weights, args.name)
    divisor = json.loads((args.weights / "labels.json").read_text())["temperature"][args.name]
    for path in args.gold:
        for style in args.style:
            documents = spoil(read_plain(path), style)
            tagged = evaluate.tag(documents, run, pieces_of, data.LONGEST, divisor, together=1)
            print(path.name, f"({style})", evaluate.score(documents, tagged).line(), flush=True)


if __name__ == "__main__":
    main()
