// Ops over notes of meetings: units, the line that a payer sees, and what each of two keeps.

import { readBill } from "../../crypto/bill.js";
import { lastIn, readKeptNotes } from "../../crypto/note-kept.js";
import { keptUntil } from "../../talk/kept-notes.js";
import { writeJson } from "../../crypto/strict-json.js";
import { unitsOf } from "../../crypto/units.js";

export const notes = {
	"units.of": ({ minutes, rule }) => unitsOf(minutes, rule),
	"bill.read": ({ raw }) => readBill(raw),
	"own.read": ({ raw }) => writeJson(readKeptNotes(raw)),
	"notes.until": ({ start, years }) => keptUntil(start, years),
	"notes.last": ({ doc_id }) => lastIn(doc_id),
};
