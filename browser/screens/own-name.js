/** What a person calls somebody for themselves, where they do; else the name the other has here. Pure. */

/**
 * @param {{ called: string, other: { name: string | null } }} relationship
 * @param {string} nobody what to say while there is no name
 * @returns {string}
 */
export function ownName({ called, other }, nobody) {
	return called === "" ? (other.name ?? nobody) : called;
}
