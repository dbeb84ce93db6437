/**
 * When a specialist usually answers: pure, in their time zone.
 * @typedef {{days: number[], from: number, to: number, tz: string, within: number}} ReplyHours minutes of the day; days 0 = Monday
 * @typedef {{id: string, params: {days: number[], from: string, to: string, within: number, zone: string, sameZone: boolean}, outside: boolean}} Reply
 */

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const WHOLE_DAY = 1440;

/**
 * What to say about someone's hours, as words ids and parameters.
 * @param {ReplyHours} hours
 * @param {{now: number, zone: string}} here
 * @returns {Reply}
 */
export function replyLine(hours, { now, zone }) {
	return {
		id: `reply.${daysName(hours.days)}`,
		params: {
			days: [...hours.days],
			from: asTime(hours.from),
			to: asTime(hours.to),
			within: hours.within,
			zone: hours.tz,
			sameZone: sameZone(hours.tz, zone, now),
		},
		outside: isOutside(hours, now),
	};
}

/**
 * Is it outside their hours now? A zone this device does not know counts as inside.
 * @param {ReplyHours} hours
 * @param {number} now
 */
export function isOutside(hours, now) {
	const there = timeThere(now, hours.tz);
	if (there === null) return false;
	return !isWithin(hours, there);
}

/**
 * @param {ReplyHours} hours
 * @param {{day: number, minute: number}} there
 */
function isWithin({ days, from, to }, { day, minute }) {
	if (from === to) return days.includes(day);
	if (from < to) return days.includes(day) && minute >= from && minute < to;
	const dayBefore = (day + 6) % 7;
	return (days.includes(day) && minute >= from) || (days.includes(dayBefore) && minute < to);
}

/**
 * @param {number} now
 * @param {string} zone
 * @returns {{day: number, minute: number} | null}
 */
function timeThere(now, zone) {
	const format = formatFor(zone);
	if (format === null) return null;
	const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
	const minute = Number(parts.get("hour")) * 60 + Number(parts.get("minute"));
	return { day: DAYS.indexOf(parts.get("weekday") ?? ""), minute };
}

/** @param {string} zone */
function formatFor(zone) {
	try {
		const options = /** @type {const} */ ({
			timeZone: zone,
			weekday: "short",
			hour: "2-digit",
			minute: "2-digit",
			hourCycle: "h23",
		});
		return new Intl.DateTimeFormat("en-US", options);
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

/**
 * @param {string} theirs
 * @param {string} ours
 * @param {number} now
 */
function sameZone(theirs, ours, now) {
	if (theirs === ours) return true;
	const there = timeThere(now, theirs);
	const here = timeThere(now, ours);
	return there !== null && here !== null && there.day === here.day && there.minute === here.minute;
}

/** @param {number[]} days */
function daysName(days) {
	const key = days.join("");
	if (key === "0123456") return "every-day";
	if (key === "01234") return "weekdays";
	return key === "56" ? "weekend" : "days";
}

/** @param {number} minutes */
function asTime(minutes) {
	const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
	return `${two(Math.floor((minutes % WHOLE_DAY) / 60))}:${two(minutes % 60)}`;
}
