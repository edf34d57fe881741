"""`claims/dangling-article`: an article or possessive whose noun is missing."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, share
from reviewlint.rules.claims.frames import frames_of, gaps, sentence_at
from reviewlint.rules.claims.patterns import Pattern
from reviewlint.rules.claims.words import NUMBER_WORD, any_of
from reviewlint.rules.context import Context

# In lower case only: "A." is a letter, an initial or an answer.
_ARTICLE = any_of("(?-i:the|an?|every|my|our|your|its|their)")
_PLAIN = any_of("(?-i:the|an?|every|my|our)")
_PHRASE_START = (
    rf"(?:the|an?|my|your|his|her|its|our|their|this|that|these|those|all|both|each|every|him|them|me|us|it|"
    rf"\d[\d,.]*|{NUMBER_WORD}|(?-i:[A-Z][\w’'-]+))\b"
)
_FRAMES = frames_of(
    # "right after the.", "a cup and a!"
    rf"(?:^|[\s—–(])(?P<span>(?:[\w’'-]+ ){{1,3}}{_ARTICLE})(?:\s*(?:[;!?]|\.(?:[^\w.]|$))|\n\n|$)",
    r"(?:^|[\s—–(])(?P<span>(?:[\w’'-]+ ){1,3}(?-i:the|every|my|our|your|its|their)),\s(?-i:and|but|so|then|which|"
    r"because|while|is|was|has|are|were)\s",
    r"\b(?P<span>(?:of|with|in|by|for|is|was|has|had|like|from|on) (?-i:an?)),\s(?-i:and|but|so|then|which|because|"
    r"while|"
    r"is|was|has|are|were|he|she|it|they)\s",
    r"(?P<span>, whose (?-i:we|he|she|they|is|was|has|had|are|never))\s",
    r"(?P<span>, (?-i:the|a|an|every|my|our)), (?-i:is|was|has|are|were|and|but|which|who)\b",
    # "the worst night of his.", "louder than any."
    r"\b(?P<span>the (?:worst|best|longest|hardest|happiest|saddest|strangest|darkest|loneliest|finest|"
    r"greatest|busiest|"
    r"quietest|shortest|first|last) (?:night|day|week|month|year|summer|winter|decade|evening|morning|"
    r"hour|moment|years|"
    r"days|hours|moments|time|times) of (?-i:his|her|their|my|our|its))\s*[.;!]",
    r"\b(?P<span>(?:more|less|better|worse|louder|faster|longer|[a-z]+er) than (?-i:any))\s*[.;!]",
    r"\b(?P<span>(?:that|because|when|if|while|where|how|until|though|although|whether) (?:her|his|their|my|your|"
    r"its|our|the))\s*[.;!?]",
    # "carry a for two hours", "the of", "an and"
    rf"(?:^|[\s—–])(?P<span>{_ARTICLE} of) ",
    rf"(?:^|[\s—–])(?P<span>{_PLAIN} (?-i:and|or|but|nor|because|although|than|which|whose))\s",
    rf"(?:^|[\s—–])(?P<span>{_PLAIN} (?-i:into|during|until|towards?|upon|among|against|between|without|despite))\s",
    rf"(?:^|[\s—–])(?P<span>{_PLAIN} (?-i:at|by|from|with|for|in|on)) {_PHRASE_START}",
    r"(?:^|[\s—–(])(?P<span>(?-i:an?) (?-i:if|when|unless|though|because))\s",
    r"(?:^|[\s—–(])(?P<span>(?:[\w’'-]+ ){1,3}(?-i:the|my|our|their|its)), (?-i:who|this|these|those)\s",
    r"(?:^|[\s—–(])(?P<span>(?-i:of|over|during|for) the (?-i:last|coming))\s*\.(?:[^\w.]|$)",
    r"(?:^|[\s—–])(?P<span>(?-i:an?|every|my|the) (?-i:is|was|are|were|does|did|has|could|should))\s",
    r"(?:^|[\s—–])(?P<span>(?-i:the|every|my|our) (?-i:he|they|we|that|it[’']s|they[’']re|there[’']s|there is|there "
    r"are|as they|as it))\s",
    r"(?:^|[\s—–])(?P<span>(?-i:the|every|my|our) (?-i:I|you)) (?:am|was|were|are|had|have|has|need|want|can|could|"
    r"see|saw|know|knew|would|get|think|thought|expected?)\b",
    r"(?:^|[\s—–])(?P<span>(?-i:an?) (?-i:that|they|we|it[’']s|they[’']re))\s",
    r"(?:^|[\s—–])(?P<span>(?-i:the|an?|my|our) (?-i:gave|took|went|came|said|saw|knew|became|began|told|kept)) "
    r"(?:an?|the|it|me|him|her|us|them|his|its|my|to|that)\b",
)
_IDIOM = Pattern(
    r"(?i)(?:the|an?|every|my|our|its) (?:(?:at (?:times|the (?:time|moment|end|same)|"
    r"first|least|best|worst|once|last|all|present|odds|home|bat)|"
    r"by (?:now|then|the (?:by|numbers|book)|and)|for (?:now|me|once|real)|in (?:the know|all|my|his|her|our|their|a "
    r"sense|many|some)|on (?:the (?:nose|go|spot|fly|job|road|edge)|my|his)|has (?:been|beens)|through (?:and|the)|"
    r"(?:could|should|did) have|might|did and|would be)\b|(?:and|or) (?:[b-z]|\w’?s)\b)"
)
_LOST_HIS = frames_of(
    r"\b(?P<span>(?:(?:has|have|had|will|would|to|can) )?(?P<verb>(?-i:[a-z]+)) (?P<whose>(?-i:his|its)))"
    r"\s*(?:[;!]|\.(?:[^\w.]|$))"
)
_OTHER_OWNER = Pattern(r"(?i)\b(?:my|your|her|hers|his|their|theirs|our|ours|mine|yours|own)\b|['’]s?\b")
_VERB = Tag.VERB | Tag.VERB_S | Tag.PAST | Tag.PARTICIPLE | Tag.ING
_STACCATO = Pattern(r"\.\s\w+\.|\.\s[a-z]")  # "in every. single. shot.", "a. first, b. second"
_COUPLED = Pattern(
    r"(?i)\boh,? my\b|\b(?:my|our) (?:and|or) (?:your|his|her|their|my|our|some\w*)|every (?:and|which)\b"
)
_LETTER = Pattern(
    r"(?i)\b(?:letter|plan|option|type|grade|vitamin|side|"
    r"class|group|part|point|figure|note|key|step|[b-z]|from a "
    r"to|point a to)\s+an?$"
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield a finding for each article or possessive that no noun follows."""
    text = ctx.text
    for gap in gaps(text, _FRAMES):
        marked = text[gap.start : gap.end]
        if (
            _IDIOM.match(text, gap.start)
            or _LETTER.search(marked)
            or (marked.endswith(" of its") and not marked.startswith("the "))
            or _STACCATO.match(text, gap.end)
        ):
            continue
        if _COUPLED.search(text, gap.start, min(len(text), gap.end + 12)):
            continue
        sentence = sentence_at(ctx, gap.start)
        if gap.end - sentence.start < 10:
            continue
        yield ctx.finding(gap.start, gap.end)
    for gap in gaps(text, _LOST_HIS):
        *_, verb, whose = text[gap.start : gap.end].split()
        if share(verb, _VERB) < 0.7 or verb in ("is", "was", "be", "been"):
            continue
        sentence = sentence_at(ctx, gap.start)
        if whose == "its" or not _OTHER_OWNER.search(text, sentence.start, gap.end - len(whose)):
            yield ctx.finding(gap.start, gap.end)
