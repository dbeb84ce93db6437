/** Days and times as people say them. Days are whole days since 1970 UTC; moments are milliseconds. */
import { mark, say, spokenLanguage } from "../words/index.js";

const dayLength = 86_400_000;
/** Making one takes longer than using it a hundred times. @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** For where the reader is, unless `how` names a zone. @param {Intl.DateTimeFormatOptions} how @param {string} [language] */
function formatOf(how, language = spokenLanguage()) {
	const key = `${language} ${new Date().getTimezoneOffset()} ${JSON.stringify(how)}`;
	const known = formats.get(key) ?? new Intl.DateTimeFormat(language, how);
	formats.set(key, known);
	return known;
}

/**
 * @param {number} day
 * @returns {string} like "June 3", with the year when it is another one than this
 */
export function dayWords(day) {
	return mark(dateWords(new Date(day * dayLength), "UTC"));
}

/** @param {number} day @returns {string} like "November 2026" */
export function monthWords(day) {
	const how = /** @type {const} */ ({ month: "long", year: "numeric", timeZone: "UTC" });
	return mark(formatOf(how).format(day * dayLength));
}

/**
 * The heading above the lines of one day.
 * @param {string} date like 2025-06-01, where the reader is
 * @param {string} today the same for now
 * @returns {string}
 */
export function dateHeading(date, today) {
	const away = Math.round((Date.parse(today) - Date.parse(date)) / dayLength);
	if (away === 0) return say("talk.day-today");
	if (away === 1) return say("talk.day-yesterday");
	if (away > 1 && away < 7) return mark(weekday(date));
	return mark(dateWords(new Date(`${date}T00:00:00Z`), "UTC"));
}

/**
 * @param {number} moment to come
 * @param {number} [now]
 * @returns {string} like "Look in again tomorrow after 9:00 AM."
 */
export function againWords(moment, now = Date.now()) {
	const time = clockWords(moment).replaceAll("\u202f", " ");
	const date = dateOf(moment);
	const ahead = Math.round((Date.parse(date) - Date.parse(dateOf(now))) / dayLength);
	if (ahead <= 0) return say("again.today", { time });
	if (ahead === 1) return say("again.tomorrow", { time });
	const day = ahead < 7 ? weekday(date) : dateWords(new Date(`${date}T00:00:00Z`), "UTC");
	return say("again.day", { day, time });
}

/** @param {number} moment @returns {string} like 2025-06-01, where the reader is */
function dateOf(moment) {
	const how = /** @type {const} */ ({ year: "numeric", month: "2-digit", day: "2-digit" });
	return formatOf(how, "en-CA").format(moment);
}

/**
 * When something was, to be put into a sentence.
 * @param {number} moment
 * @param {number} now
 * @returns {{ when: "today" | "yesterday" | "on", day: string, time: string }} where the reader is
 */
export function momentWords(moment, now) {
	const [date, today] = [dateAt(moment), dateAt(now)];
	const away = Math.round((Date.parse(today) - Date.parse(date)) / dayLength);
	const day = away < 7 && away > 1 ? weekday(date) : dateWords(new Date(`${date}T00:00:00Z`), "UTC");
	const when = away === 0 ? "today" : away === 1 ? "yesterday" : "on";
	return { when, day: mark(day), time: clockWords(moment) };
}

/** @param {number} moment @returns {string} like 2025-06-01, where the reader is */
function dateAt(moment) {
	const at = new Date(moment);
	return new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())).toISOString().slice(0, 10);
}

/**
 * @param {number} moment
 * @returns {string} hours and minutes where the reader is
 */
export function clockWords(moment) {
	return mark(formatOf({ hour: "numeric", minute: "2-digit" }).format(moment));
}

/**
 * @param {readonly string[]} items
 * @returns {string} like "a, b and c"
 */
export function listed(items) {
	return new Intl.ListFormat(spokenLanguage(), { type: "conjunction" }).format(items);
}

/** @param {string} date */
function weekday(date) {
	const at = new Date(`${date}T00:00:00Z`);
	return formatOf({ weekday: "long", timeZone: "UTC" }).format(at);
}

/**
 * @param {Date} at
 * @param {string} timeZone
 */
function dateWords(at, timeZone) {
	const year = at.getUTCFullYear() === new Date().getUTCFullYear() ? undefined : "numeric";
	const how = /** @type {const} */ ({ day: "numeric", month: "long", timeZone });
	return formatOf({ ...how, year }).format(at);
}

/**
 * An hour of somebody else's day, which belongs to no date.
 * @param {string} time like "17:00"
 * @returns {string} as people here say it, like "5:00 PM"
 */
export function hourWords(time) {
	const moment = new Date(`1970-01-01T${time}:00Z`);
	const how = /** @type {const} */ ({ hour: "numeric", minute: "2-digit", timeZone: "UTC" });
	const words = formatOf(how).format(moment);
	return mark(words.replaceAll("\u202f", " "));
}
