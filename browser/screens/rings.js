/** Who stands around somebody: whom a device knows of, and where each is drawn. Pure; nothing here is sent or kept. */

/**
 * @typedef {import("./seen.d.ts").Relationship} Relationship
 * @typedef {Readonly<{one: Relationship, isNow: boolean}>} Near
 * @typedef {Readonly<{x: number, y: number}>} Spot
 */

/** The picture is so wide and high; each ring has room for so many. */
export const wide = 360;
export const rings = Object.freeze([
	Object.freeze({ radius: 82, room: 14 }),
	Object.freeze({ radius: 146, room: 26 }),
]);
const going = new Set(["active", "paused"]);

/**
 * Each person once, those of now first: who walks with me, and whom I walk with.
 * @param {readonly Relationship[]} relationships
 * @returns {readonly (readonly Near[])[]} a list for each ring
 */
export function aroundMe(relationships) {
	const known = relationships.filter(({ state }) => going.has(state) || state === "ended");
	return ["client", "specialist"].map((mine) => {
		const of = known.filter((one) => one.mine === mine).map((one) => ({ one, isNow: going.has(one.state) }));
		of.sort((a, b) => Number(b.isNow) - Number(a.isNow));
		return of.filter(
			({ one }, at) => of.findIndex(({ one: { other } }) => other.accountId === one.other.accountId) === at,
		);
	});
}

/**
 * So many dots on a ring, as far from each other as they can be; the first stands above.
 * @param {number} many @param {number} radius @returns {readonly Spot[]}
 */
export function spots(many, radius) {
	return Array.from({ length: many }, (_, at) => {
		const turn = (2 * Math.PI * at) / many - Math.PI / 2;
		return { x: round(wide / 2 + radius * Math.cos(turn)), y: round(wide / 2 + radius * Math.sin(turn)) };
	});
}

/** @param {number} at */
const round = (at) => Math.round(at * 10) / 10;
