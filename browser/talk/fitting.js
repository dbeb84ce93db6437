/**
 * Who fits whom (protocol/matching.md), as the reference says it: whole numbers, and only what both sides ticked.
 * @typedef {{facts: string[], langs: string[], matters: string | null, anyone: boolean, minor?: boolean, passed?: readonly string[]}} Wishes `passed`: whom somebody passed by, on this device alone
 * @typedef {{facts: string[], langs: string[], cleared?: boolean}} Shown
 * @typedef {{kind: "fact" | "lang" | "time", id: string, matters: boolean}} Reason
 */

const WEIGHT = { matters: 1000, lang: 50, fact: 10 };

/**
 * Whether the hard rules let two people meet; no answer says which one did not.
 * @param {Wishes} wishes
 * @param {Shown} person
 * @param {boolean} apart somebody said that these two stay apart
 */
export function mayMeet(wishes, person, apart = false) {
	const speaks = wishes.langs.length === 0 || speaksOneOf(person, wishes);
	const oldEnough = wishes.minor !== true || person.cleared === true;
	return !apart && oldEnough && speaks;
}

/**
 * How well someone fits. Showing one thing more never makes it less.
 * @param {Shown} person
 * @param {Wishes} wishes
 */
export function closeness(person, wishes) {
	if (wishes.anyone) return 0;
	const facts = person.facts.filter((id) => wishes.facts.includes(id)).length;
	const lang = speaksOneOf(person, wishes) ? WEIGHT.lang : 0;
	const matters = has(person, wishes.matters) ? WEIGHT.matters : 0;
	return matters + lang + facts * WEIGHT.fact;
}

/**
 * What both sides ticked: what matters most first, then facts, then languages.
 * @param {Shown} person
 * @param {Wishes} wishes
 * @param {ReadonlySet<string>} times ids of facts that are times of day
 * @returns {Reason[]}
 */
export function reasonsFor(person, wishes, times) {
	if (wishes.anyone) return [];
	const wished = new Set([...wishes.facts, ...(wishes.matters === null ? [] : [wishes.matters])]);
	const facts = person.facts
		.filter((id) => wished.has(id))
		.map((id) => reason(times.has(id) ? "time" : "fact", id, wishes));
	const langs = person.langs.filter((code) => wishes.langs.includes(code) || code === wishes.matters);
	const reasons = [...facts, ...langs.map((code) => reason("lang", code, wishes))];
	return [...reasons.filter(({ matters }) => matters), ...reasons.filter(({ matters }) => !matters)];
}

/** @param {Shown} person @param {string | null} id */
export function has(person, id) {
	return id !== null && (person.facts.includes(id) || person.langs.includes(id));
}

/** @param {Shown} person @param {Wishes} wishes */
function speaksOneOf(person, wishes) {
	return person.langs.some((code) => wishes.langs.includes(code));
}

/**
 * @param {Reason["kind"]} kind
 * @param {string} id
 * @param {Wishes} wishes
 * @returns {Reason}
 */
function reason(kind, id, wishes) {
	return { kind, id, matters: id === wishes.matters };
}
