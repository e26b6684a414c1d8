"""Findings about texts: explanations, lengths, look, characters, how hard they are to read."""

from __future__ import annotations

from game.scenario.catalogue.entry import Entry

TEXTS: tuple[Entry, ...] = (
    Entry(
        "M701",
        "warning",
        "A choice without an explanation",
        'the choice "{found}" has neither "why" nor a behaviour whose lesson could stand for it',
        (
            "After the play, and in practice at once, each choice is explained: by its own `why`, or by "
            "the lesson of a behaviour it shows. This one has neither."
        ),
        "A player who lost points here would not learn why.",
        "Give the choice a `why`, or let it show a behaviour: the playbook's lesson explains it.",
        ("      - say: I'm on it.\n        then: thanks"),
        ("      - say: I'm on it.\n        shows: [take-ownership]\n        then: thanks"),
    ),
    Entry(
        "M702",
        "warning",
        "Curly quotes around a text",
        "the text stands in curly quotes, which the player will see",
        (
            "Only straight quotes are quotes to YAML. Curly ones around a whole text become part of it, "
            "and the game shows speech in a bubble, without quotes."
        ),
        "The player sees quotes around this one text and wonders what they mean.",
        "Delete the curly quotes, or type straight ones.",
        "    says: “Where is it?”",
        "    says: Where is it?",
    ),
    Entry(
        "M703",
        "warning",
        "A choice too long for its card",
        "the choice has {count} characters; more than {limit} do not fit its card",
        (
            "Choices are read side by side, often against a clock. One that runs over three lines makes "
            "the others look like an afterthought."
        ),
        "Players skip the end of long choices, or take the longest for the right one.",
        (
            "Say one thing in each choice. What follows from it can be said in the reply or in the next "
            "moment."
        ),
        (
            "      - say: I can see how much this matters to you and I would like to begin by telling "
            "you what happened, then look up what is in the house and after that call you.\n"
            "        then: thanks"
        ),
        (
            "      - say: I can see how much this matters. Let me tell you what happened first.\n"
            "        then: thanks"
        ),
    ),
    Entry(
        "M704",
        "warning",
        "A speech too long to be heard out",
        "this is {count} words in one go; more than {limit} are not read",
        (
            "What is said fits a bubble. People in a hurry speak in short turns, and players read the "
            "first lines."
        ),
        "What the player needs in order to choose well may stand in the part that nobody reads.",
        (
            "Cut it to what the customer would really say, tell part of it in `narrates`, or divide it "
            "into two lines or moments."
        ),
        (
            "    says: I came in on Monday and they told me Tuesday, and on Tuesday there was a young "
            "man who had never heard of me, and he wrote it all down again and said he would call, and "
            "nobody called, so here I am on Wednesday, and I would like to know where it is."
        ),
        (
            "    says: On Monday they said Tuesday. On Tuesday nobody had heard of me. It's Wednesday. "
            "Where is it?"
        ),
    ),
    Entry(
        "M705",
        "warning",
        "Choices that differ in politeness alone",
        "this choice says the same as the one in line {line}, but for polite words",
        (
            "Take words like please and sorry away, and the two are the same sentence. Service is judged "
            "by what is done for a customer, and both do the same."
        ),
        "The player learns that courtesy words are the answer.",
        (
            "Let the choices do different things: hear the person, solve the problem, refer to a rule, "
            "ask a question."
        ),
        (
            "      - say: I'll look for it.\n"
            "        then: thanks\n"
            "      - say: I'm so sorry, I'll look for it, please.\n"
            "        then: thanks"
        ),
        (
            "      - say: I'll look for it.\n"
            "        then: thanks\n"
            "      - say: You were promised it today. I'd be cross too.\n"
            "        then: thanks"
        ),
    ),
    Entry(
        "M706",
        "warning",
        "Emphasis that is not closed",
        'an underscore stands alone in "{found}"',
        (
            "A word is _emphasised_ between two underscores, one before and one after it, without spaces "
            "inside. One alone is shown as an underscore."
        ),
        "The player sees a stray underscore, and the stress that the sentence needed is lost.",
        "Write the second underscore right after the last word to be stressed, or delete the first.",
        "    says: I asked for _today, not tomorrow.",
        "    says: I asked for _today_, not tomorrow.",
    ),
    Entry(
        "M707",
        "warning",
        "A character the typeface cannot draw",
        "the character {found} is not in the typeface {typeface}",
        (
            "The shipped typeface draws the letters of the languages of Europe that are written in Latin "
            "letters, and common signs. It has no emoji, arrows or other scripts."
        ),
        "The player sees an empty box.",
        "Write it in words. What a face shows is told by `mood`.",
        "    says: It's gone 😢",
        ("    says: It's gone.\n    mood: upset"),
    ),
    Entry(
        "M708",
        "warning",
        "A moment that is hard to read",
        'the moment "{found}" reads at grade {grade}, above {limit}',
        (
            "The grade is the one of Flesch and Kincaid: it rises with the words in a sentence and the "
            "syllables in a word. It is for English texts of 30 words or more."
        ),
        (
            "Under a clock, and in a second language, long sentences cost the time that was meant for "
            "thinking. The level then tests reading, not service."
        ),
        ("Make two sentences of one. Take the short word: use, not utilise. Let people talk as they talk."),
        (
            "    says: Notwithstanding the representations communicated previously regarding the "
            "anticipated availability of the merchandise, circumstances necessitating considerable "
            "reconsideration have subsequently materialised, unfortunately precluding immediate "
            "fulfilment. Appropriate alternatives remain available notwithstanding administrative "
            "limitations."
        ),
        (
            "    says: I know we told you it would be here today. It isn't, and I'm not going to "
            "pretend. I do have two things that might help, and I'd like to show you both."
        ),
    ),
    Entry(
        "M709",
        "warning",
        "Marks of another format",
        '"{found}" is shown as it stands: only _emphasis_ is known',
        (
            "Texts know one mark, the underscore around words that are stressed. Asterisks, HTML and "
            "links are shown letter by letter."
        ),
        "The player sees the marks.",
        "Write _so_ for stress, and leave other marks away.",
        "    says: I asked for **today**.",
        "    says: I asked for _today_.",
    ),
)
