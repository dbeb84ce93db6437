// What a host's room says by itself for whoever came and was told nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CircleSays } from "../../talk/circle-says.js";

const [BEN, CEM, ADA, FINN] = ["ben", "cem", "ada", "finn"];
const agreed = (n, by = CEM, words = "We listen.") => ({
	...{ n, from: by === BEN ? "me" : "them", by, kind: "card" },
	card: { t: "circle-agreement", ver: 1, words },
});
const came = (n, who) => ({ n, from: "them", kind: "turn", turn: { came: [who], went: [] } });

/** What Ben's room sent once it had read these lines. */
function saidAfter(lines, { me = BEN, canWrite = true } = {}) {
	const sent = [];
	const readers = [CEM, ADA, FINN].map((account_id) => ({ account_id, name: null, reads: true }));
	const members = [BEN, CEM, ADA, FINN].map((account_id) => ({ account_id, role: 1 }));
	const circle = { members, led: [{ n: 1, hosts: [BEN, CEM] }], leaving: [] };
	const sayAs = (_kind, { text, readers: to }) => sent.push({ ...JSON.parse(text), to });
	new CircleSays({ lines, known: { readers, circle, canWrite }, sayAs }, me).agreeWithWhoCame();
	return sent;
}

test("Whoever came after the agreement was said last is told it by the next host who opens the circle", () => {
	const again = { t: "circle-agreement", ver: 1, words: "We listen.", to: [CEM, ADA, FINN] };
	assert.deepEqual(saidAfter([agreed(2), came(5, FINN)]), [again]);
	assert.deepEqual(saidAfter([agreed(2), came(5, FINN), agreed(6)]), []);
	assert.deepEqual(saidAfter([came(5, FINN)]), []);
});

test("What somebody else calls the agreement keeps nobody from being told; nobody but a host tells it", () => {
	assert.equal(saidAfter([agreed(2), came(5, FINN), agreed(6, ADA, "Pay me.")]).length, 1);
	assert.deepEqual(saidAfter([agreed(2), came(5, FINN)], { me: ADA }), []);
	assert.deepEqual(saidAfter([agreed(2), came(5, FINN)], { canWrite: false }), []);
});

test("With the agreement whoever came is told the quiet hours", () => {
	const hours = { t: "circle-quiet", from: 1320, till: 420, zone: "UTC" };
	const set = { n: 3, from: "them", by: CEM, kind: "card", card: hours };
	const said = saidAfter([agreed(2), set, came(5, FINN)]);
	assert.deepEqual(said.at(-1), { ...hours, to: [CEM, ADA, FINN] });
	assert.equal(said.length, 2);
});
