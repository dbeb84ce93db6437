/**
 * What stands on the wire and the house does not know yet, or the other way round: a cut line between the two is met here. Pure.
 * Nobody comes to read or to lead by the house's word: a room signs that only for whom somebody pressed in it.
 * @typedef {{op: "firstOfCircle", hosts: string[], retention: number} | {op: "letIntoCircle" | "makeHost" | "takeFromCircle", account_id: string} | {op: "leadNoMore", account_id: string, goes: true}} Header a header that is due from my room
 * @typedef {{header: Header} | {tell: "leave" | "lead/down"}} Due
 * @typedef {{in: readonly string[], lead: readonly string[]}} Pressed whom I let in, and whom I asked to lead
 * @typedef {object} Stands
 * @property {string} me
 * @property {{state: string, mine: string | null, hosts: string[], retention: number, log: {owner: string} | null}} row as the house has it
 * @property {{members: {account_id: string, role: number}[], led: {hosts: string[]}[], leaving: readonly string[]} | null} circle as the wire has it
 * @property {string | null} cannot why I write nothing
 * @property {(accountId: string) => boolean} isNamed may a header name them
 * @property {readonly string[]} silent of whom the house takes nothing any more
 * @property {Pressed} pressed
 */

const HOST = 6;
/** So long the house keeps an ask that nobody answered, and a press holds no longer. */
const ASK_DAYS = 14;
const INSIDE = new Set(["in", "leads", "asked-to-lead"]);
const LEAST_HOSTS = 2;

/** @param {Stands} stands @returns {Due[]} */
export function dueIn(stands) {
	const { me, row, circle, cannot, pressed } = stands;
	if (circle === null || row.state === "over" || row.state === "proposed") return [];
	const roles = new Map(circle.members.map(({ account_id, role }) => [account_id, role]));
	if (roles.size === 0) return begins(me, row, pressed);
	if (cannot === "left") return INSIDE.has(row.mine ?? "") ? [{ tell: "leave" }] : [];
	if (roles.get(me) === HOST)
		return [...goOnWithout(stands, roles), ...comeIn(stands, roles), ...comeToLead(stands, roles)];
	const hasLed = circle.led.some(({ hosts }) => hosts.includes(me));
	return row.mine === "leads" && roles.has(me) && hasLed ? [{ tell: "lead/down" }] : [];
}

/** For whom a press still holds; one of a day far ahead is of a clock that was wrong. @param {readonly (readonly [accountId: string, day: number])[]} rows @param {number} today */
export const holdsFor = (rows, today) =>
	rows.filter(([, day]) => Math.abs(today - day) <= ASK_DAYS).map(([accountId]) => accountId);

/** What was pressed and stands on the wire by now is done. @param {Pressed} pressed @param {Stands["circle"]} circle @returns {Pressed} */
export function stillPressed(pressed, circle) {
	const roles = new Map((circle?.members ?? []).map(({ account_id, role }) => [account_id, role]));
	return {
		in: pressed.in.filter((one) => !roles.has(one)),
		lead: pressed.lead.filter((one) => roles.get(one) !== HOST),
	};
}

/** The first header, by whoever began it, once two lead: with whom they asked. @param {string} me @param {Stands["row"]} row @param {Pressed} pressed @returns {Due[]} */
function begins(me, { log, hosts, retention }, { lead }) {
	const asked = hosts.filter((host) => host === me || lead.includes(host));
	if (log?.owner !== me || asked.length < LEAST_HOSTS) return [];
	return [{ header: { op: "firstOfCircle", hosts: asked, retention } }];
}

/** Whom I let in, where the house has it and the wire has not. @param {Stands} stands @param {ReadonlyMap<string, number>} roles */
const comeIn = ({ pressed, isNamed }, roles) =>
	pressed.in
		.filter((one) => !roles.has(one) && isNamed(one))
		.map((account_id) => /** @type {Due} */ ({ header: { op: "letIntoCircle", account_id } }));

/** Whoever said yes to leading too is made host by the one who asked. @param {Stands} stands @param {ReadonlyMap<string, number>} roles */
const comeToLead = ({ row: { hosts }, pressed, isNamed }, roles) =>
	hosts
		.filter((host) => roles.get(host) !== HOST && isNamed(host) && pressed.lead.includes(host))
		.map((account_id) => /** @type {Due} */ ({ header: { op: "makeHost", account_id } }));

/**
 * Whoever was taken away, or closed their place: nothing of anybody is taken before a header without them. Whoever left goes without a host.
 * @param {Stands} stands @param {ReadonlyMap<string, number>} roles @returns {Due[]}
 */
const goOnWithout = ({ me, silent, circle }, roles) =>
	silent
		.filter((one) => one !== me && roles.has(one) && circle?.leaving.includes(one) !== true)
		.map((account_id) =>
			roles.get(account_id) === HOST
				? { header: { op: "leadNoMore", account_id, goes: true } }
				: { header: { op: "takeFromCircle", account_id } },
		);
