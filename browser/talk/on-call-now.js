/**
 * Who is on call at a moment, by the week the programme set. Pure.
 * @typedef {{account_id: string, name: string, day: number, starts: number, ends: number, mine: boolean}} Shift day 1 is Monday; minutes of the day
 * @typedef {{zone: string, phone: string, expect: string, outside: string, shifts: readonly Shift[]}} OnCall
 * @typedef {{accountId: string, name: string, until: number}} On
 */

import { isOutside, lookAgain } from "./hours.js";

const EACH_DAY = [0, 1, 2, 3, 4, 5, 6];
const WHOLE_DAY = 1440;

/**
 * In a zone this device does not know nobody is said to be on call.
 * @param {OnCall} week @param {number} now
 * @returns {{on: readonly On[], next: number | null}} each once, with the latest end; `next` is when somebody is again, where nobody is now
 */
export function onCallAt({ zone, shifts }, now) {
	/** @type {Map<string, On>} */
	const on = new Map();
	const coming = [];
	for (const shift of shifts) {
		const hours = hoursOf(shift, zone);
		const again = lookAgain(hours, now);
		if (again === null) continue;
		if (isOutside(hours, now)) {
			coming.push(again);
			continue;
		}
		const { account_id: accountId, name } = shift;
		const until = Math.max(on.get(accountId)?.until ?? 0, endOf(shift, zone, now));
		on.set(accountId, Object.freeze({ accountId, name, until }));
	}
	return { on: [...on.values()], next: coming.length === 0 ? null : Math.min(...coming) };
}

/** @param {Shift} shift @param {string} tz */
const hoursOf = ({ day, starts, ends }, tz) => ({ days: [day - 1], from: starts, to: ends, tz, within: 0 });

/** The next moment at which a clock there shows the end. @param {Shift} shift @param {string} tz @param {number} now */
function endOf({ ends }, tz, now) {
	const minute = { days: EACH_DAY, from: ends, to: (ends + 1) % WHOLE_DAY, tz, within: 0 };
	return lookAgain(minute, now) ?? now;
}
