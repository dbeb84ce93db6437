/** How we treat each other: before a yes, after one, changed since, not here yet; asked for at home, and where those look who only supervise or read concerns; and with a hello. */

const [SUPERVISOR, OFFICER] = [3, 5];

export const rules = {
	...{ version: 2, written_on: 20_500, yes: null, asks: true },
	lines: [
		"We talk here. Nobody asks for a private number, an address or an account elsewhere.",
		"No romance and no sex between us. Not now, and not right after.",
		"No money, no loans and no paid work between us. A card or a drawing is fine.",
		"Each of us may say stop at any time, and need not say why.",
	],
};

/** @param {{talking: any, inside: any}} given */
export function houseScenes({ talking, inside }) {
	const scene = (houseRules, screen = "house-rules") => ({
		view: { ...talking, parts: { houseRules } },
		place: { screen },
	});
	/** Who has neither people nor a home here: a supervisor, an officer. */
	const only = (screen, role, parts) => ({
		view: {
			...{ ...inside, step: "supervising", parts: { houseRules: rules, ...parts } },
			me: { ...inside.me, roles: [role], isOfficer: role === OFFICER, onlySupervises: true },
		},
		place: { screen },
	});
	return {
		"house-rules": scene(rules),
		"house-rules-said": scene({ ...rules, yes: 2, asks: false }),
		"house-rules-changed": scene({ ...rules, yes: 1 }),
		"house-rules-coming": { view: talking, place: { screen: "house-rules" } },
		"mine-house-rules": scene({ ...rules, yes: 1 }, "mine"),
		"concerns-house-rules": only("concerns", OFFICER, { concerning: { mine: [], waiting: [] } }),
		"told-house-rules": only("told", SUPERVISOR, {}),
		"hello-house-rules": {
			view: { ...inside, parts: { houseRules: rules } },
			place: { screen: "hello", id: "ben" },
		},
	};
}
