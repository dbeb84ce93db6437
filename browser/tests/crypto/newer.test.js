// An older room meets what a newer one wrote: it says so, loses nothing, and reads on.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { readBody } from "../../crypto/body.js";
import { fromText, utf8, ZEROS32 } from "../../crypto/bytes.js";
import { documentHash, versionJson } from "../../crypto/versions-kept.js";
import { checkedDocuments, DOC, withDocument } from "../../crypto/documents.js";
import { labelled } from "../../crypto/hash.js";
import { pad } from "../../crypto/pad.js";
import { seal } from "../../crypto/seal.js";
import { random } from "../../crypto/sodium.js";
import { PART } from "../../crypto/state.js";
import { writeJson } from "../../crypto/strict-json.js";
import { Person, talk } from "./cast.js";
import { DAY } from "./little-house.js";

const LATER = Math.max(...Object.values(DOC)) + 1;
const DOC_ID = "DDDDDDDDDDDDDDDDDDDDDA";
let room;
beforeEach(async () => {
	room = await talk();
});

/** What a newer room of Ada's would have stored: sealed by hand, for this room seals no such thing. */
function written(kind, { ver = 1 } = {}) {
	const { accountId, vaultKeys } = room.ada.core.place;
	const docKey = random(32);
	const docId = fromText(DOC_ID);
	let [at, prev, lock, box] = [0, ZEROS32, null, null];
	while (at < ver) {
		if (at > 0) prev = documentHash({ lock, box });
		at += 1;
		lock = seal(
			[...vaultKeys.values()].at(-1),
			labelled("pse1/doc-key", accountId, docId, kind, at),
			docKey,
			random,
		);
		box = seal(docKey, labelled("pse1/doc", accountId, docId, kind, at, prev), pad(utf8("{}")), random);
	}
	return { doc_id: DOC_ID, ...versionJson({ ver, prev, lock, box }) };
}

/** An ordinary page beside it. */
async function page() {
	const { doc_id, body } = await room.ada.do("writePage", { title: "", text: "Mine.", day: DAY });
	await room.ada.do("documentWritten", { doc_id });
	return { doc_id, ...body };
}

test("A page stands beside a document of a later kind, which is said to need a newer room", async () => {
	const mine = await page();
	for (const ver of [1, 7]) {
		const found = await room.ada.do("documents", { documents: [mine, written(LATER, { ver })] });
		assert.deepEqual(found.troubles, [{ doc_id: DOC_ID, code: "doc-newer" }]);
		assert.deepEqual([found.documents.map(({ text }) => text), found.behind], [["Mine."], []]);
	}
});

test("A number that was left free between known kinds belongs to a newer room as well", async () => {
	const kinds = Object.values(DOC);
	const free = Array.from({ length: LATER }, (_, at) => at + 1).filter((one) => !kinds.includes(one));
	for (const kind of free) {
		const { troubles } = await room.ada.do("documents", { documents: [written(kind)] });
		assert.deepEqual(troubles, [{ doc_id: DOC_ID, code: "doc-newer" }], `kind ${kind}`);
	}
});

test("A place whose newer room remembers such a document opens in an older one, and is saved again without loss", async () => {
	const { ada } = room;
	const row = { doc_id: DOC_ID, hash: "A".repeat(43), kind: LATER, ver: 3 };
	const { book } = ada.core.place;
	book.change(PART.DOCUMENTS, withDocument(book.part(PART.DOCUMENTS), row));
	await ada.saveState();
	const device = await ada.comeBack();
	const found = await device.do("documents", { documents: [written(LATER, { ver: 3 })] });
	assert.deepEqual(found.troubles, [{ doc_id: DOC_ID, code: "doc-newer" }]);
	device.core.place.book.change(
		PART.DOCUMENTS,
		withDocument(device.core.place.book.part(PART.DOCUMENTS), {
			...row,
			doc_id: `${"C".repeat(21)}A`,
			kind: 1,
		}),
	);
	await device.saveState();
	const again = await device.comeBack();
	assert.deepEqual(
		again.core.place.book.part(PART.DOCUMENTS).docs.map(({ kind, ver }) => [kind, ver]),
		[
			[1, 3],
			[LATER, 3],
		],
	);
});

test("What is no document of Ada's, of any kind, is another and never a newer one", async () => {
	const finn = await new Person(room.house, "field-quiet-0003").comeIn();
	const found = await finn.do("documents", {
		documents: [written(LATER), { ...written(1), doc_id: `${"E".repeat(21)}A` }],
	});
	assert.deepEqual(
		found.troubles.map(({ code }) => code),
		["doc-other", "doc-other"],
	);
	for (const kind of [0, 256])
		assert.throws(() =>
			checkedDocuments({ docs: [{ doc_id: DOC_ID, hash: "A".repeat(43), kind, ver: 1 }], gone: [] }),
		);
});

test("A body that is not known here needs a newer room; one that is known keeps its fields closed", () => {
	const read = (body, kind = 3) => readBody(writeJson(body), kind);
	assert.deepEqual(read({ t: "walk-together", any: [1] }), { t: "walk-together", isNewer: true });
	for (const t of ["erase", "leave", "hello", "Poke", "poke2", "", "p".repeat(41)])
		assert.throws(() => read({ t }), t);
	assert.throws(() => read({ t: "walk-together" }, 2), "nothing but a hello is a hello");
	assert.throws(() => read({ b: "x", sc: {}, t: "text", ts: 1, ver: 2 }));
});
