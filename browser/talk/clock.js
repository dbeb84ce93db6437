/**
 * @typedef {object} Clock
 * @property {() => number} now milliseconds since 1970
 * @property {(milliseconds: number, deed: () => void) => () => void} after does the deed later, once; answers with a way to call it off
 */

const DAY = 86_400_000;

/**
 * The only place in the room that asks what time it is. Tests hand in another.
 * @type {Clock}
 */
export const deviceClock = {
	now: () => Date.now(),
	after(milliseconds, deed) {
		const timer = setTimeout(deed, milliseconds);
		return () => clearTimeout(timer);
	},
};

/**
 * Whole days since 1970-01-01 UTC.
 * @param {Clock} clock
 */
export function today(clock) {
	return Math.floor(clock.now() / DAY);
}

/**
 * The date of a moment where this device is, as "2025-06-01".
 * @param {number} moment
 */
export function dateHere(moment) {
	const date = new Date(moment);
	const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The time of day of a moment where this device is, as "14:03". @param {number} moment */
export function timeHere(moment) {
	return new Date(moment).toTimeString().slice(0, 5);
}

/** The zone this device is in, as an IANA name. */
export function zoneHere() {
	return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
