/**
 * When a specialist usually answers: pure, in their time zone.
 * @typedef {{days: number[], from: number, to: number, tz: string, within: number}} ReplyHours minutes of the day; days 0 = Monday
 * @typedef {{id: string, params: {days: number[], from: string, to: string, within: number, zone: string, sameZone: boolean}, outside: boolean, again: number | null}} Reply again: a moment
 */

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const WHOLE_DAY = 1440;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = WHOLE_DAY * MINUTE;
/** So long somebody counts as there after a line of theirs. */
const JUST_NOW = 15 * MINUTE;
/** 1970-01-01 was a Thursday. */
const FIRST_DAY = DAYS.indexOf("Thu");

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
		again: lookAgain(hours, now),
	};
}

/**
 * From when on it is worth looking for an answer to what is written now: when they are back, or once the
 * time they usually take is over. null in a zone this device does not know.
 * @param {ReplyHours} hours
 * @param {number} now
 * @returns {number | null}
 */
export function lookAgain(hours, now) {
	if (localTime(now, hours.tz) === null) return null;
	if (isOutside(hours, now)) return nextOpening(hours, now);
	return whenThere(hours, Math.ceil((now + hours.within * HOUR) / HOUR) * HOUR);
}

/**
 * Until when an answer to something written at a moment keeps what the reply line says.
 * @param {ReplyHours} hours
 * @param {number} written
 */
export function answerDue(hours, written) {
	return whenThere(hours, whenThere(hours, written) + hours.within * HOUR);
}

/**
 * A moment, or the next one at which they are there.
 * @param {ReplyHours} hours
 * @param {number} moment
 */
function whenThere(hours, moment) {
	return isOutside(hours, moment) ? (nextOpening(hours, moment) ?? moment) : moment;
}

/**
 * The next moment at which their hours begin; null if they have none.
 * @param {ReplyHours} hours
 * @param {number} after
 */
function nextOpening({ days, from, to, tz }, after) {
	const today = Math.floor((localTime(after, tz) ?? after) / DAY);
	for (let day = today; day <= today + DAYS.length; day += 1) {
		const opens = momentOf(day * DAY + (from === to ? 0 : from) * MINUTE, tz);
		if (opens > after && days.includes(weekdayOf(day))) return opens;
	}
	return null;
}

/**
 * Whoever wrote a moment ago is there, whatever their hours say.
 * @param {readonly {from: string, ts: number | null}[]} lines @param {number} now
 */
export function wroteJustNow(lines, now) {
	const theirs = lines.findLast(({ from, ts }) => from === "them" && ts !== null);
	return now - (theirs?.ts ?? 0) < JUST_NOW;
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
	const local = localTime(now, zone);
	if (local === null) return null;
	const day = Math.floor(local / DAY);
	return { day: weekdayOf(day), minute: Math.floor((local - day * DAY) / MINUTE) };
}

/** @param {number} day whole days since 1970-01-01 */
function weekdayOf(day) {
	return (((day + FIRST_DAY) % DAYS.length) + DAYS.length) % DAYS.length;
}

/**
 * What a clock in a zone shows, as if it hung in Greenwich; null for a zone this device does not know.
 * @param {number} moment
 * @param {string} zone
 */
function localTime(moment, zone) {
	const format = formatFor(zone);
	if (format === null) return null;
	const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
	const part = (/** @type {Intl.DateTimeFormatPartTypes} */ type) => parts.get(type) ?? 0;
	return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
}

/**
 * The moment at which a clock in a zone shows this; where clocks leap over it, as much after the leap.
 * @param {number} local
 * @param {string} zone
 */
function momentOf(local, zone) {
	const [before, after] = [local - DAY, local + DAY].map(
		(near) => local - ((localTime(near, zone) ?? near) - near),
	);
	const shows = (/** @type {number} */ moment) => localTime(moment, zone) === local;
	const [first = local, second = local] = [before, after];
	return shows(first) || !shows(second) ? first : second;
}

/** @type {Map<string, Intl.DateTimeFormat | null>} */
const formats = new Map();

/** @param {string} zone */
function formatFor(zone) {
	const known = formats.get(zone);
	if (known !== undefined) return known;
	const made = newFormat(zone);
	formats.set(zone, made);
	return made;
}

/** @param {string} zone */
function newFormat(zone) {
	try {
		const two = /** @type {const} */ ("2-digit");
		const date = /** @type {const} */ ({ year: "numeric", month: two, day: two });
		return new Intl.DateTimeFormat("en-US", {
			...{ timeZone: zone, ...date, hour: two, minute: two },
			hourCycle: "h23",
		});
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
