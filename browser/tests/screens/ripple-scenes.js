/** Passing it on: before it may begin, with steps asked for and taken, on a bad day, and as a specialist. */
import { relationship } from "./fake-people.js";

const mine = {
	counted: false,
	generation: 0,
	mayBeginOn: 20_000,
	next: 1,
	steps: [],
	asked: [],
	invitations: [],
};
const step = (role, id, quarter = null) => ({ role, id, quarter });

/** @param {any} talking the view of a client who talks with somebody */
export function rippleScenes(talking) {
	const own = String(talking.relationships[0].id);
	const scene = (ripple, parts = {}) => ({
		view: { ...talking, badDay: parts.path?.badDay ?? false, parts: { ripple, ...parts } },
		place: { screen: "ripple" },
	});
	return {
		ripple: scene(mine),
		"ripple-too-soon": scene({ ...mine, mayBeginOn: 2_000_000 }),
		"ripple-bad-day": scene(mine, { path: { badDay: true, plan: [], talks: [] } }),
		"ripple-day-unknown": {
			view: { ...talking, badDay: null, parts: { ripple: mine } },
			place: { screen: "ripple" },
		},
		"ripple-asked": scene({ ...mine, steps: [step(1, own)], next: 2 }),
		"ripple-taken": scene({
			...{ ...mine, counted: true, next: 3 },
			steps: [step(1, null, 226), step(2, null, 227)],
		}),
		"ripple-all-taken": {
			view: {
				...talking,
				config: { ...talking.config, circles: false },
				parts: { ripple: { ...mine, next: null, steps: [1, 2, 3].map((role) => step(role, null, 226)) } },
			},
			place: { screen: "ripple" },
		},
		"ripple-invitations": scene({
			...mine,
			invitations: [
				{ number: 1, ends: 21_000, code: null },
				{ number: 2, ends: 21_001, code: "AAECAwQFBgcICQoLDA0ODw" },
			],
		}),
		"ripple-three-open": scene({
			...mine,
			invitations: [1, 2, 3].map((number) => ({ number, ends: 21_000, code: null })),
		}),
		around: {
			view: {
				...talking,
				relationships: [
					...talking.relationships,
					...["Cem", "Dora"].map((name, at) => ({
						...relationship({ id: `5${at}`, mine: "client", state: "ended" }),
						other: { accountId: name, name, person: null, standsBehindUntil: null, lock: "same" },
					})),
				],
			},
			place: { screen: "around" },
		},
		"around-none": { view: { ...talking, relationships: [] }, place: { screen: "around" } },
		"ripple-coming": { view: talking, place: { screen: "ripple" } },
	};
}

/** @param {any} homely the view of a specialist at home */
export function askedForSteps(homely) {
	const river = relationship({
		...{ id: "41", mine: "specialist", state: "active", conv: "c1" },
		other: { accountId: "ada", name: "River", person: null, standsBehindUntil: null, lock: "same" },
	});
	const works = (ripple) => ({
		view: { ...homely, relationships: [river], parts: { ripple } },
		place: { screen: "ripple" },
	});
	return {
		"ripple-asks-me": works({ ...mine, asked: [step(1, "41"), step(3, "41")] }),
		"around-many": {
			view: {
				...homely,
				relationships: Array.from({ length: 30 }, (_, at) => ({
					...river,
					...{ id: `6${at}`, state: at < 9 ? "active" : "ended" },
					other: { ...river.other, accountId: `a${at}`, name: `River ${at + 1}` },
				})),
			},
			place: { screen: "around" },
		},
		"ripple-nobody-asks": works({ ...mine, counted: true, generation: 2 }),
	};
}
