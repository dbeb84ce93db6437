// Lists of rows as the state keeps them: closed fields, ids that ascend. Pure functions.

import { compare, fromText } from "./bytes.js";
import { Refusal } from "./refusal.js";
import { fieldsOf } from "./strict-json.js";

/** @typedef {Record<string, any>} Json */
/** @typedef {{fields: Record<string, string>, bytes: Record<string, number>, by: string}} RowKind fields, sizes of those that are bytes, and which one ascends */

/** @param {Json} found @param {string} name of the list @param {RowKind} kind */
export function rowsIn(found, name, { fields, bytes, by }) {
	for (const row of found[name]) {
		fieldsOf(row, fields);
		for (const [field, size] of Object.entries(bytes)) fromText(row[field], size);
	}
	const ids = found[name].map((/** @type {Json} */ row) => fromText(row[by]));
	const isAscending = ids.every(
		(/** @type {Uint8Array} */ id, /** @type {number} */ i) => i === 0 || compare(ids[i - 1], id) < 0,
	);
	if (!isAscending) throw new Refusal("state");
	return found;
}

/** @template {Json} T @param {T[]} rows @param {string} by name of a base64url field */
export const ascending = (rows, by) =>
	[...rows].sort((one, other) => compare(fromText(one[by]), fromText(other[by])));
