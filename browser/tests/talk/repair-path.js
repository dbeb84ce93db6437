/** What a call about something that did not sit right names: "relationships/7/repairs/one/answered". Never assembled. */
export function repairNamed(/** @type {string} */ method, /** @type {string} */ path) {
	const [, id, , ref, last] = path.split("/");
	return { id: Number(id), ref, step: method === "DELETE" ? "close" : (last ?? "say") };
}
