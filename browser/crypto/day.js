// Days come as arguments: nothing in crypto/ reads a clock.

import { isCount } from "./bytes.js";
import { Refusal } from "./refusal.js";

/** @param {unknown} day whole days since 1970-01-01 UTC */
export function checkedDay(day) {
	if (!isCount(day)) throw new Refusal("malformed", "day");
	return day;
}
