/** Handing over, in every state; and three people in one talk. */
import { line, lines, relationship } from "./fake-people.js";

const [ben, lea] = [
	{ accountId: "ben", name: "Ben" },
	{ accountId: "lea", name: "Lea" },
];
const going = {
	id: 1,
	kind: "handover",
	by: "you",
	to: lea,
	from: ben,
	askedOn: 20_510,
	until: null,
	reads: false,
};
const others = [ben, lea].map((one) => ({ ...one, reads: true }));
const stretches = [
	{
		epoch: 0,
		from: 20_440,
		until: 20_470,
		count: 42,
		first: "Hello Ben. I read your page twice.",
		handed: false,
	},
	{ epoch: 1, from: 20_470, until: 20_500, count: 1, first: "", handed: false },
	{ epoch: 2, from: 20_500, until: null, count: 12, first: "slept. thank you", handed: false },
];
const asked = [
	{ id: 7, kind: "handover", askedOn: 20_512, until: null, from: "Ben" },
	{ id: 8, kind: "stand-in", askedOn: 20_512, until: 20_530, from: "Marisol" },
];

/** @param {{ talking: any }} views */
export function handScenes({ talking }) {
	const scene = (change, more = {}) => {
		const one = relationship({ state: "active", agreedOn: 20_440, promiseBoth: true, ...change });
		return {
			view: { ...talking, relationships: [one] },
			conversation: { relationship: one, ...more },
			place: { screen: "hand", id: "c1" },
		};
	};
	const three = {
		company: others,
		lines: [
			...lines(3),
			line(30, "them", "", { kind: "turn", turn: { came: ["lea"], went: [] } }),
			line(31, "me", "Hello Lea, I am River."),
			line(32, "me", "", {
				kind: "granted",
				granted: { to: "lea", spans: [{ from: 20_440, until: 20_470 }] },
			}),
			line(33, "them", "Hello River. I read what you gave me.", {
				by: "lea",
				signs: { me: 3, them: 1 },
				signsBy: [{ by: "ben", r: 1 }],
			}),
			line(34, "them", "Good to have you here, Lea.", { by: "ben", re: "m33" }),
		],
	};
	const together = { handover: { ...going, state: "together", reads: true } };
	const staying = { handover: { ...together.handover, until: 20_530 } };
	const stayed = { handover: { ...together.handover, until: 20_400 } };
	return {
		"hand-ask": scene({ handover: null }),
		"hand-suggested": scene({
			handover: { ...going, kind: "stand-in", state: "suggested", by: "them", until: 20_530 },
		}),
		"hand-asked": scene({ handover: { ...going, state: "asked" } }),
		"hand-compose": scene({ handover: { ...going, state: "agreed" } }),
		"hand-together": scene(together, three),
		"hand-stays": scene(staying, three),
		"hand-stayed": scene(stayed, three),
		"hand-three": { ...scene(staying, three), place: { screen: "talk", id: "c1" } },
	};
}

/** @param {string} deed */
export async function handed(deed) {
	if (deed === "people") return [ben, lea, { accountId: "sam", name: "Sam" }];
	if (deed === "coming") return lea;
	if (deed === "stretches") return stretches;
	return deed === "asked" ? asked : undefined;
}
