"""Findings about the score: whether choices matter, and what the best line asks for."""

from __future__ import annotations

from game.scenario.catalogue.entry import Entry

SCORE: tuple[Entry, ...] = (
    Entry(
        "M501",
        "warning",
        "Nothing is at stake",
        "every complete attempt has the same result, so everyone scores 100",
        "Best and worst are the same: no choice makes a difference.",
        "A score that everyone gets says nothing.",
        "Let behaviours, effects or endings tell good service from bad.",
        "choices: [{say: I hear you., then: thanks}]",
        "choices: [{say: I hear you., then: thanks}, {say: Read the terms., then: leaves}]",
    ),
    Entry(
        "M502",
        "note",
        "Too large to be solved exactly",
        "more than {limit} standings: costs are a bound, not exact; most are in {found}",
        "The scenario has more distinct standings than the limit, so best and worst are bounds, and flow, "
        "score and fairness are not looked at.",
        "Without exact costs the debrief cannot say what a choice gave away.",
        "Fewer flags, effects in steps of five and fewer ways back make it smaller.",
    ),
    Entry(
        "M503",
        "warning",
        "A moment in which nothing matters",
        'in "{found}" all choices cost the same, whatever happened before',
        "In every standing that can be reached the open choices here lead to equally good results. The "
        "witness is the shortest way there.",
        "The player reads and weighs for nothing, and the debrief has nothing to say.",
        "Give the choices different behaviours, effects or ways on, or leave only one.",
        "- {say: Hello., then: asks}\n- {say: Good day., then: asks}",
        "- {say: You look upset., shows: [acknowledge-feeling], then: asks}\n- {say: Good day., then: asks}",
    ),
    Entry(
        "M504",
        "warning",
        "A choice that hardly matters",
        '"{found}" is never the best choice and never costs more than {lost} points',
        "Another choice is always better, but by less than {limit} points of the score, wherever this one "
        "can be taken. The witness is the shortest way to taking it.",
        "It is called good every time it is taken, and nobody learns that it was not.",
        "Let it cost what it would cost with a real customer, or let it be right at some time.",
    ),
    Entry(
        "M505",
        "warning",
        "Two choices that are the same",
        '"{found}" and "{other}" differ in words alone',
        "Wherever both are open they lead to the same moment with the same meters, flags and points. The "
        "witness is the shortest way there.",
        "A choice between two ways to say one thing is none.",
        "Let them show different behaviours, or leave one out.",
        "- {say: I hear you., shows: [acknowledge-feeling], then: asks}\n"
        "- {say: That is hard., shows: [acknowledge-feeling], then: asks}",
        "- {say: I hear you., shows: [acknowledge-feeling], then: asks}",
    ),
    Entry(
        "M506",
        "warning",
        "The best line does harm",
        'the best result cannot be had without "{found}", whose behaviour does harm',
        "Every line with the best result shows a behaviour that the playbook says does harm. The witness is "
        "such a line, from start to end.",
        "The level rewards what the playbook teaches to leave alone.",
        "Let the harm cost more, or the helping choice beside it bring more.",
    ),
    Entry(
        "M507",
        "warning",
        "A principle that is hardly at stake",
        'the level teaches "{found}", which is at stake {where}; {wanted} moments are wanted',
        "A principle is at stake in a moment if in some standing the open choices differ in cost and one of "
        "them shows a behaviour of that principle. The witness leads to the one moment, where there is one.",
        "One decision shows luck. It takes several to learn something, and to show that it was learnt.",
        "Let more moments turn on it, or take it out of `teaches`.",
    ),
    Entry(
        "M508",
        "warning",
        "The best line runs into a limit",
        'on the best line "{found}" carries {meter} {lost} past its limit',
        "Meters stop at 0 and 100. On the best line one is there before the last choice, so part of an "
        "effect is lost. The witness leads to it.",
        "A meter that is full hides mistakes: what a slip takes away, the next good line gives back.",
        "Start with less trust and loyalty and more tension, or make effects smaller.",
    ),
    Entry(
        "M509",
        "warning",
        "Harm that costs next to nothing",
        'on the best line "{found}" does harm and costs only {lost} points; at least {limit} are wanted',
        "All behaviours of this choice do harm, and yet whoever takes it instead of the best one loses "
        "hardly anything. The witness is the best line up to it.",
        "The player sees that the harm did not matter.",
        "Let it lead to a recovery moment with `effects` of its own, or give it `effects`.",
    ),
    Entry(
        "M510",
        "warning",
        "A detour that costs too little",
        'on the best line "{found}" leads to "{to}" and costs only {lost} points; at least {limit} are '
        "wanted",
        "A harmful or misplaced choice leads off the best line, and what follows makes nearly all of it good "
        "again. The witness is the best line up to it.",
        "One good line should not wipe out a mistake.",
        "Give the moment it leads to `effects` that stay: `effects: {trust: -5, loyalty: -10}`.",
    ),
    Entry(
        "M511",
        "warning",
        "Pressing sells too well",
        '"{found}" sells for {sale}, and its rival "{rival}" for {other}: less than {times} times as much',
        "A choice that serves the customer and one that presses them are on offer in the same moment, or "
        "unlocked by the same flag. The witness is the shortest way to the one that serves.",
        "Those who press would win on sales, and sales are what they look at.",
        "Let what serves sell for three times as much, or what presses for less.",
        "- {say: A nut-free tier?, shows: [up-serve], sale: 18, then: thanks}\n"
        "- {say: A bigger cake?, shows: [up-sell], sale: 15, then: thanks}",
        "- {say: A nut-free tier?, shows: [up-serve], sale: 18, then: thanks}\n"
        "- {say: A bigger cake?, shows: [up-sell], sale: 6, then: thanks}",
    ),
)
