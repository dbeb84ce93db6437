// Every frozen vector, in both directions: what it says is produced byte for byte, and what it refuses is refused.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Refusal } from "../../crypto/refusal.js";
import { ready } from "../../crypto/sodium.js";
import { circles } from "./vector-circles.js";
import { ops as documents } from "./vector-documents.js";
import { ops as instruments } from "./vector-instruments.js";
import { ops as files } from "./vector-files.js";
import { frame } from "./vector-frames.js";
import { keyLogs } from "./vector-log.js";
import * as ops from "./vector-ops.js";
import { grants } from "./vector-grants.js";
import { vows } from "./vector-vows.js";
import { invites } from "./vector-invites.js";
import { matches } from "./vector-matches.js";
import { emergencies, packages } from "./vector-packages.js";
import { notes } from "./vector-notes.js";
import { passkeys } from "./vector-passkeys.js";
import { conversation } from "./vector-transcripts.js";
import { reports } from "./vector-reports.js";
import { walls } from "./vector-walls.js";
import { casesOf, plain, read } from "./vector-values.js";

const FILES = {
	encodings: ops.encodings,
	seals: ops.seals,
	ways_in: ops.ways_in,
	devices: ops.devices,
	passkeys,
	states: ops.states,
	exports: ops.exported,
	documents,
	files,
	instruments,
	paths: { ...documents, ...ops.entries },
	people: ops.peoples,
	promises: ops.promises,
	promise_changes: ops.promises,
	epochs: ops.epochs,
	grants,
	invites: { ...invites, ...ops.states },
	new_locks: { ...ops.ways_in, ...ops.states, ...ops.peoples },
	entries: ops.entries,
	receipts: ops.receipts,
	circles,
	bodies: { ...ops.entries, ...vows },
	wires: { frame },
	handovers: { conversation },
	transcripts: { conversation },
	key_logs: keyLogs,
	matches,
	notes,
	packages,
	emergencies,
	reports,
	walls: { ...walls, ...ops.states },
};

before(ready);

for (const [file, table] of Object.entries(FILES)) {
	test(`the room and the reference agree on every case of ${file}.json`, async (t) => {
		const cases = casesOf(file);
		assert.ok(cases.length > 0);
		for (const one of cases) await t.test(`${one.op}: ${one.name}`, () => check(one, table[one.op]));
	});
}

async function check(one, op) {
	assert.ok(op, `no op ${one.op}`);
	const out = one.refused ? undefined : read(one.out);
	const run = async () => op(read(one.in), out);
	if (one.refused) await assert.rejects(run, Refusal);
	else assert.deepEqual(plain(await run()), plain(out));
}
