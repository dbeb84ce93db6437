// Minutes of a meeting as units of a quarter of an hour, by the rule a payer asks for (protocol/pse/units.py says where the rules are from).

import { Refusal } from "./refusal.js";

export const RULE = Object.freeze({ EIGHT_MINUTES: 1, WHOLE_UNITS: 2 });
const UNIT = 15;
const BEGINS_TO_COUNT = 8;

/** @param {number} minutes @param {number} rule */
export function unitsOf(minutes, rule) {
	if (rule !== RULE.EIGHT_MINUTES && rule !== RULE.WHOLE_UNITS) throw new Refusal("malformed", "rule");
	const owed = rule === RULE.EIGHT_MINUTES ? UNIT - BEGINS_TO_COUNT : 0;
	return Math.floor((minutes + owed) / UNIT);
}
