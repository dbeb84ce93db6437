/** What officers' pages share: who was shown as a reader, and a list that is for nobody else. */
import { isRefusal } from "./trouble.js";

/** Whether two lists name the same people. @param {readonly string[]} some @param {readonly string[]} others */
export const areSame = (some, others) => some.toSorted().join() === others.toSorted().join();

/** @param {unknown} error @returns {string | null} */
export const codeOf = (error) => (isRefusal(error) ? /** @type {any} */ (error).code : null);

/** Null where there is nothing for me. @template T @param {Promise<T>} asked @returns {Promise<T | null>} */
export async function orNull(asked) {
	try {
		return await asked;
	} catch (error) {
		if (codeOf(error) === "not-found") return null;
		throw error;
	}
}

/** Since when the programme stands behind somebody, by the paper that the core checked. @param {readonly any[]} people @param {string} id @returns {number} */
export const sinceIn = (people, id) =>
	people.find(({ account_id }) => account_id === id)?.endorsement?.from_day ?? 0;
