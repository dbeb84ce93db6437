// Instrument packs of protocol/vectors/instruments.json.

import { createHash } from "node:crypto";
import { knownOf, readPack, totalOf } from "../../crypto/instrument.js";
import { changeOf } from "../../talk/check-rules.js";

export const ops = {
	"pack.read": ({ raw }) => {
		const { id, ver, langs, attestedBy } = readPack(raw);
		const shown = Object.entries(langs).map(([lang, { title, ask, items, words }]) => [
			lang,
			[title, ask, items, words],
		]);
		const hash = new Uint8Array(createHash("sha256").update(raw).digest());
		return { id, ver, langs: Object.fromEntries(shown), by: attestedBy, hash };
	},
	"pack.total": ({ raw, answers }) => {
		const total = totalOf(readPack(raw), answers);
		return total === null ? [] : [total];
	},
	"pack.change": ({ raw, before, after }) => changeOf(before, after, knownOf(readPack(raw))) ?? "",
};
