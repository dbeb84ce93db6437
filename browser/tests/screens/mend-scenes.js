/** Scenes of something that did not sit right: said, due, late, replied to, closed, and kept for oneself. */
import { line, lines } from "./fake-people.js";

const day = 20_508;
const ts = day * 86_400_000 + 36_000_000;
const hurt = "Pull yourself together, it was only a week.";
const said = "When you wrote that, I felt small. I had hoped you would ask how I was.";
const mend = (change) => ({
	...{ of: "one", n: 30, msg: "m30", from: "me", by: "ada", about: 1, re: "m29", text: said, ts },
	...{ replies: [], closed: null, ...change },
});
const reply = {
	from: "them",
	by: "ben",
	ts: ts + 7_200_000,
	text: "Thank you for telling me. I am sorry. I did not ask.",
};
const step = (n, from, number, text, how = 0) => ({
	...line(n, from, text, { kind: "mend" }),
	mend: { step: number, about: number === 1 ? 1 : 0, how, of: "one" },
});
const row = (change) => ({
	ref: "one",
	mine: true,
	dueOn: day + 5,
	answered: false,
	late: false,
	tellsDesk: false,
	...change,
});

/** @param {{ talking: any, homely: any, fromAda: any, inside: any }} views */
export function mendScenes({ talking, homely, fromAda, inside }) {
	const around = [...lines(3), line(29, "them", hurt)];
	const scene = (screen, mends, rows, more = {}, place = {}) => ({
		view: { ...talking, parts: { mending: { c1: rows } } },
		place: { screen, id: "c1", ...place },
		conversation: { lines: around, mends, ...more },
	});
	const river = { relationship: fromAda({ id: "3", state: "active", conv: "c3" }), name: "River" };
	const theirs = mend({ from: "them", by: "river" });
	return {
		"not-right": scene("not-right", [], []),
		"not-right-line": scene("not-right", [], [], {}, { line: around.at(-1).id }),
		"not-right-due": scene("not-right", [mend({})], [row({})]),
		"not-right-further": scene("not-right", [], [row({})], { older: "held" }),
		"not-right-late": scene("not-right", [mend({})], [row({ late: true, dueOn: day - 1, tellsDesk: true })]),
		"not-right-replied": scene("not-right", [mend({ replies: [reply] })], [row({ answered: true })]),
		"not-right-closed": scene(
			"not-right",
			[mend({ replies: [reply], closed: { how: 1, text: "Thank you. That helped.", ts: ts + 9_000_000 } })],
			[],
		),
		"not-right-theirs": {
			view: { ...homely, parts: { mending: { c3: [row({ mine: false, tellsDesk: null })] } } },
			place: { screen: "not-right", id: "c3" },
			conversation: { ...river, lines: around, mends: [theirs] },
		},
		"talk-mend": scene("talk", [mend({ replies: [reply] })], [row({ answered: true })], {
			lines: [...around, step(30, "me", 1, said), step(31, "them", 2, reply.text)],
		}),
		"talk-mend-late": {
			view: { ...homely, parts: { mending: { c3: [row({ mine: false, late: true, dueOn: day - 1 })] } } },
			place: { screen: "talk", id: "c3" },
			conversation: { ...river, lines: [...around, step(30, "them", 1, said)], mends: [theirs] },
		},
		"notebook-unsaid": {
			view: {
				...inside,
				notebook: {
					...{ state: "open", pages: [], kept: [], troubles: [] },
					unsaid: [
						{
							...{ docId: "u1", ver: 1, kind: "unsaid", about: 1, name: "Ben", line: hurt, day },
							text: said,
						},
						{
							...{ docId: "u2", ver: 1, kind: "unsaid", about: 4, name: "", line: "", day },
							text: "Tuesdays.",
						},
					],
				},
			},
			place: { screen: "notebook" },
		},
	};
}
