/**
 * Times as people with clocks on their walls see them: pure. Moments are seconds since 1970, as the house writes them.
 * @typedef {import("./meeting.js").Appointment} Appointment
 */

const [MINUTE, DAY] = [60, 86_400];
const WEEK = 7 * DAY;

/** How far a zone's wall is ahead of UTC at a moment, in seconds; null in a zone this device does not know. @param {number} at @param {string} zone */
export function aheadIn(at, zone) {
	try {
		const how = /** @type {const} */ ({ timeZone: zone, hourCycle: "h23", year: "numeric" });
		const parts = new Intl.DateTimeFormat("en-US", {
			...how,
			...{ month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" },
		}).formatToParts(at * 1000);
		const of = (/** @type {string} */ type) => Number(parts.find((part) => part.type === type)?.value);
		const shown = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute")) / 1000;
		return shown - Math.floor(at / MINUTE) * MINUTE;
	} catch {
		return null;
	}
}

/** Does the wall in another zone show another time at this moment? @param {number} at @param {string} one @param {string} other */
export function differ(at, one, other) {
	const [here, there] = [aheadIn(at, one), aheadIn(at, other)];
	return here !== null && there !== null && here !== there;
}

/** The date a wall shows, like "2027-03-28". @param {number} at @param {string} zone */
export function dateIn(at, zone) {
	return new Date((at + (aheadIn(at, zone) ?? 0)) * 1000).toISOString().slice(0, 10);
}

/**
 * The moment at which a wall shows a date and a time; of two the first, of none null.
 * @param {string} date like "2027-03-28" @param {string} time like "16:00" @param {string} zone
 */
export function momentIn(date, time, zone) {
	const shown = Date.parse(`${date}T${time}:00Z`) / 1000;
	if (Number.isNaN(shown)) return null;
	const found = [shown - DAY / 2, shown + DAY / 2]
		.map((near) => shown - (aheadIn(near, zone) ?? 0))
		.filter((at) => at + (aheadIn(at, zone) ?? 0) === shown);
	return found.length === 0 ? null : Math.min(...found);
}

/** @param {readonly number[]} starts in order @param {string} zone @returns {{date: string, starts: number[]}[]} by the days of the wall here */
export function byDay(starts, zone) {
	/** @type {Map<string, number[]>} */
	const days = new Map();
	for (const at of starts) {
		const date = dateIn(at, zone);
		days.set(date, [...(days.get(date) ?? []), at]);
	}
	return [...days].map(([date, found]) => ({ date, starts: found }));
}

/** Is it one both count on, or wait for, and not over? @param {Appointment} one @param {number} now seconds */
export const isComing = ({ state, at, minutes }, now) =>
	["proposed", "agreed"].includes(state) && at + minutes * MINUTE > now;

/** Can it be told what became of it? @param {Appointment} one @param {number} now seconds */
export const isOver = ({ state, at, minutes }, now) =>
	["agreed", "over"].includes(state) &&
	at + minutes * MINUTE <= now &&
	now <= at + minutes * MINUTE + 14 * DAY;

/**
 * What is coming first, the next at the top; then what was, the last at the top.
 * @param {readonly Appointment[]} all @param {number} now seconds
 */
export function inOrder(all, now) {
	const coming = all.filter((one) => isComing(one, now)).sort((a, b) => a.at - b.at);
	const before = all.filter((one) => isOver(one, now)).sort((a, b) => b.at - a.at);
	return { coming, before };
}

/** @param {{ref: string, series: string}} one @param {{ref: string}} card */
export const isNamed = (one, card) => one.ref === card.ref || one.series === card.ref;

/** @typedef {{start: number, zone?: string, every_days?: number, times?: number}} Written a card as it was written */

/**
 * Does the house show a time that somebody wrote last? A series stands at the same time of the wall week by week, so that
 * a summer's hour may lie between: as much as the clocks of its writer, or of another zone that is known, were moved by, and
 * nothing else. Cards of before do not say how often.
 * @param {number} at @param {Written} card @param {readonly string[]} [zones] that others signed, or one's own
 */
export function isWritten(at, { start, zone = "", every_days: every, times }, zones = []) {
	const weeks = weeksIn(at, start);
	const off = at - start - weeks * WEEK;
	if (weeks === 0 || off === 0) return off === 0 && (weeks === 0 || isOneOf(weeks, every, times));
	return isOneOf(weeks, every, times) && [zone, ...zones].some((one) => off === moved(start, at, one));
}

/** Do two times of one series stand in one place of it, or at one moment? @param {Appointment} one @param {readonly Appointment[]} others that are named by the same card @param {Written} card */
export const isTwice = ({ ref, at }, others, { start }) =>
	others.some((other) => other.ref !== ref && weeksIn(other.at, start) === weeksIn(at, start));

/** @param {number} at @param {number} start */
const weeksIn = (at, start) => Math.round((at - start) / WEEK);

/** How much earlier a moment comes for the same time of the wall. @param {number} start @param {number} at @param {string} zone @returns {number | null} */
function moved(start, at, zone) {
	const [before, then] = [aheadIn(start, zone), aheadIn(at, zone)];
	return before === null || then === null ? null : before - then;
}

/** @param {number} weeks after the first @param {number} [every] days @param {number} [times] */
function isOneOf(weeks, every, times) {
	if (every === undefined || times === undefined) return true;
	const place = (weeks * 7) / every;
	return every > 0 && Number.isInteger(place) && place > 0 && place < times;
}

/**
 * One time for the calendar of a device: neutral, private, without a name (RFC 5545).
 * @param {{ref: string, at: number, minutes: number}} one @param {{summary: string, now: number}} how now in seconds
 */
export function asCalendar({ ref, at, minutes }, { summary, now }) {
	const lines = [
		...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//calendar//EN", "BEGIN:VEVENT"],
		`UID:${ref}`,
		`DTSTAMP:${stamp(now)}`,
		`DTSTART:${stamp(at)}`,
		`DTEND:${stamp(at + minutes * MINUTE)}`,
		`SUMMARY:${summary.replaceAll(/([\\;,])/g, "\\$1")}`,
		...["CLASS:PRIVATE", "END:VEVENT", "END:VCALENDAR", ""],
	];
	return lines.join("\r\n");
}

/** @param {number} at */
const stamp = (at) => `${new Date(at * 1000).toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z`;
