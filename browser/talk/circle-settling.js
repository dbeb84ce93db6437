/**
 * What stands on the wire and the house does not know yet, or the other way round: a cut line between the two is met here. Pure.
 * @typedef {{op: "firstOfCircle", hosts: string[], retention: number} | {op: "makeHost", account_id: string}} Header a header that is due from my room
 * @typedef {{header: Header} | {tell: "leave" | "lead/down"}} Due
 * @typedef {object} Stands
 * @property {string} me
 * @property {{state: string, mine: string | null, hosts: string[], retention: number, log: {owner: string} | null}} row as the house has it
 * @property {{members: {account_id: string, role: number}[], led: {hosts: string[]}[]} | null} circle as the wire has it
 * @property {string | null} cannot why I write nothing
 * @property {(accountId: string) => boolean} isNamed may a header name them
 */

const HOST = 6;
const INSIDE = new Set(["in", "leads", "asked-to-lead"]);
const LEAST_HOSTS = 2;

/** @param {Stands} stands @returns {Due[]} */
export function dueIn({ me, row, circle, cannot, isNamed }) {
	if (circle === null || row.state === "over" || row.state === "proposed") return [];
	const roles = new Map(circle.members.map(({ account_id, role }) => [account_id, role]));
	if (roles.size === 0) return begins(me, row);
	if (cannot === "left") return INSIDE.has(row.mine ?? "") ? [{ tell: "leave" }] : [];
	if (roles.get(me) === HOST) return comeToLead(row, roles, isNamed);
	const hasLed = circle.led.some(({ hosts }) => hosts.includes(me));
	return row.mine === "leads" && roles.has(me) && hasLed ? [{ tell: "lead/down" }] : [];
}

/** The first header, by whoever began it, once two lead. @param {string} me @param {Stands["row"]} row @returns {Due[]} */
function begins(me, { log, hosts, retention }) {
	if (log?.owner !== me || hosts.length < LEAST_HOSTS) return [];
	return [{ header: { op: "firstOfCircle", hosts, retention } }];
}

/** Whoever said yes to leading too is made host by one who leads. @param {Stands["row"]} row @param {ReadonlyMap<string, number>} roles @param {Stands["isNamed"]} isNamed @returns {Due[]} */
const comeToLead = ({ hosts }, roles, isNamed) =>
	hosts
		.filter((host) => roles.get(host) !== HOST && isNamed(host))
		.map((account_id) => ({ header: { op: "makeHost", account_id } }));
