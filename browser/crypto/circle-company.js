// What the programme's word and two hosts mean in a circle: whom a reader believes, and when nothing is written any more.

import { pinOf } from "./acquaintance.js";
import { equal, toText } from "./bytes.js";
import { hostsOf, LEAST_HOSTS } from "./circle-rules.js";
import { countsOn, ROLE } from "./people.js";

/** @typedef {import("./sealed-core.js").Core} Core */
/** @typedef {import("./sealed-core.js").Talk} Talk */
/** @typedef {import("./company.js").Companion} Companion */

/**
 * Did the programme stand behind somebody on the day of a header? Words run out and are given anew, and whoever comes to a
 * circle that is old has only the newest: one that was given later counts too, for that lock or one that came after it.
 * @param {Core} core @param {() => Map<string, Companion>} company @returns {import("./headers.js").Behind}
 */
export const behindInCircle = (core, company) => (member, day) => {
	const id = toText(member.accountId);
	if (id === core.place.id) return true;
	const { known, words } = company().get(id) ?? { known: null, words: [] };
	const records = known?.records ?? [];
	const joined = records.findIndex(({ hash }) => equal(hash, member.krHash));
	const isRemembered = (pinOf(core, id)?.serial ?? 0) > 0;
	return words.some((word) => {
		const named = records.findIndex(({ hash }) => toText(hash) === word.kr_hash);
		const isGivenAnew = word.from_day > day && named >= joined;
		return joined >= 0 && isListed(core, word) && (isRemembered || isGivenAnew || countsOn(word, day));
	});
};

/** @param {Core} core @param {import("./shapes.d.ts").EndorsementJson} word */
const isListed = (core, word) =>
	core.logTrouble !== null || core.readableLog.has(core.programme.home, /** @type {any} */ (word));

/** Why nothing can be written in a circle just now that holds in a circle alone, or null. @param {Core} core @param {Talk} talk */
export function cannotInCircle({ log, place }, { conversation }) {
	const { leaving, headers } = conversation;
	const header = headers.newest?.header;
	if (leaving.some((one) => equal(one, place.accountId))) return "left";
	if (header === undefined) return null;
	const stay = hostsOf(header).filter(({ accountId }) => !leaving.some((one) => equal(one, accountId)));
	if (stay.length < LEAST_HOSTS) return "circle-over";
	const lapsed = header.members.filter(
		({ accountId, role }) => role !== ROLE.CLIENT && log?.isTakenBack(accountId),
	);
	if (lapsed.length === 0) return null;
	return lapsed.some(({ accountId }) => equal(accountId, place.accountId))
		? "own-lapsed"
		: "programme-lapsed";
}
