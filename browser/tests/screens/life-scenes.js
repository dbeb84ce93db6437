/** Scenes of two people on their way: resting, how long, goodbyes, ways back, somebody who is not there. */
import { line, lines } from "./fake-people.js";

const day = 20_700;
const life = { pause: null, plan: null, wayBack: null, endedHow: null, blocked: false, isBack: false };
const hello = line(2, "me", "hello. I am not sure how to start.", { kind: "hello" });
const goodbye = (n, from, text) => line(n, from, text, { kind: "goodbye" });

/** @param {{ talking: any, active: any }} views */
export function lifeScenes({ talking, active }) {
	const one = (change) => ({ ...active, ...life, missing: null, keptMonths: 12, ...change });
	/** A screen of the talk, as it stands. */
	const scene = (screen, change = {}, more = {}) => {
		const relationship = one(change);
		return {
			view: { ...talking, relationships: [relationship] },
			place: { screen, id: "c1" },
			conversation: { relationship, ...more },
		};
	};
	const plan = { endsOn: day, by: "you", wish: null, remind: null };
	const begun = { lines: [hello], older: "none" };
	const pause = { by: "them", since: day - 40, until: day, chosen: true, over: null };
	const over = { canWrite: false, whyNot: "ended" };
	const ended = { state: "ended", endedOn: 20_508, endedBy: "them" };
	const letters = {
		lines: [
			...lines(2),
			goodbye(30, "them", "You did the hard part yourself. I will remember the tree."),
			goodbye(31, "me", "Thank you for every Tuesday."),
		],
	};
	return {
		"talk-first-length": scene("talk", {}, begun),
		length: scene("length", { plan: { ...plan, wish: { by: "them", endsOn: day + 84 } } }),
		"talk-plan-due": scene("talk", { plan: { ...plan, remind: 2 } }),
		goodbye: scene("goodbye", { plan }, letters),
		rest: scene("rest"),
		"talk-resting": scene("talk", { state: "paused", pause }, { canWrite: false, whyNot: "paused" }),
		"talk-rest-over": scene("talk", { isBack: true, plan: { ...plan, by: "them" } }, begun),
		gone: scene("gone", { missing: "silent" }),
		"talk-left": scene(
			"talk",
			{ ...ended, wayBack: { mine: false, both: false, until: day } },
			{ ...over, lines: [...lines(3), line(38, "them", "", { kind: "left", ts: null })] },
		),
		"notices-wall": { view: { ...talking, notices: [{ code: "wall-changed" }] } },
		"our-promise": scene("promise"),
		told: scene("told"),
	};
}
