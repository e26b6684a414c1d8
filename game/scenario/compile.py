"""From the declared scenario to the compiled one, reporting every name that refers to nothing.

Compiling goes on after a mistake, with something harmless in its place, so that all mistakes are found;
the result is only used where there was none.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.codes import Findings
from game.scenario.compile_actions import ActionCompiler
from game.scenario.flags import collect_flags, first_read, first_set
from game.scenario.format import DEFAULT_PLAYBOOK, MomentDecl, ScenarioDecl
from game.scenario.hashing import hashes
from game.scenario.model import (
    Action,
    Confide,
    Customer,
    Moment,
    Mood,
    MoodRule,
    Person,
    Playbook,
    Scenario,
    Start,
)
from game.scenario.nodes import Scalar
from game.scenario.playbook import BoundPlaybook, LoadedPlaybook
from game.scenario.read import Reader
from game.scenario.scope import Scope


def compile_scenario(
    declared: ScenarioDecl, playbook: LoadedPlaybook, reader: Reader, path: str
) -> Scenario | None:
    """The compiled scenario, or None where `reader`'s findings hold an error, old or new."""
    findings = reader.findings
    scope = _scope(declared, reader)
    compiler = _Compiler(declared, playbook, scope)
    customers = compiler.customers()
    compiler.check_teaches()
    starts = tuple(
        Start(scope.condition(start.when, scope.sole), scope.deltas(start.effects, scope.sole))
        for start in declared.starts
    )
    moments = tuple(compiler.moment(key, moment) for key, moment in declared.moments)
    start = compiler.actions.target(declared.start, "start")
    if findings.has_errors or playbook.playbook is None or declared.id is None:
        return None
    flags = tuple(scope.flags)
    content_hash, rules_hash = hashes(declared, playbook.canonical, flags)
    return Scenario(
        id=declared.id.text,
        title=declared.title,
        level=declared.level,
        contact=declared.contact,
        place=declared.place,
        summary=declared.summary,
        teaches=_texts(declared.teaches),
        playbook=playbook.playbook,
        customers=customers,
        cast=compiler.cast(),
        starts=starts,
        start=start,
        moments=moments,
        actions=tuple(compiler.actions.made),
        flags=flags,
        remembers=_texts(declared.remembers),
        recalls={key.text: _texts(names) for key, names in declared.recalls},
        form_of=declared.form_of.text if declared.form_of else None,
        content_hash=content_hash,
        rules_hash=rules_hash,
        path=path,
        moment_index=compiler.moment_index,
        teaches_spans=tuple(scalar.span for scalar in declared.teaches),
        flag_set_spans=first_set(reader),
        flag_read_spans=first_read(reader, scope.flags),
    )


def playbook_id(declared: ScenarioDecl) -> str:
    """The id of the playbook that the scenario is judged by."""
    return declared.playbook.text if declared.playbook is not None else DEFAULT_PLAYBOOK


def _texts(scalars: tuple[Scalar, ...]) -> tuple[str, ...]:
    return tuple(scalar.text for scalar in scalars)


def _scope(declared: ScenarioDecl, reader: Reader) -> Scope:
    flags = collect_flags(declared, reader, reader.findings)
    traits = tuple(frozenset(_texts(customer.traits)) for _, customer in declared.customers)
    return Scope(
        customers={key.text: place for place, (key, _) in enumerate(declared.customers)},
        traits=traits,
        all_traits=frozenset[str]().union(*traits),
        flags={name: place for place, name in enumerate(flags)},
        findings=reader.findings,
    )


class _Compiler:
    """Compiles the parts of one scenario, in the file's order."""

    def __init__(self, declared: ScenarioDecl, playbook: LoadedPlaybook, scope: Scope) -> None:
        self.declared = declared
        self.scope = scope
        self.findings: Findings = scope.findings
        self.moment_index: Mapping[str, int] = {key.text: i for i, (key, _) in enumerate(declared.moments)}
        bound = BoundPlaybook(playbook.declared, scope) if playbook.declared is not None else None
        self.playbook: Playbook | None = playbook.playbook
        self.bound = bound
        people = {*scope.customers, *(key.text for key, _ in declared.cast)}
        moment_keys = {key.text: key for key, _ in declared.moments}
        self.actions = ActionCompiler(scope, bound, self.moment_index, moment_keys, people)

    def customers(self) -> tuple[Customer, ...]:
        made = []
        for index, (key, customer) in enumerate(self.declared.customers):
            walkout = None
            if customer.walkout is not None:
                walkout = self.actions.target(customer.walkout, "walkout")
            made.append(
                Customer(
                    index=index,
                    id=key.text,
                    name=customer.name,
                    portrait=customer.portrait or key.text,
                    trust=customer.trust,
                    loyalty=customer.loyalty,
                    tension=customer.tension,
                    traits=_texts(customer.traits),
                    walkout=walkout,
                    influence=customer.influence,
                    walkout_span=customer.walkout.span if customer.walkout is not None else None,
                )
            )
        return tuple(made)

    def cast(self) -> tuple[Person, ...]:
        return tuple(
            Person(key.text, person.name, person.portrait or key.text) for key, person in self.declared.cast
        )

    def check_teaches(self) -> None:
        if self.bound is None:
            return
        for principle in self.declared.teaches:
            if principle.text not in self.bound.principles:
                advice = self.findings.meant(principle.text, self.bound.principles)
                self.findings.add(
                    "M307", principle.span, advice, playbook=self.bound.id, found=principle.text
                )

    def speaker(self, key: Scalar, moment: MomentDecl) -> str:
        """Whose moment it is; with several customers it must say so, unless nothing depends on it."""
        if moment.speaker is not None:
            return self.actions.person(moment.speaker)
        if len(self.scope.customers) > 1 and "speaker" not in moment.node.items and _needs_speaker(moment):
            self.findings.add("M228", key.span, found=key.text)
        return next(iter(self.scope.customers), "")

    def moment(self, key: Scalar, declared: MomentDecl) -> Moment:
        index = self.moment_index[key.text]
        speaker = self.speaker(key, declared)
        scope, actions = self.scope, self.actions
        toward = scope.customers.get(speaker, 0)
        choices = tuple(
            actions.choice(choice, place, index, speaker, declared.then)
            for place, choice in enumerate(declared.choices, 1)
        )
        silence: Action | None = None
        if declared.silence is not None:
            silence = actions.silence(declared.silence, index, speaker, declared.then)
        return Moment(
            index=index,
            id=key.text,
            contact=declared.contact or self.declared.contact,
            place=declared.place or self.declared.place,
            speaker=speaker,
            moods=self.moods(declared.mood),
            narrates=declared.narrates,
            says=actions.lines(declared.says, speaker),
            thinks=declared.thinks,
            confides=self.confides(declared, speaker),
            seconds=declared.seconds,
            choices=choices,
            silence=silence,
            actions=choices if silence is None else (*choices, silence),
            effects=scope.deltas(declared.effects, toward) if declared.effects else None,
            otherwise=actions.way(declared.otherwise, "moment") if declared.otherwise is not None else (),
            ends=declared.ends,
            fixed_order=declared.order == "fixed",
            span=key.span,
        )

    def moods(self, declared: object) -> tuple[MoodRule, ...]:
        """The moods, the last of which always holds."""
        if isinstance(declared, Mood):
            return (MoodRule(None, declared),)
        assert isinstance(declared, tuple)
        rules = [MoodRule(self.scope.condition(d.when, self.scope.sole), d.mood) for d in declared]
        if not rules or rules[-1].when is not None:
            rules.append(MoodRule(None, Mood.CALM))
        return tuple(rules)

    def confides(self, moment: MomentDecl, speaker: str) -> tuple[Confide, ...]:
        scope = self.scope
        return tuple(
            Confide(
                scope.condition(declared.when, scope.sole),
                self.actions.lines(declared.says, speaker),
                scope.mask(declared.sets),
            )
            for declared in moment.confides
        )


def _needs_speaker(moment: MomentDecl) -> bool:
    """Whether anything in the moment falls back on its speaker."""
    lines = moment.says if isinstance(moment.says, tuple) else ()
    bare_effects = any("." not in key.text for key, _ in moment.effects)
    aimed = [choice.toward for choice in moment.choices]
    if moment.silence is not None:
        aimed.append(moment.silence.toward)
    return (
        isinstance(moment.says, str)
        or any(line.speaker is None for line in lines)
        or moment.thinks is not None
        or moment.has("mood")
        or bool(moment.confides)
        or bare_effects
        or None in aimed
    )
