/**
 * Lines for a payer as files: a table, and a FHIR R4 bundle of meetings (Encounter and Appointment). Pure; made on the device of whoever was told.
 * @typedef {import("../crypto/bill.js").Bill} Bill
 * @typedef {{id: string, bill: Bill, terms: {laws: readonly string[], texts: {notice: string}, until: number}}} Line
 */
import { fromText } from "../crypto/bytes.js";
import { aheadIn } from "./times.js";

const MINUTE = 60;
const PART_2 = "part-2";
const CODES = "http://terminology.hl7.org/CodeSystem/";
/** How many quarters of an hour: FHIR has no field for it in a meeting. */
const UNITS = "urn:alongside:quarter-hours";
const COLUMNS = [
	"date",
	"start",
	"stop",
	"units",
	"work",
	"goal",
	"name",
	"number",
	"consent until",
	"notice",
];
const day = (/** @type {number} */ until) => new Date(until * 86_400_000).toISOString().slice(0, 10);

/** The wall's date and time where the meeting was. @param {number} at @param {string} zone */
function wall(at, zone) {
	const shown = new Date((at + (aheadIn(at, zone) ?? 0)) * 1000).toISOString();
	return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** A cell that a table program takes for a sum is shown as words. @param {string | number} value */
function cell(value) {
	const text = String(value);
	const safe = /^[=+\-@\t\r]/.test(text.trimStart()) || /^[\t\r]/.test(text) ? `'${text}` : text;
	return `"${safe.replaceAll('"', '""').replaceAll(/[\r\n]+/g, " ")}"`;
}

/** @param {readonly Line[]} lines @returns {string} */
export function asTable(lines) {
	const rows = lines.map(({ bill, terms }) => {
		const [from, to] = [wall(bill.start, bill.zone), wall(bill.start + bill.mins * MINUTE, bill.zone)];
		const told = [bill.units, bill.code, bill.goal, bill.name, bill.number];
		return [from.date, from.time, to.time, ...told, day(terms.until), terms.texts.notice];
	});
	return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A moment with how far the wall there is ahead. @param {number} at @param {string} zone */
function moment(at, zone) {
	const ahead = aheadIn(at, zone) ?? 0;
	const { date, time } = wall(at, zone);
	const [sign, minutes] = [ahead < 0 ? "-" : "+", Math.abs(ahead) / MINUTE];
	const two = (/** @type {number} */ number) => String(Math.floor(number)).padStart(2, "0");
	return `${date}T${time}:00${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** Sixteen bytes as a name of our own making (UUID, version 8). @param {string} id @param {number} which */
function named(id, which) {
	const bytes = fromText(id, 16).slice();
	bytes[15] = (bytes[15] ?? 0) ^ which;
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
	return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Restricted; and under 42 CFR Part 2 where the consent says so. @param {readonly string[]} laws */
const labels = (laws) => ({
	security: [
		{ system: `${CODES}v3-Confidentiality`, code: "R", display: "restricted" },
		...(laws.includes(PART_2)
			? [{ system: `${CODES}v3-ActCode`, code: "42CFRPart2", display: "42 CFR Part2" }]
			: []),
	],
});

/** @param {string} text */
const narrative = (text) => {
	const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
	return { status: "additional", div: `<div xmlns="http://www.w3.org/1999/xhtml">${safe}</div>` };
};

/** @param {Line} line */
function resourcesOf({ id, bill, terms }) {
	const [meeting, time] = [named(id, 0), named(id, 1)];
	const meta = labels(terms.laws);
	const whom = { display: bill.name, identifier: { value: bill.number } };
	const [start, end] = [moment(bill.start, bill.zone), moment(bill.start + bill.mins * MINUTE, bill.zone)];
	const work = bill.code === "" ? {} : { text: bill.code };
	const reason = bill.goal === "" ? {} : { reasonCode: [{ text: bill.goal }] };
	const encounter = {
		...{ resourceType: "Encounter", meta, text: narrative(terms.texts.notice), status: "finished" },
		extension: [{ url: UNITS, valuePositiveInt: bill.units }],
		// How they met is no part of the line.
		class: { system: `${CODES}v3-NullFlavor`, code: "UNK", display: "unknown" },
		...("text" in work ? { type: [work] } : {}),
		...{ subject: whom, appointment: [{ reference: time }], period: { start, end } },
		length: { value: bill.mins, unit: "min", system: "http://unitsofmeasure.org", code: "min" },
		...reason,
	};
	const appointment = {
		...{ resourceType: "Appointment", meta, text: narrative(terms.texts.notice), status: "fulfilled" },
		...("text" in work ? { serviceType: [work] } : {}),
		...reason,
		...{ start, end, minutesDuration: bill.mins },
		participant: [{ actor: whom, status: "accepted" }],
	};
	return [
		{ fullUrl: meeting, resource: encounter },
		{ fullUrl: time, resource: appointment },
	];
}

/** @param {readonly Line[]} lines @param {{now: number}} given milliseconds @returns {string} */
export function asBundle(lines, { now }) {
	const laws = [...new Set(lines.flatMap(({ terms }) => terms.laws))];
	return JSON.stringify({
		...{ resourceType: "Bundle", meta: labels(laws), type: "collection" },
		timestamp: new Date(now).toISOString(),
		entry: lines.flatMap(resourcesOf),
	});
}
