// A person's own path, plan, diary, units, stories and kept notes as documents, and what of them goes into a talk.

import { readPlan } from "../bad-day-plan.js";
import { writeBody } from "../body.js";
import { fromText } from "../bytes.js";
import { checkedDay } from "../day.js";
import { readDiary } from "../diary.js";
import { DOC } from "../documents.js";
import { lastIn, readKeptNotes } from "../note-kept.js";
import { readOwnPath } from "../path.js";
import { Refusal } from "../refusal.js";
import { PART } from "../state.js";
import { readStory } from "../story.js";
import { writeJson } from "../strict-json.js";
import { readTraining } from "../training.js";
import { readWellbeing } from "../wellbeing.js";
import { sealed } from "./documents.js";
import { writable } from "./writing.js";

/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {"path" | "plan" | "diary" | "training" | "story" | "notes" | "wellbeing"} Own */

/** @type {Record<Own, {kind: number, read: (content: Uint8Array) => object}>} */
const OWN = {
	path: { kind: DOC.PATH, read: readOwnPath },
	plan: { kind: DOC.PLAN, read: readPlan },
	diary: { kind: DOC.DIARY, read: readDiary },
	training: { kind: DOC.TRAINING, read: readTraining },
	story: { kind: DOC.STORY, read: readStory },
	notes: { kind: DOC.NOTES_KEPT, read: readKeptNotes },
	wellbeing: { kind: DOC.WELLBEING, read: readWellbeing },
};

/** @param {string} name */
function ownNamed(name) {
	const found = Object.hasOwn(OWN, name) ? OWN[/** @type {Own} */ (name)] : undefined;
	if (found === undefined) throw new Refusal("malformed", "own");
	return found;
}

/** Which documents of this sort are remembered: a device that has just opened may fetch them first; of kept notes those that end on one day. @param {Core} core @param {{own: Own, last?: number}} args */
export function ownListed({ place }, { own, last }) {
	const { kind } = ownNamed(own);
	const { docs } = /** @type {import("../documents.js").DocList} */ (place.book.part(PART.DOCUMENTS));
	const ids = docs.filter((row) => row.kind === kind).map(({ doc_id }) => doc_id);
	return { doc_ids: last === undefined ? ids : ids.filter((id) => lastIn(fromText(id, 16)) === last) };
}

/** The next version, or a new document; refused before anything leaves where a row does not hold. @param {Core} core @param {{own: Own, doc_id?: string, content: any}} args */
export function writeOwn(core, { own, doc_id, content }) {
	const { kind, read } = ownNamed(own);
	const raw = writeJson(content);
	read(raw);
	const before = doc_id === undefined ? undefined : core.documents.get(doc_id);
	if (before !== undefined && before.kind !== kind) throw new Refusal("doc-other");
	return sealed(core, doc_id, kind, raw);
}

/** What is shown of a path from now on, by its owner; a step that is suggested, by whoever reads with them. @param {Core} core @param {{conv: string, asks: boolean, parts: number[], rows: import("../path.js").PathRow[], ts: number, today: number}} args */
export function sealPath(core, { conv, asks, parts, rows, ts, today }) {
	const talk = writable(core, conv, today);
	const body = writeBody({ asks, parts, rows, sc: core.place.book.count(), t: "path", ts });
	return talk.writer.write(body, checkedDay(today));
}
