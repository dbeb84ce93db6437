/** A time to meet, in words: on the wall of whoever reads, and on the other's where that shows another time. */
import { aheadIn, dateIn, differ } from "../talk/times.js";
import { zoneHere } from "../talk/clock.js";
import { mark, say, spokenLanguage } from "../words/index.js";

/** @param {number} at seconds @param {Intl.DateTimeFormatOptions} how @param {string} zone */
function written(at, how, zone) {
	const words = new Intl.DateTimeFormat(spokenLanguage(), { ...how, timeZone: zone }).format(at * 1000);
	return mark(words.replaceAll("\u202f", " "));
}

/** @param {number} at seconds @param {string} [zone] @returns {string} like "Tuesday, March 30" */
export function dayOf(at, zone = zoneHere()) {
	const isThisYear = dateIn(at, zone).slice(0, 4) === dateIn(Date.now() / 1000, zone).slice(0, 4);
	const year = isThisYear ? undefined : "numeric";
	return written(at, { weekday: "long", day: "numeric", month: "long", year }, zone);
}

/** @param {number} at seconds @param {string} [zone] @returns {string} like "10:00 AM" */
export const timeOf = (at, zone = zoneHere()) => written(at, { hour: "numeric", minute: "2-digit" }, zone);

/** @param {string} date like "2027-03-28" @returns {string} like "Sunday, March 28" */
export const dateWords = (date) => dayOf(Date.parse(`${date}T12:00:00Z`) / 1000, "UTC");

/** What the other's wall shows, if it is another time; empty else. @param {number} at seconds @param {string} zone @param {string} name */
export function thereWords(at, zone, name) {
	const here = zoneHere();
	if (zone === "" || aheadIn(at, zone) === null || !differ(at, here, zone)) return "";
	const time = timeOf(at, zone);
	if (dateIn(at, here) === dateIn(at, zone)) return say("meet.there-time", { name, time });
	return say("meet.there", { name, day: dayOf(at, zone), time });
}

/** @param {string} zone @returns {string} as people read it */
export const zoneWords = (zone) => mark(zone.replaceAll("_", " "));
