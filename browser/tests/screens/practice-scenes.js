/** The practice room of a specialist: two made-up people of its own, for the screens are shown without files. */
const examples = [
	{ reply: "Lights off outside, and all that noise inside.", does: ["R", "IP"] },
	{ reply: "What is the worst hour of it?", does: ["QO", "EX"] },
];
const next = { listened: "end", questioned: "end", advised: "end" };
const marek = {
	...{ id: "marek", name: "Marek", mood: "ordinary", topics: ["work"], begins: "start" },
	about: "Marek is 52 and drives the night bus. Eight months without a drink.",
	beats: {
		start: { says: ["Break is twenty minutes.", "Tonight it is loud in my head again."], next, examples },
		end: { says: ["The engine is on. I drive."], ends: "opened", after: "He said what he came for." },
	},
};
const imran = {
	...{ id: "imran", name: "Imran", mood: "night", topics: ["crisis"], begins: "start" },
	about: "Imran is 33 and writes code for a living. He writes at a quarter to three.",
	beats: {
		start: { says: ["i don't want to be here any more"], next, examples, help: true },
		end: { says: ["i rang them"], ends: "opened", after: "Somebody stayed.", help: true },
	},
};
const answers = [
	{ text: "A week of looking at the phone.", right: true, why: "It says back the wait." },
	{ text: "Just call her again.", right: false, why: "They did not ask what to do." },
];
const words = {
	read: ["To listen is to do something.", "Silence listens as well."],
	try: { says: "I cried in the taxi.", ask: "Write one or two lines back.", look: ["Is the taxi in it?"] },
	check: [{ question: "Which reply listens?", answers }],
};
const units = [1, 2, 3, 4, 5].map((number) => ({ id: `unit-${number}`, number, en: words }));
const parts = {
	practising: { people: [marek, imran], units },
	training: { isLooked: true, done: [{ u: 2, day: 20_500 }] },
};

/** @param {any} homely the view of a specialist at home */
export const practiceScenes = (homely) => ({
	practice: { view: { ...homely, parts }, place: { screen: "practice" } },
	"practice-coming": { view: homely, place: { screen: "practice" } },
	"practice-talk": { view: { ...homely, parts }, place: { screen: "practice-talk", id: "marek" } },
	"practice-night": { view: { ...homely, parts }, place: { screen: "practice-talk", id: "imran" } },
	"practice-gone": { view: homely, place: { screen: "practice-talk", id: "marek" } },
	"practice-unit": { view: { ...homely, parts }, place: { screen: "practice-unit", id: "unit-1" } },
	"practice-unit-done": { view: { ...homely, parts }, place: { screen: "practice-unit", id: "unit-2" } },
	"practice-story": { view: { ...homely, parts }, place: { screen: "practice-story" } },
});
