/**
 * Somebody's keys, or one's own, and the list of who is who are asked for one after the other. Where keys were renewed in
 * between, both are asked for once more; what does not fit then is trouble.
 * @template T
 * @param {(how: {isFresh: boolean}) => Promise<T>} deed isFresh: asked for again, so that what the core says is final
 */
export async function atMostTwice(deed) {
	try {
		return await deed({ isFresh: false });
	} catch (error) {
		if (/** @type {any} */ (error).code !== "keys-moved") throw error;
	}
	return await deed({ isFresh: true });
}
