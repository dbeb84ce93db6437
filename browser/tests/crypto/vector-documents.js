// Documents and lines kept as proof of protocol/vectors/documents.json.

import { fromText, toText } from "../../crypto/bytes.js";
import { readSheet, writeSheet } from "../../crypto/check-in.js";
import { readPlan } from "../../crypto/bad-day-plan.js";
import { readDiary } from "../../crypto/diary.js";
import * as documents from "../../crypto/versions-kept.js";
import { readKept } from "../../crypto/kept-line.js";
import { mergedPart } from "../../crypto/merge.js";
import { readOwnPath } from "../../crypto/path.js";
import { checkedPart, PART } from "../../crypto/state.js";
import { readStory } from "../../crypto/story.js";
import { readTraining } from "../../crypto/training.js";
import { readWellbeing } from "../../crypto/wellbeing.js";
import { readUnsaid } from "../../crypto/unsaid.js";
import { writeJson } from "../../crypto/strict-json.js";
import { named } from "./vector-values.js";

const sealed = ({ vault_key, whose, content, doc_key, before, nonces }) => {
	const left = [...nonces];
	const from = { docKey: doc_key, before };
	return documents.sealVersion(vault_key, named(whose), content, from, () => left.shift());
};

export const ops = {
	"doc.seal": sealed,
	"doc.open": ({ vault_key, whose, version }) => {
		const { docKey, content } = documents.openVersion(vault_key, named(whose), version);
		return { doc_key: docKey, content };
	},
	"doc.hash": ({ version }) => documents.documentHash(version),
	"doc.chain": ({ vault_key, whose, versions, known }) => {
		documents.checkChain(versions, known === null ? null : { ver: known[0], hash: toText(known[1]) });
		return versions.map((version) => documents.openVersion(vault_key, named(whose), version).content);
	},
	"docs.merge": ({ here, there }) => {
		const [ours, theirs] = [here, there].map((docs) => checkedPart(PART.DOCUMENTS, docs));
		return mergedPart(PART.DOCUMENTS, { saved: ours, ours, theirs }, () => {});
	},
	"sheet.read": ({ raw }) => {
		const sheet = readSheet(raw);
		const { conv, pack, hash, rows, side, ver } = sheet;
		return {
			about: [fromText(conv), pack, fromText(hash), side, ver],
			rows: rows.map(({ a, b, c, day }) => [a, b, c, day]),
			written: writeSheet(sheet),
		};
	},
	"unsaid.read": ({ raw }) => readUnsaid(raw),
	"own.read": ({ kind, raw }) =>
		writeJson(
			{ 6: readOwnPath, 7: readPlan, 8: readDiary, 10: readTraining, 11: readStory, 16: readWellbeing }[kind](
				raw,
			),
		),
	"kept.read": ({ raw }) => {
		const { n, name, ctx, body } = readKept(raw);
		return { n, name, sender: ctx.sender, body };
	},
};
