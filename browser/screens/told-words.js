/** How what is told is said: to whom, what, what for, until when. Shared by those who sign it, list it and read it. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { billIn } from "../talk/bill-rules.js";
import { billPart } from "./bill-words.js";
import { dayWords } from "./days.js";

/** @typedef {import("../talk/telling.js").Terms} Terms */
/** @typedef {import("../talk/telling.js").Content} Content */

/** Laws and their notices by country; every other country has the plain notice. @type {Record<string, {laws: string[], basis: string, notice: string}>} */
const BY_COUNTRY = {
	US: { laws: ["hipaa", "part-2"], basis: "part-2-consent", notice: "told.notice-us" },
	GB: { laws: ["uk-gdpr"], basis: "explicit-consent", notice: "told.notice-gb" },
};
const EU = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ");
const ELSEWHERE = { laws: ["none"], basis: "explicit-consent", notice: "told.notice" };

/** @param {string} country */
export function lawOf(country) {
	if (EU.includes(country)) return { laws: ["gdpr"], basis: "explicit-consent", notice: "told.notice-eu" };
	return BY_COUNTRY[country] ?? ELSEWHERE;
}

/** Each law that the consent names, by name. @param {readonly string[]} laws */
const lawWords = (laws) => {
	const named = laws.filter((one) => one !== "none").map((one) => say(`told.law-${one}`));
	return named.length === 0 ? [] : [say("told.says-laws", { laws: named.join(", ") })];
};

/** The sentences of a consent, one for each thing a person has to know. @param {Omit<Terms, "texts" | "lang" | "day" | "inside">} terms */
export function sentencesOf({
	person,
	byName,
	to,
	what,
	leavesOut,
	purpose,
	why,
	laws,
	basis,
	help,
	from,
	until,
	signsFor,
	witness,
	supersedes,
}) {
	const where = to.through === "" ? to.where : `${to.where} (${to.through})`;
	return [
		say("told.says-person", { name: person }),
		say("told.says-who", { name: byName, to: to.name, where }),
		say("told.says-what", { what: what.map((one) => say(`told.what-${one}`)).join(", ") }),
		say("told.says-not", { what: leavesOut }),
		say("told.says-why", { what: say(`told.why-${purpose}`), why }),
		say("told.says-days", { from: dayWords(from), until: dayWords(until) }),
		...(signsFor === null ? [] : [say("told.says-signer", signsFor)]),
		...(witness === "" ? [] : [say("told.says-witness", { name: witness })]),
		say(`told.says-help-${help}`),
		say(`told.basis-${basis}`),
		...lawWords(laws),
		...(supersedes ? [say("told.says-instead")] : []),
	];
}

/** @param {Content} content */
export function contentPart({ b, lines }) {
	const bill = lines.length === 0 ? billIn(b) : null;
	if (bill !== null) return billPart(bill);
	return html`<div class="stack">
		${b === "" ? nothing : html`<p class="theirs told-words">${b}</p>`}
		${lines.map(
			(one) => html`<blockquote class="told-line">
				<p class="theirs told-words">${one.b}</p>
				<p class="small soft"><span class="theirs">${one.name}</span>, ${dayWords(one.day)}</p>
			</blockquote>`,
		)}
	</div>`;
}
