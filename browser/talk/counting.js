import { RoomError } from "./trouble.js";

/**
 * Count me in. Of the five words only one thing leaves the device: was it the last one, "completely", or not. The house adds it
 * to a sealed count and keeps no row that says whose it was; so nobody, not even the house, can take it out again. Say so
 * before the press. Eight people close a batch; then one rounded number is told. protocol/api.md, "Counts".
 * @typedef {Readonly<{open: boolean, least: number, questions: readonly number[]}>} Counting
 * open: one may be counted in at all · least: so many people close a batch · questions: those one is not counted in with yet
 */

const STATEMENTS = 6;
/** The last of the five words. */
const WHOLLY = 4;
const CLOSED = Object.freeze({ open: false, least: 0, questions: Object.freeze([]) });

/** @param {{counting: () => Promise<any>, countIn: (answer: {statement: number, wholly: boolean}) => Promise<unknown>}} api */
export function countingBy(api) {
	return Object.freeze({
		/** @returns {Promise<Counting>} */
		open: async () => {
			try {
				const { least, statements } = await api.counting();
				return Object.freeze({ open: true, least, questions: Object.freeze(statements) });
			} catch (error) {
				if (/** @type {any} */ (error).code === "not-found") return CLOSED;
				throw error;
			}
		},
		/** @param {{question: number, answer: number}} given a statement 1..6, and its word 0..4 */
		countIn: async ({ question, answer }) => {
			if (!isWhole(question, 1, STATEMENTS) || !isWhole(answer, 0, WHOLLY)) throw new RoomError("malformed");
			await api.countIn({ statement: question, wholly: answer === WHOLLY });
		},
	});
}

/** @param {number} value @param {number} least @param {number} most */
const isWhole = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;
