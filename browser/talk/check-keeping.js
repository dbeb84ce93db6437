import { withTime } from "./check-rows.js";

/**
 * Keeps one time more, in a sheet that has room; if another window filled that one meanwhile, in a new one.
 * @param {Pick<import("./notebook.js").Notebook, "writeChecks">} notebook
 * @param {{about: Omit<import("../crypto/check-in.js").Sheet, "rows">, row: import("../crypto/check-in.js").CheckIn, docId: string | undefined}} given
 */
export async function kept(notebook, { about, row, docId }) {
	try {
		await notebook.writeChecks(docId, about, (rows) => withTime(rows, row));
	} catch (error) {
		if (/** @type {any} */ (error).code !== "sheet-full") throw error;
		await notebook.writeChecks(undefined, about, (rows) => withTime(rows, row));
	}
}
