/** Words of danger in what one writes: the switch, and the line under the box of a client and of a specialist. */
import { line } from "./fake-people.js";

const DRAFT = "I said I was fine. I don't want to be here anymore.";
const lines = [line(41, "them", "How was the weekend?")];
const plan = [{ k: 2, b: "Ring my sister", n: "" }];

/** What the part answers; `this` is the room. */
export async function hinting(deed, given) {
	if (deed === "look") return given === DRAFT ? ["I don't want to be here anymore"] : [];
	this.view = { ...this.view, hints: given };
	this.dispatchEvent(new Event("change"));
	return undefined;
}

/** @param {{talking: any, homely: any, fromAda: any}} given */
export function hintScenes({ talking, homely, fromAda }) {
	const on = { ...talking, hints: true };
	const mine = { name: "Ben", lines, older: "none", reply: null, draft: DRAFT };
	const ben = fromAda({ id: "1", state: "active", conv: "c1", agreedOn: 20_505, promiseBoth: true });
	const place = { screen: "talk", id: "c1" };
	return {
		hints: { view: talking, place: { screen: "hints" } },
		"hints-on": { view: on, place: { screen: "hints" } },
		"hints-not-here": {
			view: { ...talking, config: { ...talking.config, hints: false } },
			place: { screen: "hints" },
		},
		"talk-hint": { view: { ...on, parts: { path: { plan } } }, place, conversation: mine },
		"talk-hint-specialist": {
			view: { ...homely, hints: true, relationships: [ben] },
			place,
			conversation: { ...mine, relationship: ben, name: "River" },
		},
	};
}
