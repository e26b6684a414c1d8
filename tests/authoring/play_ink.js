// Plays a story compiled by inkjs: reads {ink, plays: [[choice indices]]} and prints what each play met.
const fs = require("fs");
const { Compiler, CompilerOptions, Story } = require(require.resolve("inkjs/full", { paths: [process.argv[2]] }));
const given = JSON.parse(fs.readFileSync(process.argv[3], "utf8"));
const told = [];
const options = new CompilerOptions(null, [], false, (message) => told.push(message));
let compiled;
try {
  compiled = new Compiler(given.ink, options).Compile();
} catch (error) {
  console.log(JSON.stringify({ told, error: String(error), plays: [] }));
  process.exit(0);
}
const json = compiled.ToJson();
const plays = given.plays.map((indices) => {
  const story = new Story(json);
  const texts = [story.ContinueMaximally()];
  const offered = [];
  for (const index of indices) {
    offered.push(story.currentChoices.map((choice) => choice.text));
    if (index >= story.currentChoices.length) break;
    story.ChooseChoiceIndex(index);
    texts.push(story.ContinueMaximally());
  }
  offered.push(story.currentChoices.map((choice) => choice.text));
  const values = Object.fromEntries(given.variables.map((name) => [name, story.variablesState[name]]));
  return { offered, values, text: texts.join("") };
});
console.log(JSON.stringify({ told, plays }));
