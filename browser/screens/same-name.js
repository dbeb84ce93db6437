/** People whom the programme stands behind, by name; who is called the same is told apart by since when it does, and where that is one day, by a number. */
import { say } from "../words/index.js";
import { dayWords } from "./days.js";

/** @typedef {{id: string, name: string, since?: number}} Named */

/** How each is called beside the others. @param {readonly Named[]} all @returns {(id: string) => string} */
export function namesApart(all) {
	const words = new Map(all.map((one) => [one.id, nameAmong(one, all)]));
	return (id) => words.get(id) ?? "";
}

/** @param {Named} one @param {readonly Named[]} all */
function nameAmong({ id, name, since = 0 }, all) {
	const alike = all.filter((other) => other.name === name);
	if (alike.length < 2) return name;
	const parts = since > 0 ? [say("stories.since", { day: dayWords(since) })] : [];
	const sameDay = alike.filter((other) => (other.since ?? 0) === since).map((other) => other.id);
	if (sameDay.length > 1) parts.push(String(sameDay.sort().indexOf(id) + 1));
	return `${name} (${parts.join(", ")})`;
}
