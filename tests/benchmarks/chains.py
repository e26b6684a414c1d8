"""Scenarios of a given size for measuring: a conversation of so many moments, regular but not trivial."""

from __future__ import annotations

import random

MOODS = ("calm", "worried", "upset", "happy")


def chain_yaml(
    moments: int, *, customers: int = 1, flags: int = 3, loops: bool = False, seed: int = 1, step: int = 5
) -> str:
    """A scenario as a trainer would write it: three choices a moment, gates on meters and flags.

    Effects are multiples of `step`. With `loops`, every tenth moment offers a way back to the one before.
    """
    rnd = random.Random(seed)
    names = [f"c{i}" for i in range(customers)]
    out = ["format: 1", "id: chain", "title: A chain", "customers:"]
    for name in names:
        walkout = ", walkout: gone" if customers == 1 else ""
        out.append(f"  {name}: {{name: {name.title()}, tension: 60, trust: 40, loyalty: 40{walkout}}}")
    out += ["start: m0", "moments:"]
    for i in range(moments):
        speaker = names[i % customers]
        out += [f"  m{i}:", f"    speaker: {speaker}", f"    mood: {rnd.choice(MOODS)}"]
        out += [f"    says: This is what I say at moment {i}, and it goes on for a line.", "    choices:"]
        onward = f"m{i + 1}" if i + 1 < moments else "end"
        for place in range(3):
            onto = names[(i + place) % customers] + "." if customers > 1 else ""
            amounts = {
                onto + m: rnd.choice([-2, -1, 1, 2, 3]) * step for m in ("trust", "loyalty", "tension")
            }
            effects = ", ".join(f"{meter}: {amount}" for meter, amount in amounts.items())
            out.append(f"      - say: An answer, number {place + 1}, said in a plain and steady voice.")
            out.append(f"        effects: {{{effects}}}")
            out.append(f"        why: Because of reason {place}.")
            if flags and rnd.random() < 0.3:
                out.append(f"        sets: [f{rnd.randrange(flags)}]")
            if place == 2 and i % 3 == 1:
                meter = f"{speaker}.trust" if customers > 1 else "trust"
                gate = f"{meter} >= 45" + (f" or f{rnd.randrange(flags)}" if flags else "")
                out.append(f"        when: {gate}")
            back = f"m{i - 1}" if loops and place == 1 and i % 10 == 9 else onward
            out.append(f"        then: {back}")

    def every(meter_test: str) -> str:
        return " and ".join(f"{name}.{meter_test}" if customers > 1 else meter_test for name in names)

    said = f"speaker: {names[0]}, " if customers > 1 else ""
    out += [
        "  end:",
        f"    speaker: {names[0]}",
        "    narrates: It is over.",
        "    otherwise:",
        f"      - {{when: {every('trust >= 70')} and {every('tension < 40')}, to: partnership}}",
        f"      - {{when: {every('trust >= 40')}, to: satisfaction}}",
        "      - {to: apathy}",
        f"  partnership: {{{said}says: Thank you., ends: partnership}}",
        f"  satisfaction: {{{said}says: Fine., ends: satisfaction}}",
        f"  apathy: {{{said}says: Whatever., ends: apathy}}",
        f"  gone: {{{said}says: I am leaving., ends: departure}}",
    ]
    return "\n".join(out) + "\n"
