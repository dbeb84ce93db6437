/**
 * What stands first on a specialist's page: new hellos, then people who wait for an answer, then the rest. Pure.
 * @template {{state: string, mine: string, askedOn: number, waitingForMe: boolean, last: {ts: number | null} | null}} R
 * @param {readonly R[]} relationships
 * @returns {{hellos: R[], waiting: R[], rest: R[]}}
 */
export function homepage(relationships) {
	const mine = relationships.filter(({ mine }) => mine === "specialist");
	const hellos = mine.filter(({ state }) => state === "asked");
	const going = mine.filter(({ state }) => state === "active" || state === "paused");
	return {
		hellos: hellos.sort((one, other) => one.askedOn - other.askedOn),
		waiting: going.filter(({ waitingForMe }) => waitingForMe).sort(longestFirst),
		rest: going.filter(({ waitingForMe }) => !waitingForMe).sort((one, other) => longestFirst(other, one)),
	};
}

/** @param {{last: {ts: number | null} | null}} one @param {{last: {ts: number | null} | null}} other */
function longestFirst(one, other) {
	return (one.last?.ts ?? 0) - (other.last?.ts ?? 0);
}
