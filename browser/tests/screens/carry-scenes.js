/** Scenes of what a specialist can carry, and of a break as their people read it. */
import { lines } from "./fake-people.js";

const day = 20_530;
const weights = new Map([
	["1", 2],
	["2", 4],
	["3", 1],
]);
const base = { notNow: ["grief", "prison"], taken: 4, cap: 12, weights, away: null };
const away = { from: day, back: day + 14, cover: "Lea" };

/** @param {{ talking: any, active: any, homely: any }} views */
export function carryScenes({ talking, active, homely }) {
	const carrying = (change) => ({
		view: { ...homely, parts: { carrying: { ...base, ...change } } },
		place: { screen: "carrying" },
	});
	const talk = (change, more = {}) => {
		const relationship = { ...active, missing: null, pause: null, plan: null, ...change };
		return {
			view: { ...talking, relationships: [relationship] },
			place: { screen: "talk", id: "c1" },
			conversation: { relationship, lines: [...lines(2)], ...more },
		};
	};
	const pause = { by: "them", since: day, until: day + 14, chosen: true, over: null };
	const looks = [
		{ docId: "d1", id: "a", day: 20_514, a: [1, 2, 3, 0, 2], b: "Two hard talks. The walk did me good." },
		{ docId: "d1", id: "b", day: 20_507, a: [1, 1, 1, 1, 1], b: "" },
	];
	const wellbeing = (own) => ({
		view: { ...homely, parts: { wellbeing: { isLooked: true, looks: own } } },
		place: { screen: "wellbeing" },
	});
	const both = { ...homely, me: { ...homely.me, roles: [2, 3] } };
	return {
		"home-supervises": { view: both },
		"told-supervises-too": { view: both, place: { screen: "told" } },
		wellbeing: wellbeing(looks),
		"wellbeing-first": wellbeing([]),
		carrying: carrying({}),
		"carrying-planned": carrying({ away: { fromOn: day, backOn: day + 14, cover: "lea" }, notNow: [] }),
		"carrying-away": carrying({ away: { fromOn: 20_500, backOn: day, cover: null }, weights: new Map() }),
		"talk-break-comes": talk({ away }),
		"talk-break-now": talk(
			{ state: "paused", pause, away: { ...away, cover: null } },
			{ canWrite: false, whyNot: "paused" },
		),
	};
}
