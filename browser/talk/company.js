/**
 * Who reads a talk beside oneself: what three people need to know of each other.
 * @typedef {import("./known.js").Known} Known
 * @typedef {Readonly<{accountId: string, name: string | null, reads: boolean}>} Companion
 */

const DAY = 86_400_000;

/** Everybody else who reads now. @param {Readonly<Known>} known */
export const readersNow = ({ readers }) => readers.filter(({ reads }) => reads);

/** For whom one writes: before anything was heard, for the one it was begun with, or all in a circle. @param {Readonly<Known>} known @param {any} relationship while nothing was heard */
export const readersFor = (known, relationship) =>
	relationship === null
		? readersNow(known)
		: [...(relationship.people ?? [relationship.other])].map((one) => ({
				account_id: one?.account_id,
				name: null,
				reads: true,
			}));

/** As screens see them. @param {Readonly<Known>} known @returns {readonly Companion[]} */
export const companyOf = ({ readers }) =>
	Object.freeze(
		readers.map(({ account_id, name, reads }) => Object.freeze({ accountId: account_id, name, reads })),
	);

/** What makes a talk be asked for anew: what may be read or written has changed. @param {any} relationship */
export const standingOf = ({ state, handover }) =>
	[state, handover?.state ?? "", handover?.reads ?? false].join(" ");

/** Where somebody came or went stands between the lines. @param {import("./lines.js").Lines} lines @param {readonly import("./known.js").Turn[]} [turns] */
export function turnsPut(lines, turns = []) {
	for (const { n, day, came, went } of turns) {
		if (lines.has(n)) continue;
		const turn = Object.freeze({ came, went });
		lines.put({ n, id: null, from: "them", t: "turn", text: "", ts: day * DAY + DAY / 2, turn });
	}
}

/**
 * What is on its way between the three, as screens see it.
 * @param {import("./relationships.js").Relation} relation
 */
export function handoverView({ came, handover, mine }) {
	const notYet = mine === "specialist" && came !== undefined && handover?.state === "agreed";
	if (handover === undefined) return { came: came ?? null, handover: null, notYet, leaving: null };
	const { id, kind, state, by, to, from, asked_on, until_on, reads } = handover;
	const who = (/** @type {any} */ row) =>
		Object.freeze({ accountId: row.account_id, name: row.display_name });
	return {
		...{ came: came ?? null, notYet, leaving: mine === "client" ? (handover.let_go ?? null) : null },
		handover: Object.freeze({
			...{ id, kind, state, by, to: who(to), from: who(from) },
			...{ askedOn: asked_on, until: until_on ?? null, reads },
		}),
	};
}
