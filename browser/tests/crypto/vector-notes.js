// Ops over notes of meetings: units, and the line that a payer sees.

import { readBill } from "../../crypto/bill.js";
import { unitsOf } from "../../crypto/units.js";

export const notes = {
	"units.of": ({ minutes, rule }) => unitsOf(minutes, rule),
	"bill.read": ({ raw }) => readBill(raw),
};
